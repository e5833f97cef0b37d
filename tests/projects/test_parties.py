"""Who takes part in a project as what: entered by its lead, read by all partners."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents.storage import open_round_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.parties import operations as parties
from kommunalhub.projects.parties import rules
from kommunalhub.projects.partnership import partners_of
from people import PASSWORD
from plone import api

import pytest
import requests
import transaction


ids = st.sampled_from(["lensahn", "malente", "oldenburg", "weg"])
tokens = st.sampled_from(["donor", "lead", "", "gone"])
kept = st.dictionaries(ids, st.fixed_dictionaries({"role": tokens, "does": st.text()}))


@given(st.lists(ids, min_size=1, unique=True), kept)
def test_each_partner_has_a_role_and_one_leads(partners, kept):
    found = rules.parties(tuple(partners), kept, {"partner", "donor"})
    assert [partner for partner, _role, _does in found] == partners
    assert [role for _partner, role, _does in found][0] == rules.LEAD
    assert {role for _partner, role, _does in found[1:]} <= {"partner", "donor"}


def test_who_goes_takes_the_role_along_and_has_it_again(running, hub):
    with hub.As("moni"):
        parties.change(running, {"lensahn": {"role": "donor", "does": "Holz"}})
    running.partners = {"malente", "oldenburg"}
    assert parties.parties_of(running)[1:] == [("oldenburg", "partner", "")]
    running.partners = {"malente", "lensahn"}
    assert parties.parties_of(running)[1:] == [("lensahn", "donor", "Holz")]


WOOD = {"role": "donor", "does": "Holz"}


def arrange(project, hub, reason="Oldenburg hat Bänke übrig.", **wanted):
    with hub.As("moni"):
        return parties.arrange(project, {"malente": {"role": "lead", "does": ""}, **wanted}, reason)


def sees(project, who):
    forget_roles()
    with api.env.adopt_user(username=who):
        found = api.portal.get_tool("portal_catalog")(UID=project.UID())
        may = bool(api.user.has_permission("View", obj=project))
    assert bool(found) == may, who
    return may


def test_who_joins_is_asked_as_all_are_and_takes_part_then_alone(running, hub):
    assert arrange(running, hub, lensahn={"role": "partner", "does": ""}, oldenburg=WOOD)
    assert workflows.state_of(running) == "changing"
    assert open_round_of(running).parties == ("malente", "lensahn", "oldenburg")
    assert partners_of(running) == ("malente", "lensahn")
    assert (sees(running, "otto"), sees(running, "olli")) == (True, False)
    for who in ("rita", "lore"):
        hub.vote(running, who, "approve")
    assert partners_of(running) == ("malente", "lensahn")
    hub.vote(running, "otto", "approve")
    assert workflows.state_of(running) == "running"
    assert parties.parties_of(running)[2] == ("oldenburg", "donor", "Holz")
    assert sees(running, "olli")


def test_one_who_is_to_join_may_decline(running, hub):
    arrange(running, hub, lensahn={"role": "partner", "does": ""}, oldenburg=WOOD)
    hub.vote(running, "otto", "reject", "Unsere Bänke sind vergeben.")
    assert (workflows.state_of(running), partners_of(running)) == (
        *("running", ("malente", "lensahn")),
    )
    assert not sees(running, "otto") and changes.history(running)[-1]["outcome"] == "kept"


def test_who_leaves_is_asked_keeps_its_history_and_hands_over_what_is_open(running, hub):
    with hub.As("moni"):
        book.add(running, "task", hub.milestone("Schilder", partner="lensahn", person="lars"))
        done = book.add(running, "task", hub.milestone("Holz", days=0, partner="lensahn"))
        book.report_done(running, "task", done["number"], hub.today())
        parties.change(running, {"lensahn": WOOD})
    arrange(running, hub, "Lensahn baut um.", oldenburg={"role": "partner", "does": ""})
    for who in ("rita", "otto", "lore"):
        hub.vote(running, who, "approve")
    assert partners_of(running) == ("malente", "oldenburg")
    assert parties.former_of(running) == {"lensahn": hub.today()}
    rows = storage.book_of(running).rows("task")
    found = [(row["partner"], row["person"]) for row in rows]
    assert found == [("malente", None), ("lensahn", None)]
    (moved,) = storage.book_of(running).rows("milestone")
    assert (moved["partner"], moved["function"]) == ("malente", "editors")
    told = [entry["comment"] for entry in IJournal(running) if entry["comment"]]
    assert any("Lensahn" in one and "M1, A1" in one and "Lensahn baut um." in one for one in told)
    assert {entry["actor"] for entry in IJournal(running)} >= {"lore"}
    assert not any(sees(running, who) for who in ("lore", "lena", "lars"))


def test_who_has_left_reads_no_more_and_decides_on_nothing(running, hub):
    arrange(running, hub, "Tausch.", oldenburg=WOOD)
    for who in ("rita", "otto", "lore"):
        hub.vote(running, who, "approve")
    with hub.As("moni"):
        changes.ask(running, {"goal": "Zwanzig Bänke.", "reason": "Mehr Bänke."})
    assert open_round_of(running).parties == ("malente", "oldenburg")
    assert not sees(running, "lore")
    with pytest.raises(NotAllowed):
        hub.vote(running, "lore", "approve")
    for who in ("rita", "otto"):
        hub.vote(running, who, "approve")
    assert not sees(running, "lore")
    arrange(running, hub, "Wieder da.", oldenburg=WOOD, lensahn=WOOD)
    for who in ("rita", "otto", "lore"):
        hub.vote(running, who, "approve")
    assert parties.former_of(running) == {} and sees(running, "lars")


def test_a_role_alone_changes_at_once_and_asks_nobody(running, hub):
    assert not arrange(running, hub, "", lensahn=WOOD)
    assert workflows.state_of(running) == "running"
    assert parties.parties_of(running)[1] == ("lensahn", "donor", "Holz")


@pytest.mark.parametrize(
    ("wanted", "reason", "field"),
    [
        ({}, "Allein.", "partners"),
        ({"lensahn": WOOD, "oldenburg": WOOD}, "", "reason"),
    ],
)
def test_what_cannot_be_arranged(running, hub, wanted, reason, field):
    with pytest.raises(Wrong) as refused:
        arrange(running, hub, reason, **wanted)
    assert set(refused.value.errors) == {field}
    assert (workflows.state_of(running), partners_of(running)) == (
        *("running", ("malente", "lensahn")),
    )


@pytest.mark.parametrize("state", ["agreed", "changing", "finished"])
def test_nobody_joins_while_not_all_can_be_asked(portal, hub, state):
    project = hub.bring_to(hub.add_project(portal), "running" if state == "changing" else state)
    if state == "changing":
        with hub.As("moni"):
            changes.ask(project, {"goal": "Zwanzig Bänke.", "reason": "Mehr."})
    with pytest.raises(Wrong) as refused:
        arrange(project, hub, lensahn=WOOD, oldenburg=WOOD)
    assert set(refused.value.errors) == {"reason"}
    assert workflows.state_of(project) == state


@pytest.fixture
def project(web, hub):
    found = hub.bring_to(hub.add_project(web), "running")
    transaction.commit()
    return found


def asked(project, who, method, body=None):
    return requests.request(
        method,
        f"{project.absolute_url()}/@partner-roles",
        json=body,
        auth=(who, PASSWORD),
        headers={"Accept": "application/json", "Accept-Language": "de"},
    )


def test_by_the_form(project, hub, functional):
    page = hub.browser(functional, "moni")
    page.open(project.absolute_url())
    page.getLink("Beteiligte ändern").click()
    page.getControl(name="form.widgets.role-lensahn:list").value = ["donor"]
    page.getControl(name="form.widgets.does-lensahn").value = "Holz und Schilder"
    page.getControl("Speichern").click()
    assert "Geldgeber" in page.contents and "Holz und Schilder" in page.contents


def test_others_join_by_the_form(project, hub, functional):
    page = hub.browser(functional, "moni")
    page.open(f"{project.absolute_url()}/@@beteiligte-aendern")
    page.getControl(name="form.widgets.role-oldenburg:list").value = ["pilot"]
    page.getControl("Speichern").click()
    assert "len Sie dieses Feld aus." in page.contents
    page.getControl(name="form.widgets.reason").value = "Oldenburg probt mit."
    page.getControl("Speichern").click()
    assert "Alle Partner und die neuen werden gefragt" in page.contents
    page.open(project.absolute_url())
    assert "Oldenburg probt mit." in page.contents and "Ort der Probe" in page.contents
    reviewer = hub.browser(functional, "otto")
    reviewer.open(project.absolute_url())
    assert "Oldenburg probt mit." in reviewer.contents


def test_all_are_asked_over_rest(project):
    items = asked(project, "moni", "GET").json()["items"]
    items.append({"partner": "oldenburg", "role": "donor", "does": "Holz"})
    wrong = asked(project, "moni", "POST", {"items": items})
    assert wrong.status_code == 400 and wrong.json()["errors"][0]["field"] == "reason"
    body = {"items": items, "reason": "Oldenburg hat Bänke übrig."}
    assert asked(project, "lars", "POST", body).status_code in (401, 403)
    found = asked(project, "moni", "POST", body)
    assert found.status_code == 200, found.text
    answer = found.json()
    assert (answer["asks_partners"], answer["review_state"]) == (True, "changing")
    assert [one["partner"] for one in answer["items"]] == ["malente", "lensahn"]
    again = asked(project, "moni", "POST", body)
    assert again.status_code in (400, 401, 403)


def test_over_rest(project):
    items = asked(project, "lars", "GET").json()["items"]
    assert [(one["partner"], one["role"]) for one in items] == [
        ("malente", "lead"),
        ("lensahn", "partner"),
    ]
    items[1]["role"] = "pilot"
    changed = asked(project, "moni", "PATCH", {"items": items})
    assert changed.status_code == 200 and changed.json()["items"][1]["role"] == "pilot"
    assert asked(project, "lars", "PATCH", {"items": items}).status_code in (401, 403)
    assert asked(project, "otto", "GET").status_code in (401, 404)


WRONG = [
    *([], {}, {"items": {}}, {"items": ["lensahn"]}, {"items": [{}]}),
    {"items": [{"partner": "oldenburg", "role": "donor"}]},
    {"items": [{"partner": ["lensahn"]}]},
    {"items": [{"partner": "lensahn", "role": "lead"}]},
    {"items": [{"partner": "lensahn", "role": {}}]},
    {"items": [{"partner": "lensahn", "does": "x" * 201}]},
    {"items": [{"partner": "lensahn", "does": ["x"]}]},
]


def test_what_is_wrong_is_said(project):
    for body in WRONG:
        assert asked(project, "moni", "PATCH", body).status_code == 400, body


WRONG_PARTIES = [
    *([], {}, {"items": {}}, {"items": ["lensahn"]}, {"items": []}),
    {"items": [{"partner": "gibtesnicht", "role": "donor"}], "reason": "x"},
    {"items": [{"partner": "oldenburg", "role": "lead"}], "reason": "x"},
    {"items": [{"partner": "oldenburg", "role": "donor"}], "reason": ["x"]},
    {"items": [{"partner": "oldenburg", "role": "donor"}], "reason": "x" * 1001},
    {"items": [{"partner": "malente"}], "reason": "x"},
]


def test_who_cannot_take_part_is_said(project):
    for body in WRONG_PARTIES:
        answer = asked(project, "moni", "POST", body)
        assert answer.status_code == 400, (body, answer.text)
