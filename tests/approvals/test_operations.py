"""Deciding: who may, by any channel, and what follows."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals import operations
from kommunalhub.approvals.case import facts
from kommunalhub.approvals.case import numbers
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.lists import queries
from kommunalhub.core import formatting
from plone import api
from plone.app.dexterity.behaviors.metadata import IBasic
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


def german(message):
    return translate(message, target_language="de")


def edit(case):
    notify(ObjectModifiedEvent(case, Attributes(IBasic, "IBasic.title")))


def brain_of(case):
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=case.UID())
    return found[0]


def waits_for(case, acting, *names):
    """Return those of `names` in whose inbox the case is."""
    found = []
    for name in names:
        with acting(name):
            catalog = api.portal.get_tool("portal_catalog")
            if case.UID() in [brain.UID for brain in catalog(**queries.inbox_query())]:
                found.append(name)
                assert queries.inbox_count() >= 1
    return found


EVERYBODY = (
    "malente-redaktion",
    "malente-pruefung",
    "malente-pruefung2",
    "malente-beides",
    "malente-mitarbeit",
    "lensahn-pruefung",
    "hubleitung",
)


def test_a_new_case_has_a_number_and_its_lower_case_form_as_id(portal, travel):
    first, second = travel(portal), travel(portal)
    assert first.case_number.startswith("T-")
    assert first.getId() == first.case_number.lower()
    assert int(second.case_number[-3:]) == int(first.case_number[-3:]) + 1


def test_numbers_count_anew_each_year_in_berlin(portal, monkeypatch):
    eve = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    monkeypatch.setattr(formatting, "now", lambda: eve)
    assert numbers.next_number("X") == "X-2026-001"
    assert numbers.next_number("X") == "X-2026-002"
    assert numbers.next_number("Y") == "Y-2026-001"
    monkeypatch.setattr(formatting, "now", lambda: eve.replace(hour=23, minute=0))
    assert numbers.next_number("X") == "X-2027-001"
    assert numbers.number("X", 2026, 1234) == "X-2026-1234"


def test_a_case_goes_from_draft_to_decision(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"):
        operations.decide(case, "approve", "Gute Reise!")
    assert api.content.get_state(case) == "approved"
    entries = list(IJournal(case))
    assert [entry["kind"] for entry in entries] == ["created", "transition", "transition"]
    last = entries[-1]
    assert (last["actor"], last["action"], last["from"], last["to"], last["comment"]) == (
        "malente-pruefung",
        "approve",
        "submitted",
        "approved",
        "Gute Reise!",
    )


def test_nobody_decides_on_what_they_created(portal, travel, acting):
    case = travel(portal, by="malente-beides", state="submitted")
    with acting("malente-beides"), pytest.raises(NotAllowed) as caught:
        operations.decide(case, "approve")
    assert german(caught.value.args[0]) == (
        "Sie haben den Vorgang selbst angelegt, deshalb entscheidet darüber jemand anderes. "
        "„Freigeben“ kann jede andere Person aus ‚Prüfung Malente‘."
    )
    assert caught.value.denied.fixable_by == ("malente-reviewers",)
    with acting("malente-beides"), pytest.raises(WorkflowException):
        portal.portal_workflow.doActionFor(case, "approve")
    assert api.content.get_state(case) == "submitted"


def test_nobody_decides_on_what_they_changed_last(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting("malente-beides"):
        edit(case)
        with pytest.raises(NotAllowed, match="zuletzt geändert"):
            operations.decide(case, "approve")
        with pytest.raises(WorkflowException):
            portal.portal_workflow.doActionFor(case, "approve")
    with acting("malente-pruefung"):
        operations.decide(case, "approve")
    assert api.content.get_state(case) == "approved"


def test_a_decision_is_not_a_change(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"):
        operations.decide(case, "return", "Das Ziel fehlt.")
    assert case.last_editor == "malente-redaktion"
    with acting("malente-redaktion"):
        operations.decide(case, "submit")
    with acting("malente-pruefung"):
        operations.decide(case, "approve")
    assert case.last_editor == "malente-redaktion"


def test_reviewers_of_another_administration_have_no_say(portal, travel, acting):
    case = travel(portal, state="submitted")
    with acting("lensahn-pruefung"), pytest.raises(NotAllowed) as caught:
        operations.decide(case, "approve")
    assert german(caught.value.args[0]) == "„Freigeben“ ist Aufgabe von: Prüfung Malente."


@pytest.mark.parametrize("comment", ["", "  \n ", None])
def test_a_reason_is_needed_by_any_channel(portal, travel, acting, comment):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"):
        with pytest.raises(ReasonRequired, match="begründen"):
            operations.decide(case, "return", comment)
        with pytest.raises(ReasonRequired, match="begründen"):
            portal.portal_workflow.doActionFor(case, "return", comment=comment)
        with pytest.raises(CommentTooLong, match="5000"):
            operations.decide(case, "return", "x" * 5001)
    assert api.content.get_state(case) == "submitted"
    assert len(IJournal(case)) == 2


def test_a_condition_answers_for_guard_and_button_alike(portal, travel, acting, monkeypatch):
    case = travel(portal)
    monkeypatch.setattr(facts, "extra_of", lambda obj: {"has_goal": False})
    with acting("malente-redaktion"):
        act = {act["id"]: act for act in operations.acts_for(case)}["submit"]
        assert not act["allowed"]
        assert german(act["reason"]) == (
            "Es fehlt das Ziel der Reise. Das kann ändern: die antragstellende Person."
        )
        with pytest.raises(WorkflowException):
            portal.portal_workflow.doActionFor(case, "submit")


def test_the_second_of_two_reviewers_is_told_who_decided_what(portal, travel, acting):
    case = travel(portal, state="submitted")
    seen = operations.seen_mark(case)
    with acting("malente-pruefung"):
        operations.decide(case, "reject", "Kein Geld.", seen)
    with acting("malente-pruefung2"), pytest.raises(AlreadyDecided) as caught:
        operations.decide(case, "approve", "", seen)
    text = german(caught.value.args[0])
    assert text.startswith("Petra Malente hat am ")
    assert (
        "schon entschieden: Nicht annehmen. Der Vorgang steht jetzt auf „Nicht angenommen“." in text
    )
    assert caught.value.entry["actor"] == "malente-pruefung"
    with acting("malente-pruefung2"), pytest.raises(AlreadyDecided):
        operations.decide(case, "approve")
    with acting("malente-pruefung"), pytest.raises(AlreadyDecided, match="Sie haben am"):
        operations.decide(case, "reject", "Kein Geld.", seen)
    assert len(IJournal(case)) == 3


def test_who_saw_an_older_version_looks_again(portal, travel, acting):
    case = travel(portal, state="submitted")
    seen = operations.seen_mark(case)
    with acting("malente-redaktion"):
        edit(case)
    with acting("malente-pruefung"), pytest.raises(AlreadyDecided, match="Rolf Malente hat den"):
        operations.decide(case, "approve", "", seen)
    with acting("malente-pruefung"):
        operations.decide(case, "return", "Warum?", operations.seen_mark(case))
    with acting("malente-redaktion"):
        operations.decide(case, "submit")
    with acting("malente-pruefung"), pytest.raises(AlreadyDecided):
        operations.decide(case, "approve", "", seen)


@pytest.mark.parametrize("transition", ["close", "unheard-of", ""])
def test_what_the_state_does_not_offer_is_not_possible(portal, travel, acting, transition):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"), pytest.raises(NotPossible):
        operations.decide(case, transition)


def test_a_case_waits_for_those_who_can_decide(portal, travel, acting):
    case = travel(portal, by="malente-beides", state="submitted")
    assert waits_for(case, acting, *EVERYBODY) == ["malente-pruefung", "malente-pruefung2"]
    with acting("malente-pruefung2"):
        operations.decide(case, "return", "Warum?")
    assert waits_for(case, acting, *EVERYBODY) == ["malente-redaktion", "malente-beides"]


def test_who_changes_a_case_loses_it_from_the_inbox(portal, travel, acting):
    case = travel(portal, state="submitted")
    assert "malente-beides" in waits_for(case, acting, *EVERYBODY)
    with acting("malente-beides"):
        edit(case)
    assert waits_for(case, acting, *EVERYBODY) == ["malente-pruefung", "malente-pruefung2"]
    assert brain_of(case).last_editor == "malente-beides"


def test_objects_and_brains_answer_alike(portal, travel, acting):
    cases = [
        travel(portal),
        travel(portal, by="malente-beides", state="submitted"),
        travel(portal, state="returned"),
        travel(portal, state="approved"),
    ]
    for name in EVERYBODY:
        with acting(name):
            for case in cases:
                assert operations.acts_for(brain_of(case)) == operations.acts_for(case), name


def test_due_dates_are_stored_with_each_step(portal, travel, acting, monkeypatch):
    friday = datetime(2026, 10, 30, 9, tzinfo=UTC)
    monkeypatch.setattr(formatting, "now", lambda: friday)
    case = travel(portal)
    assert case.due is None
    assert due_of(brain_of(case)) is None
    with acting("malente-redaktion"):
        operations.decide(case, "submit")
    assert case.due.isoformat() == "2026-11-04T22:59:00+00:00"
    assert due_of(brain_of(case)) == case.due
    with acting("malente-pruefung"):
        operations.decide(case, "approve")
    assert case.due is None
    assert due_of(brain_of(case)) is None


def test_the_inbox_has_the_oldest_due_date_first_and_no_date_last(portal, travel, acting):
    draft = travel(portal, by="malente-redaktion", title="Ohne Frist")
    late = travel(portal, state="returned", title="Spät")
    soon = travel(portal, state="returned", title="Bald")
    soon.due = late.due - timedelta(days=365)
    soon.reindexObject(idxs=["due"])
    with acting("malente-redaktion"):
        found = portal.portal_catalog(**queries.inbox_query())
    assert [brain.UID for brain in found] == [soon.UID(), late.UID(), draft.UID()]


def test_several_at_once_one_result_each(portal, travel, acting):
    mine = travel(portal, by="malente-beides", state="submitted")
    others = [travel(portal, state="submitted") for _ in range(2)]
    draft = travel(portal)
    uids = [others[0].UID(), mine.UID(), "nowhere", draft.UID(), others[1].UID(), others[0].UID()]
    with acting("malente-beides"):
        results = operations.decide_many(uids, "approve")
    assert [type(result["error"]).__name__ for result in results] == [
        "NoneType",
        "NotAllowed",
        "NotPossible",
        "NotPossible",
        "NoneType",
    ]
    assert [api.content.get_state(case) for case in (*others, mine, draft)] == [
        "approved",
        "approved",
        "submitted",
        "draft",
    ]


def test_the_catalog_does_not_take_a_file_for_its_case(portal, travel, acting):
    case = travel(portal, state="returned")
    with api.env.adopt_roles(["Manager"]):
        from plone.namedfile.file import NamedBlobFile

        file = NamedBlobFile(b"%PDF-1.7", "application/pdf", "plan.pdf")
        plan = api.content.create(case, "File", "plan.pdf", title="Plan", file=file)
    brain = brain_of(plan)
    assert not any((brain.case_number, brain.last_editor, brain.case_extra, brain.due))
    index = portal.portal_catalog.Indexes["awaiting"]
    assert not index.getEntryForObject(brain.getRID())
