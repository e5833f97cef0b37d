"""Consultations in the site: folders, who sees and does what, what is stored."""

from Acquisition import aq_base
from datetime import date
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.funding import operations
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.interfaces import IConsultationFolder
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners.operations import add_partner
from kommunalhub.partners.operations import remove_partner
from kommunalhub.partners.operations import update_partner
from plone import api
from plone.api.exc import InvalidParameterError
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from zExceptions import Unauthorized
from ZODB.serialize import ObjectWriter
from zope.component import getMultiAdapter
from zope.interface import alsoProvides

import pytest
import transaction


ADVICE_READERS = {"malente-mitarbeit", "malente-redaktion", "malente-pruefung"}
STATES = (
    "draft",
    "submitted",
    "returned",
    "released",
    "in_consultation",
    "recommended",
    "applied",
    "granted",
    "denied",
    "closed",
    "withdrawn",
    "rejected",
)
PEOPLE = (
    "malente-mitarbeit",
    "malente-redaktion",
    "malente-pruefung",
    "lensahn-redaktion",
    "lensahn-pruefung",
    "berater",
    "hubleitung",
    "gruenderin",
)


def readers(state):
    if state == "draft":
        return {"malente-redaktion", "hubleitung"}
    people = {"malente-mitarbeit", "malente-redaktion", "malente-pruefung", "hubleitung"}
    if state in ("submitted", "returned", "withdrawn", "rejected"):
        return people
    return people | {"berater"}


def test_sections_are_made_once(portal):
    folder = portal["foerderung"]["beratungen"]["malente"]
    assert IConsultationFolder.providedBy(folder)
    assert operations.ensure_partner_folder(portal, "malente") == folder
    assert folder.partner == "malente"
    assert api.content.get_state(portal["foerderung"]["programme"]) == "public"
    assert api.content.get_state(folder) == "internal"


def test_a_new_partner_gets_a_folder_that_nobody_owns(portal, people):
    with people.As("hubleitung"):
        add_partner("heiligenhafen", title="Stadt Heiligenhafen", short_title="Heiligenhafen")
    folder = portal["foerderung"]["beratungen"]["heiligenhafen"]
    assert folder.Title() == "Stadt Heiligenhafen"
    assert folder.partner == "heiligenhafen"
    assert not folder.get_local_roles()


def test_the_folder_follows_its_partner(portal, people):
    with people.As("hubleitung"):
        add_partner("heiligenhafen", title="Stadt Heiligenhafen", short_title="Heiligenhafen")
        update_partner("heiligenhafen", title="Warderstadt Heiligenhafen")
    beratungen = portal["foerderung"]["beratungen"]
    assert beratungen["heiligenhafen"].Title() == "Warderstadt Heiligenhafen"
    with people.As("hubleitung"):
        remove_partner("heiligenhafen")
    assert "heiligenhafen" not in beratungen.objectIds()


@pytest.mark.parametrize(
    ("person", "partner", "may"),
    [
        ("malente-mitarbeit", "malente", True),
        ("malente-pruefung", "malente", True),
        ("beide-mitarbeit", "lensahn", True),
        ("malente-mitarbeit", "lensahn", False),
        ("berater", "malente", False),
        ("hubleitung", "malente", False),
        ("gruenderin", "malente", False),
    ],
)
def test_who_may_ask_for_advice_where(portal, people, person, partner, may):
    if may:
        case = people.add_consultation(portal, person, partner)
        assert case.partner == partner
        assert api.content.get_state(case) == "draft"
        return
    with pytest.raises((Unauthorized, InvalidParameterError, ValueError)):
        people.add_consultation(portal, person, partner)


def test_no_consultation_outside_the_folders_of_partners(portal, people):
    for place in (portal, portal["foerderung"], portal["foerderung"]["beratungen"]):
        with (
            people.As("malente-mitarbeit"),
            pytest.raises((Unauthorized, InvalidParameterError, ValueError)),
        ):
            api.content.create(place, "FundingConsultation", title="Falscher Ort", goal="x")


def test_a_consultation_is_numbered_and_keeps_its_contact(portal, people):
    case = people.add_consultation(portal)
    assert case.case_number.startswith("F-20")
    assert case.getId() == case.case_number.lower()
    with people.As("malente-pruefung"):
        assert case.contact_name == "Rolf Malente"
        assert case.contact_email == "malente-redaktion@example.org"


