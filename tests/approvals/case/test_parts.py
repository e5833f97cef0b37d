"""A part of the room adds to every case without the case knowing it."""

from kommunalhub.approvals import operations
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.case.parts import kept_by_parts
from kommunalhub.approvals.case.parts import parts_of
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import ICasePart
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.interface.verify import verifyObject

import pytest


KEY = "a parcel on the way"


class Parcels(CasePart):
    """A case waits for parcels: a part as somebody could add it."""

    attributes = ("parcels",)
    annotations = (KEY,)

    def known(self):
        return {"parcels": getattr(self.case.aq_base, "parcels", 0)}

    def moved(self, old_state, new_state):
        self.case.sent_on = f"{old_state} to {new_state}"
        return ("case_number",)

    def asks_for_documents(self):
        return api.user.get_current().getId() == "malente-pruefung"


@pytest.fixture
def parcels():
    """The part, registered while the test runs."""
    registry = getGlobalSiteManager()
    registry.registerSubscriptionAdapter(Parcels, (IApprovable,), ICasePart)
    yield
    registry.unregisterSubscriptionAdapter(Parcels, (IApprovable,), ICasePart)


def test_conditions_and_lists_know_what_a_part_says(portal, parcels, travel):
    case = travel(portal)
    case.parcels = 3
    case.reindexObject()
    assert facts_of(case).extra["parcels"] == 3
    [brain] = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=case.UID())
    assert facts_of(brain).extra["parcels"] == 3


def test_a_part_follows_each_step(portal, parcels, travel, acting):
    case = travel(portal, state="submitted")
    assert case.sent_on == "draft to submitted"
    with acting("malente-pruefung"):
        operations.decide(case, "approve")
    assert case.sent_on == "submitted to approved"


def test_a_part_may_ask_for_documents(portal, parcels, travel, acting):
    case = travel(portal, state="submitted")
    with acting("malente-pruefung"):
        assert files.may_add(case)
    with acting("malente-pruefung2"):
        assert not files.may_add(case)


def test_a_copy_has_nothing_of_what_parts_keep(portal, parcels, travel, acting):
    case = travel(portal)
    case.parcels = 3
    IAnnotations(case)[KEY] = "here"
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, portal.malente)
    assert "parcels" not in vars(copy.aq_base)
    assert KEY not in IAnnotations(copy)
    assert (case.parcels, IAnnotations(case)[KEY]) == (3, "here")


def test_the_parts_of_the_room_answer_all_questions(portal, travel):
    case = travel(portal)
    parts = parts_of(case)
    assert {type(part).__name__ for part in parts} == {
        "AssignmentPart",
        "ClockPart",
        "ConsentsPart",
        "ConversationPart",
        "TimingPart",
    }
    assert all(verifyObject(ICasePart, part) for part in parts)
    attributes, annotations = kept_by_parts(case)
    assert set(attributes) == {"assigned", "clock", "release_plan"}
    assert annotations == ("kommunalhub.approvals.consents",)
    assert parts_of(portal) == []
