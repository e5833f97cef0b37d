"""Rights that pass for a while: page, catalog, inbox and journal agree at every minute."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals import operations
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.lists import queries
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.partners.substitution import operations as substitution
from kommunalhub.partners.substitution.interfaces import NotYours
from kommunalhub.partners.substitution.interfaces import SubstitutionInvalid
from kommunalhub.partners.substitution.rights import acting_for
from kommunalhub.partners.substitution.rights import lent_to
from kommunalhub.partners.substitution.rights import substitutes_of
from kommunalhub.partners.substitution.storage import book_of
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.ZCatalog import ZCatalog
from zope.i18n import translate
from zope.security.management import endInteraction
from zope.security.management import newInteraction

import pytest


NOW = datetime(2026, 8, 3, 7, 30, tzinfo=UTC)
START = datetime(2026, 8, 4, 6, 0, tzinfo=UTC)
END = datetime(2026, 8, 14, 22, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ABSENT, SUBSTITUTE = "malente-pruefung", "malente-mitarbeit"


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the time."""

    def set_to(moment):
        monkeypatch.setattr("kommunalhub.core.formatting.now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def named(portal, clock):
    """Return a function that names a substitute: by default all of Petra's cases for Mia."""

    def named(absent=ABSENT, substitute=SUBSTITUTE, start=START, end=END, **more):
        with api.env.adopt_user(username=absent):
            return substitution.name(absent, substitute, start, end, **more)

    return named


def what_they_can(case, person):
    """Return what each channel says about a person and a case; all must say the same."""
    forget_roles()
    with api.env.adopt_user(username=person):
        row = [brain for brain in inbox_brains() if case.UID() == brain.UID]
        by_page = {act["id"] for act in operations.acts_for(case) if act["allowed"]}
        tool = api.portal.get_tool("portal_workflow")
        by_workflow = {found["id"] for found in tool.getTransitionsFor(case)}
        found = api.content.find(UID=case.UID())
        by_row = {a["id"] for brain in found for a in operations.acts_for(brain) if a["allowed"]}
        assert by_page == by_workflow
        assert not found or by_row == by_page
        assert bool(found) == api.user.has_permission("View", obj=case)
        assert queries.inbox_count() == len(inbox_brains())
        return bool(row), by_page


REVIEWING = (True, {"approve", "return", "reject"})


@pytest.mark.parametrize(
    "moment, expected",
    [
        (START - SECOND, (False, set())),
        (START, REVIEWING),
        (START + SECOND, REVIEWING),
        (END - SECOND, REVIEWING),
        (END, (False, set())),
        (END + timedelta(days=30), (False, set())),
    ],
)
def test_page_catalog_workflow_and_inbox_agree_to_the_minute(
    portal, travel, named, clock, moment, expected
):
    case = travel(portal, state="submitted")
    named()
    clock(moment)
    assert what_they_can(case, SUBSTITUTE) == expected
    assert what_they_can(case, ABSENT) == REVIEWING  # who is away may still act


def test_a_case_made_before_or_after_the_naming_is_found_without_reindexing(
    portal, travel, named, clock, monkeypatch
):
    before = travel(portal, state="submitted")
    named()
    after = travel(portal, state="submitted", title="Reise nach Eutin")
    reindexed = []
    processQueue()
    monkeypatch.setattr(ZCatalog, "catalog_object", lambda *args, **kw: reindexed.append(args))
    for moment in (START, END):
        clock(moment)
        seen = [what_they_can(case, SUBSTITUTE)[0] for case in (before, after)]
        assert seen == [moment == START] * 2
    processQueue()
    assert reindexed == []
    for obj in (portal, portal.malente, before, after):
        assert SUBSTITUTE not in (getattr(obj, "__ac_local_roles__", None) or {})


def test_the_journal_and_the_story_say_for_whom(portal, travel, named, clock, acting):
    case = travel(portal, state="submitted")
    named()
    clock(START)
    with acting(SUBSTITUTE):
        operations.decide(case, "approve")
    entry = IJournal(case).last("transition")
    assert (entry["actor"], entry["on_behalf_of"]) == (SUBSTITUTE, ABSENT)
    newInteraction()
    with acting("malente-pruefung2"):
        view = api.content.get_view("view", case, portal.REQUEST.clone())
        told = translate(view.story()[0]["who"], target_language="de")
    endInteraction()
    assert told == "Mia Malente i. V. für Petra Malente"


def test_who_acts_in_their_own_right_acts_for_nobody(portal, travel, named, clock, acting):
    """Paul reviews himself: standing in for Petra adds nothing, and nothing is said of it."""
    case = travel(portal, state="submitted")
    named(substitute="malente-pruefung2")
    clock(START)
    assert lent_to("malente-pruefung2") == {}
    with acting("malente-pruefung2"):
        (row,) = [brain for brain in inbox_brains() if case.UID() == brain.UID]
        assert Rows()(row)["substituting"] is None
        operations.decide(case, "approve")
    assert IJournal(case).last("transition")["on_behalf_of"] is None


def test_the_row_says_for_whom(portal, travel, named, clock, acting):
    case = travel(portal, state="submitted")
    named()
    clock(START)
    with acting(SUBSTITUTE):
        (row,) = [brain for brain in inbox_brains() if case.UID() == brain.UID]
        told = translate(Rows()(row)["substituting"], target_language="de")
    assert told == "in Vertretung für Petra Malente"


def test_a_list_asks_for_a_name_once(portal, travel, named, clock, acting, monkeypatch):
    for number in range(3):
        travel(portal, state="submitted", title=f"Reise {number}")
    named()
    clock(START)
    asked = []
    monkeypatch.setattr(
        "kommunalhub.approvals.lists.rows.name_of", lambda person: asked.append(person) or "Petra"
    )
    with acting(SUBSTITUTE):
        make = Rows()
        rows = [make(brain) for brain in inbox_brains()]
    assert len([row for row in rows if row["substituting"]]) == 3
    assert asked == [ABSENT]


def test_the_page_says_that_it_is_the_substitutes_turn(portal, travel, named, clock, acting):
    case = travel(portal, state="submitted")
    named()
    clock(START)
    with acting(SUBSTITUTE):
        view = api.content.get_view("view", case, portal.REQUEST.clone())
        assert view.is_my_turn
    clock(END)
    with acting(SUBSTITUTE):
        view = api.content.get_view("view", case, portal.REQUEST.clone())
        assert not view.is_my_turn


def test_nobody_decides_on_their_own_case_as_a_substitute(portal, travel, named, clock):
    """Rolf made the case; that he stands in for the reviewer makes him no second pair of eyes."""
    case = travel(portal, state="submitted", by="malente-redaktion")
    named(substitute="malente-redaktion")
    clock(START)
    waits, acts = what_they_can(case, "malente-redaktion")
    assert not waits
    assert not acts & {"approve", "return", "reject"}


def test_nor_does_who_changed_it_last(portal, travel, named, clock, acting):
    case = travel(portal, state="submitted", by="malente-beides")
    named(substitute="malente-redaktion")
    clock(START)
    assert what_they_can(case, "malente-redaktion")[1] >= {"approve"}
    with acting("malente-redaktion"):
        operations.note_edit(case, "edited", "", ["title"])
    waits, acts = what_they_can(case, "malente-redaktion")
    assert (waits, acts & {"approve"}) == (False, set())


def test_what_the_absent_may_not_do_does_not_pass(portal, travel, named, clock, acting):
    """Bo edits and reviews; on the case Bo made nobody decides for Bo."""
    own, other = (
        travel(portal, state="submitted", by="malente-beides"),
        travel(portal, state="submitted", by="malente-redaktion", title="Reise nach Eutin"),
    )
    named(absent="malente-beides")
    clock(START)
    waits, acts = what_they_can(own, SUBSTITUTE)
    assert (waits, acts & {"approve", "return", "reject"}) == (False, set())
    assert what_they_can(other, SUBSTITUTE)[1] >= {"approve", "return", "reject"}
    with acting(SUBSTITUTE), pytest.raises(NotAllowed) as refused:
        operations.decide(own, "approve")
    told = translate(refused.value.args[0], target_language="de")
    assert "vertreten" in told
    # Standing in for Petra as well, who may, makes it possible: then it is done for her.
    clock(NOW)
    named()
    clock(START)
    assert what_they_can(own, SUBSTITUTE)[0]
    with acting(SUBSTITUTE):
        operations.decide(own, "approve")
    assert IJournal(own).last("transition")["on_behalf_of"] == ABSENT


def test_rights_do_not_pass_on(portal, travel, named, clock):
    case = travel(portal, state="submitted")
    named()  # Petra -> Mia
    with pytest.raises(SubstitutionInvalid):  # Mia decides nothing herself
        named(absent=SUBSTITUTE, substitute="malente-redaktion")
    named(absent="malente-redaktion", substitute="malente-beides", start=START - SECOND * 60)
    with pytest.raises(SubstitutionInvalid) as refused:
        named(absent="malente-pruefung2", substitute="malente-redaktion")
    assert list(refused.value.errors) == ["substitute"]
    # Named earlier, before the substitute went away: nothing goes through Rolf to Bo either.
    named(absent="malente-pruefung2", substitute="malente-beides", end=START + SECOND * 60)
    clock(START)
    assert set(lent_to("malente-beides")) == set()
    assert what_they_can(case, "malente-redaktion")[1] & {"approve"} == set()


def test_only_the_kinds_of_case_that_were_named(portal, travel, named, clock):
    case = travel(portal, state="submitted")
    named(case_types=["FundingConsultation"])
    clock(START)
    assert what_they_can(case, SUBSTITUTE) == (False, set())
    clock(NOW)
    named(case_types=["TravelRequest"])
    clock(START)
    assert what_they_can(case, SUBSTITUTE) == REVIEWING
    types = {group.partition("~")[2] for group in lent_to(SUBSTITUTE)}
    assert types == {"FundingConsultation", "TravelRequest"}


@pytest.mark.parametrize("gone", [ABSENT, SUBSTITUTE])
def test_with_an_account_its_substitutions_go(portal, travel, named, clock, gone):
    case = travel(portal, state="submitted")
    named()
    clock(START)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=gone)
    assert list(book_of(portal)) == []
    assert book_of(portal).due(END + timedelta(days=900)) == []
    if gone == ABSENT:
        assert what_they_can(case, SUBSTITUTE) == (False, set())


