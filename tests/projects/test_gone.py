"""An administration is taken out of the hub: nothing goes on with it, and nothing waits for it."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents.storage import open_round_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.partners.groups import ensure_groups_of
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import records
from kommunalhub.partners.operations import remove_partner
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.parties import operations as parties
from kommunalhub.projects.partnership import partners_of
from plone import api

import pytest


NEW = "heiligenhafen"
WOOD = {"role": "donor", "does": "Holz"}
LEAD = {"role": "lead", "does": ""}


@pytest.fixture
def town(portal):
    """Return the id of a further partner, with somebody who decides."""
    record = records().add(NEW)  # without the folders of all offers
    record.title, record.short_title = "Stadt Heiligenhafen", "Heiligenhafen"
    with api.env.adopt_roles(["Manager"]):
        ensure_groups_of(get_partner(NEW))
        api.group.add_user(groupname=f"{NEW}-reviewers", username="gesa")
    return NEW


def remove(partner):
    with api.env.adopt_roles(["Manager"]):
        remove_partner(partner)


def project_with(portal, hub, partners, state="running"):
    """Return a project of Malente and others, all of whose reviewers agree."""
    project = hub.add_project(portal, partners={"malente", *partners})
    hub.step(project, "moni", "propose")
    if state == "proposed":
        return project
    for who, partner in (("rita", "malente"), ("lore", "lensahn"), ("gesa", NEW)):
        if partner in ("malente", *partners):
            hub.vote(project, who, "approve")
    hub.step(project, "moni", "start")
    return project


def test_what_was_proposed_to_it_alone_is_an_idea_again(portal, hub, town):
    project = project_with(portal, hub, [town], "proposed")
    remove(town)
    assert (workflows.state_of(project), partners_of(project)) == ("idea", ("malente",))
    assert "gibt es im Hub nicht mehr" in IJournal(project).last("transition")["comment"]


def test_the_others_who_were_asked_decide(portal, hub, town):
    project = project_with(portal, hub, ["lensahn", town], "proposed")
    hub.vote(project, "rita", "approve")
    remove(town)
    assert open_round_of(project).parties == ("malente", "lensahn")
    hub.vote(project, "lore", "approve")
    assert workflows.state_of(project) == "agreed"


def test_where_it_was_the_last_to_be_waited_for_the_rest_holds(portal, hub, town):
    project = project_with(portal, hub, ["lensahn", town], "proposed")
    hub.vote(project, "rita", "approve")
    hub.vote(project, "lore", "approve")
    remove(town)
    assert workflows.state_of(project) == "agreed"
    assert partners_of(project) == ("malente", "lensahn")


def test_a_running_project_goes_on_without_it(portal, hub, town):
    project = project_with(portal, hub, ["lensahn", town])
    with hub.As("moni"):
        book.add(project, "task", hub.milestone("Schilder", 5, partner=town))
    remove(town)
    assert (workflows.state_of(project), partners_of(project)) == (
        *("running", ("malente", "lensahn")),
    )
    assert book.storage.book_of(project).row("task", 1)["partner"] == "malente"
    assert parties.former_of(project) == {town: hub.today()}


def ask_to_join(project, hub, **wanted):
    with hub.As("moni"):
        parties.arrange(project, {"malente": LEAD, **wanted}, "Kommt dazu.")


def test_nobody_is_asked_about_somebody_who_is_gone(portal, hub, town):
    project = project_with(portal, hub, ["lensahn"])
    ask_to_join(project, hub, lensahn=WOOD, **{town: WOOD})
    hub.vote(project, "rita", "approve")
    remove(town)
    assert workflows.state_of(project) == "running"
    assert changes.waiting(project) is None
    assert changes.history(project)[-1]["outcome"] == "gone"


def test_of_two_who_are_to_join_the_other_does(portal, hub, town):
    project = project_with(portal, hub, ["lensahn"])
    ask_to_join(project, hub, lensahn=WOOD, oldenburg=WOOD, **{town: WOOD})
    for who in ("rita", "lore", "otto"):
        hub.vote(project, who, "approve")
    assert workflows.state_of(project) == "changing"
    remove(town)
    assert workflows.state_of(project) == "running"
    assert partners_of(project) == ("malente", "lensahn", "oldenburg")


def test_a_partner_whose_place_was_to_be_taken_by_it_stays(portal, hub, town):
    project = project_with(portal, hub, ["lensahn"])
    ask_to_join(project, hub, **{town: WOOD})
    remove(town)
    assert (workflows.state_of(project), partners_of(project)) == (
        *("running", ("malente", "lensahn")),
    )


def test_of_what_is_over_it_was_a_partner_and_stays_it(portal, hub, town):
    project = project_with(portal, hub, ["lensahn", town])
    hub.step(project, "rita", "stop", "Kein Geld mehr.")
    remove(town)
    assert partners_of(project) == ("malente", NEW, "lensahn")
