"""What was agreed changes at once below the limit, above it once all partners have agreed."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.changes import operations as changes
from Products.CMFCore.WorkflowCore import WorkflowException

import pytest


def wanted(project, **changed):
    return {**changes.agreed_on(project), "reason": "Es wird teurer.", **changed}


def test_below_the_limit_it_holds_at_once(running, hub):
    with hub.As("moni"):
        assert not changes.ask(running, wanted(running, budget=Decimal("27999.99")))
    assert running.budget == Decimal("27999.99")
    assert workflows.state_of(running) == "running"
    assert [one["outcome"] for one in changes.history(running)] == ["at_once"]


def test_above_the_limit_the_old_figure_holds_until_all_agree(running, hub):
    with hub.As("moni"):
        assert changes.ask(running, wanted(running, budget=Decimal(28000)))
    assert workflows.state_of(running) == "changing"
    hub.vote(running, "rita", "approve")
    assert running.budget == Decimal(18000)
    hub.vote(running, "lore", "approve")
    assert workflows.state_of(running) == "running"
    assert running.budget == Decimal(28000)
    assert changes.waiting(running) is None


def test_one_partner_who_declines_keeps_what_was_agreed(running, hub):
    with hub.As("moni"):
        changes.ask(running, wanted(running, goal="Zwanzig Bänke."))
    hub.vote(running, "lore", "reject", "Das trägt unser Haushalt nicht.")
    assert workflows.state_of(running) == "running"
    assert running.goal == "Zwölf Bänke in beiden Gemeinden."
    assert [one["outcome"] for one in changes.history(running)] == ["kept"]


def test_the_lead_takes_a_change_back(running, hub):
    with hub.As("moni"):
        changes.ask(running, wanted(running, own_share=Decimal(0), budget=Decimal(0)))
    hub.step(running, "moni", "keep", "Wir kommen so aus.")
    assert workflows.state_of(running) == "running" and changes.waiting(running) is None


@pytest.mark.parametrize("who", ["rita", "lore", "lena", "hilde", "otto"])
def test_nobody_else_ends_it_past_the_votes(running, hub, who):
    with hub.As("moni"):
        changes.ask(running, wanted(running, budget=Decimal(50000)))
    for transition in ("keep", "confirm"):
        with pytest.raises(WorkflowException):
            hub.step(running, who, transition, "Einfach so.")


def test_who_asks_does_not_vote(running, hub):
    running.manage_setLocalRoles("rita", ["Owner"])
    with hub.As("rita"):
        changes.ask(running, wanted(running, budget=Decimal(50000)))
    with pytest.raises(NotAllowed):
        hub.vote(running, "rita", "approve")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, "reason"),
        ({"own_share": Decimal(18001)}, "own_share"),
        ({"end": "before"}, "end"),
    ],
)
def test_what_cannot_be(running, hub, changed, field):
    if changed.get("end"):
        changed = {"end": running.start - timedelta(days=1)}
    with hub.As("moni"), pytest.raises(Wrong) as refused:
        changes.ask(running, wanted(running, **changed))
    assert set(refused.value.errors) == {field}
    assert workflows.state_of(running) == "running"


def test_before_it_runs_only_small_things_change(portal, hub):
    project = hub.bring_to(hub.add_project(portal), "agreed")
    with hub.As("moni"):
        assert not changes.ask(project, wanted(project, end=project.end + timedelta(days=9)))
        with pytest.raises(Wrong):
            changes.ask(project, wanted(project, goal="Etwas ganz anderes."))