def test_who_leaves_the_group_passes_nothing_any_more(portal, travel, named, clock):
    case = travel(portal, state="submitted")
    named()
    clock(START)
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="malente-reviewers", username=ABSENT)
    assert what_they_can(case, SUBSTITUTE) == (False, set())


def test_a_substitute_who_leaves_the_administration_loses_it(portal, travel, named, clock):
    case = travel(portal, state="submitted")
    named()
    clock(START)
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="malente-staff", username=SUBSTITUTE)
    assert what_they_can(case, SUBSTITUTE) == (False, set())


def test_a_request_that_began_before_the_end_decides_nothing_after_it(
    portal, travel, named, clock, acting
):
    case = travel(portal, state="submitted")
    named()
    clock(END - SECOND)
    with acting(SUBSTITUTE):
        clock(END)
        assert current_actor().acting == {}
        assert not [act for act in operations.acts_for(case) if act["allowed"]]
        with pytest.raises(NotAllowed):
            operations.decide(case, "approve")


def test_ending_early_ends_at_once(portal, travel, named, clock, acting):
    case = travel(portal, state="submitted")
    one = named()
    clock(START + timedelta(days=2, seconds=31))
    assert what_they_can(case, SUBSTITUTE) == REVIEWING
    with acting(ABSENT):
        substitution.end(one.id)
    assert what_they_can(case, SUBSTITUTE) == (False, set())
    assert book_of(portal)[one.id].end == START + timedelta(days=2)