@pytest.mark.parametrize("state", STATES)
def test_page_and_catalog_show_a_case_to_its_readers_alone(portal, people, state):
    case = people.bring_to(people.add_consultation(portal), state)
    assert api.content.get_state(case) == state
    processQueue()
    for person in PEOPLE:
        with people.As(person):
            may = api.user.has_permission("View", obj=case)
            found = api.content.find(UID=case.UID())
        assert may == bool(found) == (person in readers(state)), person


@pytest.mark.parametrize("state", ["in_consultation", "recommended"])
def test_the_advice_is_read_once_it_is_given(portal, people, state):
    case = people.bring_to(people.add_consultation(portal), state)
    for person in PEOPLE:
        with people.As(person):
            may = api.user.has_permission("kommunalhub: View advice", obj=case)
        given = state == "recommended" and person in ADVICE_READERS
        assert may == (given or person in ("berater", "hubleitung")), person


def test_nobody_releases_what_they_wrote(portal, people):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="malente-reviewers", username="malente-redaktion")
    case = people.add_consultation(portal)
    with people.As("malente-redaktion"):
        api.content.transition(case, "submit")
        with pytest.raises(InvalidParameterError):
            api.content.transition(case, "release")
    assert api.content.get_state(case) == "submitted"


def test_no_recommendation_without_words(portal, people):
    case = people.bring_to(people.add_consultation(portal), "in_consultation")
    with people.As("berater"):
        with pytest.raises(InvalidParameterError):
            api.content.transition(case, "recommend")
        case.recommendation = "  "
        with pytest.raises(InvalidParameterError):
            api.content.transition(case, "recommend")


def test_the_record_grows_and_sorts_by_day(portal, people):
    case = people.bring_to(people.add_consultation(portal), "in_consultation")
    with people.As("berater"):
        operations.add_protocol_entry(case, " Zweites Gespräch ", "2026-11-06")
        operations.add_protocol_entry(case, "Erstes Gespräch", "2026-11-04")
    assert [(entry["date"], entry["text"]) for entry in case.protocol] == [
        ("2026-11-04", "Erstes Gespräch"),
        ("2026-11-06", "Zweites Gespräch"),
    ]
    assert case.protocol[0]["author"] == "Bea Beratung"
    assert [entry["kind"] for entry in IJournal(case)][-1] == "edited"


def test_the_record_is_stored_apart_from_the_case(portal, people):
    case = people.bring_to(people.add_consultation(portal), "in_consultation")

    def size():
        transaction.savepoint()
        return len(ObjectWriter(case).serialize(aq_base(case)))

    with people.As("berater"):
        operations.add_protocol_entry(case, "Erstes Gespräch", "2026-11-04")
        before = size()
        for number in range(10):
            operations.add_protocol_entry(case, f"{number} " + "Gespräch " * 500, "2026-11-05")
    assert len(case.protocol) == 11
    assert size() < before + 1000


def test_a_copy_has_a_record_of_its_own(portal, people):
    case = people.bring_to(people.add_consultation(portal), "in_consultation")
    with people.As("berater"):
        operations.add_protocol_entry(case, "Erstes Gespräch", "2026-11-04")
        transaction.savepoint()
        copy = case._getCopy(case)
        copy.add_to_protocol({"date": "2026-11-05", "text": "Nur hier", "author": ""})
    assert [entry["text"] for entry in case.protocol] == ["Erstes Gespräch"]
    assert [entry["text"] for entry in copy.protocol] == ["Erstes Gespräch", "Nur hier"]


MEETING = {"start": "2026-11-09T10:00", "place": "Rathaus"}


def test_an_entry_says_what_comes_next(portal, people):
    case = people.add_consultation(portal)
    more = {
        "next_step": " Bauzeichnung  anfordern ",
        "who": "Die Verwaltung",
        "until": "2026-11-08",
        "appointment": MEETING,
    }
    operations.add_protocol_entry(case, "Altes Gespräch", "2026-11-04")
    operations.add_protocol_entry(case, "Gespräch", "2026-11-06", more)
    old, new = case.protocol
    assert set(old) == {"number", "date", "text", "author"}
    assert {name: new[name] for name in more} == {
        "next_step": "Bauzeichnung anfordern",
        "who": "administration",
        "until": "2026-11-08",
        "appointment": {"start": "2026-11-09T09:00:00+00:00", "minutes": 60, "place": "Rathaus"},
    }
    other = {"next_step": "Rückruf", "who": "Frau O."}
    operations.add_protocol_entry(case, "Gespräch", "2026-11-06", other)
    assert case.protocol[-1]["who"] == "Frau O."


