"""A project from its idea to its end, with the conditions of each step."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import acts_for
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.lessons import operations as lessons
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException

import pytest


def refusal(project, who, transition, hub):
    """Return why somebody cannot take a step, in German."""
    with hub.As(who):
        act = next(act for act in acts_for(project) if act["id"] == transition)
    assert not act["allowed"]
    return api.portal.translate(act["reason"], lang="de")


def test_all_partners_agree_before_it_is_agreed(portal, hub):
    project = hub.add_project(portal)
    hub.step(project, "moni", "propose")
    assert workflows.state_of(project) == "proposed"
    hub.vote(project, "lore", "approve")
    assert workflows.state_of(project) == "proposed"
    hub.vote(project, "rita", "approve")
    assert workflows.state_of(project) == "agreed"
    assert project.getId().startswith("pr-")


def test_one_partner_who_declines_returns_it(portal, hub):
    project = hub.bring_to(hub.add_project(portal), "proposed")
    hub.vote(project, "lore", "reject", "Die Bänke kosten uns zu viel.")
    assert workflows.state_of(project) == "idea"
    assert "zu viel" in IJournal(project).last("transition")["comment"]


def test_who_is_no_partner_does_not_vote(portal, hub):
    project = hub.bring_to(hub.add_project(portal), "proposed")
    with pytest.raises(NotAllowed):
        hub.vote(project, "otto", "approve")


def test_nobody_agrees_past_the_votes(portal, hub):
    project = hub.bring_to(hub.add_project(portal), "proposed")
    assert refusal(project, "rita", "agree", hub)
    with pytest.raises(WorkflowException):
        hub.step(project, "rita", "agree")


def test_what_is_agreed_is_taken_back_by_its_lead_alone(portal, hub):
    project = hub.bring_to(hub.add_project(portal), "agreed")
    with pytest.raises(WorkflowException):
        hub.step(project, "lore", "return", "Doch nicht.")
    hub.step(project, "rita", "return", "Der Haushalt ist gesperrt.")
    assert workflows.state_of(project) == "idea"


def test_an_idea_needs_a_partner_and_a_milestone(portal, hub):
    alone = hub.add_project(portal, partners={"malente"})
    assert "mindestens einen Partner" in refusal(alone, "moni", "propose", hub)
    empty = hub.add_project(portal, milestones=())
    assert "noch keine Etappe" in refusal(empty, "moni", "propose", hub)


def test_it_starts_on_its_first_day(portal, hub):
    project = hub.bring_to(hub.add_project(portal, start=hub.in_days(3)), "agreed")
    assert "beginnt am" in refusal(project, "moni", "start", hub)


def test_it_ends_when_nothing_is_open_and_all_is_learned(running, hub):
    assert "Noch offene Etappen: 1" in refusal(running, "moni", "finish", hub)
    with hub.As("moni"):
        book.report_done(running, "milestone", 1, hub.today())
    assert "Was wir gelernt haben" in refusal(running, "moni", "finish", hub)
    with hub.As("moni"):
        lessons.write(running, hub.LESSONS)
    hub.step(running, "moni", "finish")
    assert workflows.state_of(running) == "finished"
    found = lessons.lessons(running)
    assert found["cost"] == running.budget and found["went_wrong"].startswith("Zu wenig")


def test_moved_milestones_say_why_and_keep_the_old_day(running, hub):
    values = {"title": "Bänke stehen", "about": "", "partner": "lensahn", "function": "editors"}
    values |= {"person": None, "planned": hub.in_days(90)}
    with hub.As("moni"):
        with pytest.raises(Wrong) as refused:
            book.change(running, "milestone", 1, {**values, "why": ""})
        assert set(refused.value.errors) == {"why"}
        book.change(running, "milestone", 1, {**values, "why": "Das Holz fehlt."})
    row = storage.book_of(running).row("milestone", 1)
    assert [one["planned"] for one in row["earlier"]] == [hub.in_days(60)]
    assert row["planned"] == hub.in_days(90)
    assert "verschoben" in IJournal(running).last("edited")["comment"]


def test_it_is_due_with_what_comes_next(running, hub):
    assert running.due.date() == hub.in_days(60)
    with hub.As("moni"):
        task = hub.milestone("Holz bestellen", 5)
        book.add(running, "task", task)
        book.add(running, "task", task)
    assert running.due.date() == hub.in_days(5)
    assert len(storage.book_of(running).rows("task")) == 1


def test_a_partner_reports_what_is_theirs_and_still_votes(running, hub):
    row = storage.book_of(running).row("milestone", 1)
    for who, may in (("lena", True), ("lars", False), ("otto", False), ("moni", True)):
        with hub.As(who):
            assert book.may_report(running, row) == may
    with hub.As("lena"):
        book.report_done(running, "milestone", 1, hub.today())
    assert running.last_editor == "moni"


def test_nothing_is_entered_without_bound(running, hub, monkeypatch):
    monkeypatch.setitem(storage.MOST, "task", 1)
    with hub.As("moni"):
        book.add(running, "task", hub.milestone("Eins", 5))
        with pytest.raises(Wrong):
            book.add(running, "task", hub.milestone("Zwei", 5))
