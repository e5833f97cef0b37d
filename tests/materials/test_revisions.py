"""A released material is changed on a copy that takes its place once approved."""

from datetime import date
from kommunalhub.approvals import revisions
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.operations import decide
from kommunalhub.materials import operations
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from zExceptions import Unauthorized
from zope.component import getUtility
from zope.lifecycleevent import modified

import pytest


@pytest.fixture
def released(hub, material):
    """Return a public material of anna."""
    return hub.bring_to(material, "public")


@pytest.fixture
def revision(hub, released):
    """Return a revision that arne, another editor, has started and changed."""
    with hub.As("arne"):
        copy = revisions.revise(released)
        copy.title = "Vergabe Schritt für Schritt, Fassung 2027"
        copy.file = hub.pdf("vergabe-2027.pdf", hub.PDF + b"\n")
        copy.valid_until = date(2027, 12, 31)
        modified(copy)
    return copy


def found(portal, **query):
    catalog = api.portal.get_tool("portal_catalog")
    return [b.getPath() for b in catalog.unrestrictedSearchResults(**query)]


@pytest.mark.parametrize(
    ("state", "who", "may"),
    [
        ("public", "anna", True),
        ("public", "arne", True),
        ("public", "hilde", True),
        ("internal", "arne", True),
        ("due_for_review", "arne", True),
        ("public", "rita", False),
        ("public", "mia", False),
        ("public", "lena", False),
        ("public", "gast", False),
        ("draft", "anna", False),
        ("pending", "anna", False),
        ("archived", "anna", False),
    ],
)
def test_who_starts_a_revision(hub, material, state, who, may):
    hub.bring_to(material, state)
    with hub.As(who):
        assert revisions.may_revise(material) is may


def test_a_revision_is_a_draft_with_the_number_of_its_original(hub, released, revision):
    assert hub.state(revision) == "draft"
    assert revision.case_number == released.case_number
    assert revision.getId() == f"{released.getId()}-ueberarbeitung"
    assert revision.partner == "malente"
    assert revision.Creator() == "arne"
    assert [entry["kind"] for entry in IJournal(revision)] == ["created", "edited"]
    assert revisions.original_of(revision) == released
    assert revisions.revision_of(released) == revision


def test_the_released_one_stays_as_it_is_meanwhile(hub, released, revision):
    hub.step(revision, "arne", "submit")
    assert hub.state(released) == "public"
    assert released.title == "Vergabe Schritt für Schritt"
    with hub.As("gast"):
        assert api.user.has_permission("View", obj=released)
        assert not api.user.has_permission("View", obj=revision)


def test_there_is_one_revision_at_a_time(hub, released, revision):
    with hub.As("anna"):
        assert not revisions.may_revise(released)


@pytest.mark.parametrize("who", ["anna", "arne", "hilde", "rita"])
def test_a_released_material_is_not_edited_directly(hub, released, who):
    with hub.As(who):
        assert not api.user.has_permission("Modify portal content", obj=released)


@pytest.mark.parametrize(("action", "state"), [("publish", "public"), ("approve", "internal")])
def test_an_approved_revision_takes_the_place(hub, portal, released, revision, action, state):
    number, uid = released.case_number, released.UID()
    gone = "/".join(revision.getPhysicalPath())
    hub.step(revision, "arne", "submit")
    with hub.As("rita"):
        decide(revision, action, "Passt.")

    assert portal["materialien"].objectIds() == [released.getId()]
    assert released.title == "Vergabe Schritt für Schritt, Fassung 2027"
    assert released.file.filename == "vergabe-2027.pdf"
    assert released.valid_until == date(2027, 12, 31)
    assert hub.state(released) == state
    assert (released.case_number, released.UID()) == (number, uid)
    assert (released.Creator(), released.last_editor) == ("anna", "arne")
    assert gone not in found(portal, portal_type="WorkshopMaterial")
    assert found(portal, case_number=number) == ["/".join(released.getPhysicalPath())]
    listed = hub.brain(released)
    assert (listed.review_state, listed.Title) == (state, released.title)
    assert getUtility(IRedirectionStorage).get(gone) == "/".join(released.getPhysicalPath())
    with hub.As("arne"):
        assert revisions.may_revise(released)


def test_anonymous_reads_it_again_as_the_decision_says(hub, released, revision):
    hub.step(revision, "arne", "submit")
    hub.step(revision, "rita", "approve")
    with hub.As("gast"):
        assert not api.user.has_permission("View", obj=released)


def test_the_journal_of_the_original_tells_all(hub, released, revision):
    hub.step(revision, "arne", "submit")
    hub.step(revision, "rita", "return", "Bitte Seite 3 prüfen.")
    hub.step(revision, "arne", "submit")
    hub.step(revision, "rita", "publish", "Danke!")
    journal = IJournal(released)
    assert journal.verify() is None
    tail = [(e["kind"], e["actor"], e["action"]) for e in journal][-5:]
    assert tail == [
        ("revision", "arne", "started"),
        ("revision", "arne", "submit"),
        ("revision", "rita", "return"),
        ("revision", "arne", "submit"),
        ("transition", "rita", "publish"),
    ]
    comments = [entry["comment"] for entry in journal][-5:]
    assert comments == ["", "", "Bitte Seite 3 prüfen.", "", "Danke!"]
    assert operations.last_release(released)["actor"] == "rita"


def test_four_eyes_hold_for_a_revision(hub, released):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="malente-reviewers", username="arne")
    with hub.As("arne"):
        copy = revisions.revise(released)
    hub.step(copy, "arne", "submit")
    with hub.As("arne"), pytest.raises(NotAllowed):
        decide(copy, "publish")


def test_discarding_leaves_the_original_free(hub, portal, released, revision):
    with hub.As("arne"):
        revisions.discard(revision)
    assert portal["materialien"].objectIds() == [released.getId()]
    assert released.title == "Vergabe Schritt für Schritt"
    last = list(IJournal(released))[-1]
    assert (last["kind"], last["action"], last["comment"]) == ("revision", "discarded", "")
    with hub.As("anna"):
        assert revisions.may_revise(released)


@pytest.mark.parametrize("who", ["mia", "lena", "rita"])
def test_others_cannot_discard_it(hub, revision, who):
    with hub.As(who), pytest.raises(Unauthorized):
        revisions.discard(revision)


def test_a_submitted_revision_is_not_discarded(hub, revision):
    hub.step(revision, "arne", "submit")
    with hub.As("arne"), pytest.raises(Unauthorized):
        revisions.discard(revision)


def test_deleting_a_revision_by_other_ways_frees_the_original_too(hub, portal, released, revision):
    with hub.As("arne"):
        portal["materialien"].manage_delObjects([revision.getId()])
    with hub.As("anna"):
        assert revisions.revision_of(released) is None
        assert revisions.may_revise(released)


@pytest.mark.parametrize("transition", ["retract", "archive"])
def test_an_original_waits_for_its_revision(hub, released, revision, transition):
    with hub.As("rita"):
        acts = {act["id"]: act for act in acts_for(released)}
        assert not acts[transition]["allowed"]
        with pytest.raises(NotAllowed):
            decide(released, transition, "Bitte nicht.")
        assert {act["id"]: act for act in acts_for(hub.brain(released))}[transition][
            "allowed"
        ] is False


def test_a_second_revision_gets_the_same_address(hub, released, revision):
    first = revision.getId()
    hub.step(revision, "arne", "submit")
    hub.step(revision, "rita", "publish")
    with hub.As("arne"):
        second = revisions.revise(released)
    assert second.getId() == first
    assert second.title == released.title