def test_the_last_entry_sent_once_more_is_not_added(portal, people):
    case = people.bring_to(people.add_consultation(portal), "in_consultation")
    with people.As("berater"):
        for text in ("Nicht erreicht", "Nicht erreicht", "Erreicht", "Nicht erreicht"):
            operations.add_protocol_entry(case, text, "2026-11-06", {"appointment": MEETING})
    assert [entry["number"] for entry in case.protocol] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "day", "more", "at"),
    [
        (" \n", "2026-11-06", {}, {"text"}),
        ("x" * 20001, "2026-11-06", {}, {"text"}),
        ("Gespräch", "gestern", {}, {"date"}),
        ("Gespräch", None, {"until": "2026-11-01", "next_step": "x"}, {"date"}),
        ("Gespräch", "2999-01-01", {}, {"date"}),
        (None, None, {"until": "x"}, {"text", "date", "until"}),
        ("x", "2026-11-06", {"who": "hub"}, {"next_step"}),
        ("x", "2026-11-06", {"next_step": "x" * 1001, "who": ["hub"]}, {"next_step", "who"}),
        ("x", "2026-11-06", {"next_step": "x", "until": "2026-11-05"}, {"until"}),
        ("x", "2026-11-06", {"appointment": "morgen"}, {"appointment"}),
        ("x", "2026-11-06", {"appointment": {"place": "x"}}, {"appointment.start"}),
        ("x", "2026-11-06", {"appointment": {"start": "2026-11-09"}}, {"appointment.start"}),
        ("x", "2026-11-06", {"appointment": {"start": 20261109}}, {"appointment.start"}),
        (
            "x",
            "2026-11-06",
            {"appointment": {"start": "9999-12-31T23:59", "minutes": 4, "place": "x" * 201}},
            {"appointment.start", "appointment.minutes", "appointment.place"},
        ),
        (
            "x",
            "2026-11-06",
            {"appointment": MEETING | {"start": "2026-11-05T23:59", "minutes": True}},
            {"appointment.start", "appointment.minutes"},
        ),
        # Left out when the clocks go forward.
        ("x", "2026-11-06", {"appointment": {"start": "2027-03-28T02:30"}}, {"appointment.start"}),
    ],
)
def test_entries_the_record_does_not_take(portal, people, text, day, more, at):
    case = people.add_consultation(portal)
    with pytest.raises(Wrong) as caught:
        operations.add_protocol_entry(case, text, day, more)
    assert set(caught.value.errors) == at
    assert case.protocol == ()


@pytest.mark.parametrize("state", ["draft", "submitted", "closed"])
def test_only_drafts_can_be_deleted(portal, people, state):
    case = people.bring_to(people.add_consultation(portal), state)
    with people.As("malente-redaktion"):
        may = api.user.has_permission("Delete objects", obj=case)
    assert may == (state == "draft")


def test_consultations_are_found_by_number_and_goal_not_by_advice(portal, people):
    case = people.bring_to(people.add_consultation(portal), "in_consultation")
    with people.As("berater"):
        case.recommendation = "Wattenmeerprogramm"
        case.reindexObject()
        assert api.content.find(SearchableText="gedämmt")
        assert api.content.find(SearchableText=case.case_number)
        assert not api.content.find(SearchableText="Wattenmeerprogramm")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("foerderung/programme", "funding-programmes"),
        ("foerderung/beratungen", "funding-consultations"),
        ("foerderung", "funding-section"),
    ],
)
def test_lists_wake_no_object(portal, people, monkeypatch, path, name):
    people.add_programme(portal, deadline_kind="fixed", deadline=date(2099, 1, 31))
    people.bring_to(people.add_consultation(portal), "released")
    alsoProvides(portal.REQUEST, IKommunalhubLayer)
    view = getMultiAdapter((portal.unrestrictedTraverse(path), portal.REQUEST), name=name)

    def woken(brain, *args, **options):
        raise AssertionError(f"{brain.getPath()} was woken")

    monkeypatch.setattr(AbstractCatalogBrain, "getObject", woken)
    monkeypatch.setattr(AbstractCatalogBrain, "_unrestrictedGetObject", woken)
    with people.As("hubleitung"):
        page = view()
    shown = "Dach der Feuerwache" if name == "funding-consultations" else "Kommunale Gebäude"
    assert shown in page