def test_who_names_and_ends(portal, named, clock, acting):
    one = named()
    for person in (SUBSTITUTE, "malente-pruefung2"):
        with acting(person), pytest.raises((NotYours, KeyError)):
            substitution.end(one.id)
        with acting(person), pytest.raises(NotYours):
            substitution.name(ABSENT, SUBSTITUTE, END, END + timedelta(days=1))
    with acting("hubleitung"):
        substitution.end(one.id)
        assert list(book_of(portal)) == []
        kept = substitution.name(ABSENT, SUBSTITUTE, NOW - timedelta(days=3), END)
    assert (kept.named_by, kept.start) == ("hubleitung", NOW)


@pytest.mark.parametrize(
    "given, field",
    [
        ({"substitute": "lensahn-pruefung"}, "substitute"),  # of another administration
        ({"substitute": "hubleitung"}, "substitute"),
        ({"substitute": "niemand"}, "substitute"),
        ({"substitute": ABSENT}, "substitute"),
        ({"end": START}, "end"),
        ({"case_types": ["Image"]}, "case_types"),
        ({"reason": "x" * 301}, "reason"),
    ],
)
def test_wrong_values_are_told_at_the_field_and_nothing_is_kept(portal, named, given, field):
    with pytest.raises(SubstitutionInvalid) as refused:
        named(**given)
    assert list(refused.value.errors) == [field]
    assert translate(refused.value.errors[field], target_language="de") != field
    assert book_of(portal) is None


def test_typed_groups_are_nobodys_groups(portal, named, clock, acting):
    named()
    clock(START)
    user = api.user.get(SUBSTITUTE)
    assert "malente-reviewers~TravelRequest" in user.getGroups()
    assert set(user.getRoles()) == {"Member", "Authenticated", "Staff"}
    acl_users = portal.acl_users
    assert [found["id"] for found in acl_users.searchGroups() if "~" in found["id"]] == []
    assert portal.portal_groups.getGroupById("malente-reviewers~TravelRequest") is None
    members = portal.portal_groups.getGroupById("malente-reviewers").getGroupMemberIds()
    assert SUBSTITUTE not in members


def test_for_whom_somebody_acts_can_be_asked(portal, named, clock):
    named()
    named(absent="malente-pruefung2")
    groups = ["dataport-reviewers", "malente-reviewers"]
    assert acting_for(SUBSTITUTE, groups, "TravelRequest") is None
    clock(START)
    assert acting_for(SUBSTITUTE, groups, "TravelRequest") == ABSENT
    assert acting_for(SUBSTITUTE, groups, "TravelRequest", barred=[ABSENT]) == "malente-pruefung2"
    assert acting_for(SUBSTITUTE, ["malente-editors"], "TravelRequest") is None
    assert acting_for("malente-beides", groups, "TravelRequest") is None  # reviews herself
    assert substitutes_of(groups, "TravelRequest") == {SUBSTITUTE: (ABSENT, "malente-pruefung2")}
