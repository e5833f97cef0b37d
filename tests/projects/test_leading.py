"""The lead goes from one partner to another, once all have agreed."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents.storage import open_round_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import asking
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.projects import workflow
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.changes import said
from kommunalhub.projects.parties import operations as parties
from kommunalhub.projects.partnership import partners_of
from kommunalhub.projects.public import operations as public
from people import brain
from people import PASSWORD
from plone import api
from plone.namedfile.file import NamedBlobFile

import pytest
import requests
import transaction


ALL = {"malente": {"role": "lead", "does": ""}, "lensahn": {"role": "partner", "does": "Bänke"}}


def ask(project, hub, lead="lensahn", reason="Lensahn baut jetzt.", **wanted):
    with hub.As("moni"):
        return parties.arrange(project, {**ALL, **wanted}, reason, lead)


def led_by_lensahn(project, hub):
    ask(project, hub)
    for who in ("rita", "lore"):
        hub.vote(project, who, "approve")
    return project


def may(project, hub, who, permission):
    forget_roles()
    with hub.As(who):
        return bool(asking.may(permission, project))


def test_nothing_changes_before_all_have_agreed(running, hub):
    assert ask(running, hub)
    assert workflows.state_of(running) == "changing"
    assert open_round_of(running).parties == ("malente", "lensahn")
    assert said.rows(changes.waiting(running)) == [(said.LEAD, "Malente", "Lensahn")]
    hub.vote(running, "lore", "approve")
    assert partners_of(running) == ("malente", "lensahn")
    hub.vote(running, "rita", "approve")
    assert workflows.state_of(running) == "running"
    assert partners_of(running) == ("lensahn", "malente")
    assert parties.parties_of(running)[0] == ("lensahn", "lead", "Bänke")
    assert brain(running).partner == "lensahn"


def test_the_new_lead_may_decline(running, hub):
    ask(running, hub)
    hub.vote(running, "lore", "reject", "Dafür fehlen uns die Leute.")
    assert (workflows.state_of(running), partners_of(running)) == (
        *("running", ("malente", "lensahn")),
    )
    assert may(running, hub, "moni", workflow.RUN)


@pytest.mark.parametrize(
    ("who", "before", "after"),
    [
        ("moni", True, False),  # wrote the idea down
        ("lena", False, True),
        ("rita", False, False),
        ("lars", False, False),
        ("hilde", False, False),
    ],
)
def test_who_runs_it_is_of_the_new_lead_alone(running, hub, who, before, after):
    assert may(running, hub, who, workflow.RUN) == before
    led_by_lensahn(running, hub)
    for permission in (workflow.RUN, workflow.WRITE_LESSONS, "Modify portal content"):
        assert may(running, hub, who, permission) == after, permission
    assert may(running, hub, who, "View")


def test_the_reviewers_of_the_new_lead_release_its_page(running, hub):
    led_by_lensahn(running, hub)
    assert may(running, hub, "lore", workflow.PUBLISH)
    assert not may(running, hub, "rita", workflow.PUBLISH)


def test_it_waits_for_the_new_lead_alone(running, hub):
    led_by_lensahn(running, hub)
    running.start = hub.in_days(-200)  # reports are missing
    running.reindexObject()
    waits = api.portal.get_tool("portal_catalog").getIndexDataForRID(brain(running).getRID())
    assert "lensahn-editors" in waits["awaiting"]
    assert not {"user:moni", "malente-editors"} & set(waits["awaiting"])


def test_what_is_public_names_the_new_lead(running, hub):
    with hub.As("rita"):
        public.release(running)
    led_by_lensahn(running, hub)
    (card,) = public.cards_of(running.aq_parent).values()
    assert card["partners"] == ("lensahn", "malente")


def test_the_journal_says_who_leads_and_led(running, hub):
    led_by_lensahn(running, hub)
    entry = IJournal(running).last("record")
    assert (entry["action"], entry["fields"]) == ("lead_changed", ["lensahn", "malente"])
    assert "Leitet jetzt: Lensahn, vorher Malente" in entry["comment"]
    assert "Lensahn baut jetzt." in entry["comment"]


def test_documents_go_along(running, hub):
    with hub.As("moni"):
        data = NamedBlobFile(b"Plan", filename="plan.txt")
        file = api.content.create(running, "File", "plan", title="Plan", file=data)
    led_by_lensahn(running, hub)
    assert brain(file).partner == "lensahn"


@pytest.mark.parametrize(
    ("lead", "wanted", "field"),
    [
        ("oldenburg", {}, "lead"),
        ("oldenburg", {"oldenburg": {"role": "partner", "does": ""}}, "lead"),
        ("gibtesnicht", {}, "lead"),
        ("lensahn", {}, "reason"),
    ],
)
def test_who_cannot_lead(running, hub, lead, wanted, field):
    with pytest.raises(Wrong) as refused:
        ask(running, hub, lead, "" if field == "reason" else "Darum.", **wanted)
    assert set(refused.value.errors) == {field}
    assert (workflows.state_of(running), partners_of(running)) == (
        *("running", ("malente", "lensahn")),
    )


def test_the_lead_goes_back_the_same_way(running, hub):
    led_by_lensahn(running, hub)
    with hub.As("lena"):
        wanted = {"lensahn": {"role": "lead", "does": ""}, "malente": ALL["lensahn"]}
        assert parties.arrange(running, wanted, "Zurück.", "malente")
    for who in ("rita", "lore"):
        hub.vote(running, who, "approve")
    assert partners_of(running) == ("malente", "lensahn")
    assert not may(running, hub, "lena", workflow.RUN)


@pytest.fixture
def project(web, hub):
    found = hub.bring_to(hub.add_project(web), "running")
    transaction.commit()
    return found


def test_by_the_form(project, hub, functional):
    page = hub.browser(functional, "moni")
    page.open(f"{project.absolute_url()}/@@beteiligte-aendern")
    assert page.getControl(name="form.widgets.lead:list").value == ["malente"]
    assert sorted(page.getControl(name="form.widgets.lead:list").options) == ["lensahn", "malente"]
    page.getControl(name="form.widgets.lead:list").value = ["lensahn"]
    page.getControl("Speichern").click()
    assert "Bitte füllen Sie dieses Feld aus." in page.text
    page.getControl(name="form.widgets.reason").value = "Lensahn baut jetzt."
    page.getControl("Speichern").click()
    assert "Alle Partner und die neuen werden gefragt" in page.contents
    reviewer = hub.browser(functional, "lore")
    reviewer.open(project.absolute_url())
    assert "Lensahn baut jetzt." in reviewer.contents


def posted(project, who, body):
    return requests.post(
        f"{project.absolute_url()}/@partner-roles",
        json=body,
        auth=(who, PASSWORD),
        headers={"Accept": "application/json", "Accept-Language": "de"},
    )


def test_over_rest(project):
    items = [{"partner": "lensahn", "role": "partner"}]
    for lead in ("gibtesnicht", "oldenburg", "", ["lensahn"], 7):
        wrong = posted(project, "moni", {"items": items, "reason": "Darum.", "lead": lead})
        assert wrong.status_code == 400, (lead, wrong.text)
        assert wrong.json()["errors"][0]["field"] == "lead"
    body = {"items": items, "reason": "Lensahn baut jetzt.", "lead": "lensahn"}
    for who in ("lena", "lars", "otto"):
        assert posted(project, who, body).status_code in (401, 403, 404)
    answer = posted(project, "moni", body).json()
    assert (answer["asks_partners"], answer["review_state"]) == (True, "changing")
    assert answer["items"][0] == {"partner": "malente", "role": "lead", "does": ""}
