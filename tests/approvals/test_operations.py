"""Deciding: who may, by any channel, and what follows."""

from kommunalhub.approvals import operations
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.i18n import translate

import pytest


def german(message):
    return translate(message, target_language="de")


def test_a_new_case_has_a_number_and_its_lower_case_form_as_id(portal, travel):
    first, second = travel(portal), travel(portal)
    assert first.case_number.startswith("T-")
    assert first.getId() == first.case_number.lower()
    assert int(second.case_number[-3:]) == int(first.case_number[-3:]) + 1


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
    text = german(caught.value.args[0])
    assert "selbst angelegt" in text
    assert "Prüfung Malente" in text
    assert caught.value.denied.fixable_by == ("malente-reviewers",)
    with acting("malente-beides"), pytest.raises(WorkflowException):
        portal.portal_workflow.doActionFor(case, "approve")
    assert api.content.get_state(case) == "submitted"
