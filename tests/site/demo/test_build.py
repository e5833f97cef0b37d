"""The demo, built once on a hub with its sections: every state has a case, every step is true."""

from AccessControl.SpecialUsers import nobody
from collections import Counter
from datetime import datetime
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.lists.queries import inbox_query
from kommunalhub.approvals.processes import case_types
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.coworking.agreement import operations as agreement
from kommunalhub.coworking.outside.operations import is_by_link
from kommunalhub.partners.membership import get_partner
from kommunalhub.showroom import gaps
from kommunalhub.site import structure
from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.demo import build
from kommunalhub.site.demo import people
from kommunalhub.site.demo.story import check
from plone import api

import pytest


@pytest.fixture(scope="class")
def hub(portal_class):
    portal = portal_class
    with as_builder(portal):
        structure.build(portal)
        build(portal, progress=lambda text: None)
    return portal


def brains(**query):
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)


def numbered():
    """Return the types of cases that have a number; pages, which are released too, have none."""
    return [name for name in case_types() if not process_of(name).is_page]


def cases(*types):
    return [brain._unrestrictedGetObject() for brain in brains(portal_type=types or numbered())]


class TestDemo:
    def test_every_state_has_a_case(self, hub):
        made_by_bookings = {"BookingRequest"}
        for portal_type in set(numbered()) - made_by_bookings:
            there = {brain.review_state for brain in brains(portal_type=portal_type)}
            assert there == set(workflows.definition_of(portal_type).states), portal_type

    def test_every_journal_is_whole_and_tells_the_state(self, hub):
        for case in cases():
            entries = list(IJournal(case))
            assert IJournal(case).verify() is None
            assert entries[0]["kind"] == "created"
            assert entries[0]["actor"] == case.Creator()
            decisions = [entry for entry in entries if entry["kind"] == "transition"]
            tool = api.portal.get_tool("portal_workflow")
            [chain] = tool.getChainFor(case)
            last = decisions[-1]["to"] if decisions else tool[chain].initial_state
            assert last == workflows.state_of(case)

    def test_time_goes_forward_and_never_into_the_future(self, hub):
        for case in cases():
            times = [entry["when"] for entry in IJournal(case)]
            assert times == sorted(times)
            assert datetime.fromisoformat(times[-1]) <= formatting.now()
            assert abs(case.created().asdatetime().timestamp() - stamp(times[0])) < 1
            assert abs(case.modified().asdatetime().timestamp() - stamp(times[-1])) < 60 * 10

    def test_plone_and_journal_agree_on_the_last_step(self, hub):
        for case in cases():
            [history] = case.workflow_history.values()
            last = IJournal(case).last("transition")
            if last:
                assert abs(history[-1]["time"].timeTime() - stamp(last["when"])) < 1
                assert (history[-1]["actor"] or SYSTEM) == last["actor"]

    def test_nobody_decided_on_their_own(self, hub):
        for case in cases():
            process = process_of(case.portal_type)
            for entry in IJournal(case):
                if entry["kind"] == "transition" and process.act(entry["action"]).four_eyes:
                    assert entry["actor"] != case.Creator()
                if entry["kind"] == "transition" and process.act(entry["action"]).needs_reason:
                    assert entry["comment"]

    def test_values_keep_the_rules_of_their_schema(self, hub):
        # The first day of an application lies in the past once it runs: checked when it was made.
        for case in cases("FundingConsultation", "WorkshopMaterial", "FundingProgramme", "Space"):
            check(case.portal_type, case)

    def test_some_cases_are_late_some_due_soon(self, hub):
        texts = Counter()
        for brain in brains(portal_type=case_types()):
            due = getattr(brain._unrestrictedGetObject(), "due", None)
            texts[formatting.due_text(due, formatting.now())[1]] += due is not None
        assert texts["late"] >= 4
        assert texts["soon"] >= 2

    def test_second_reviewer_sees_what_the_first_may_not_decide(self, hub):
        catalog = api.portal.get_tool("portal_catalog")
        title = "Jugendtreff Gremsmühlen: Probenraum im Keller"
        seen = {}
        for person in ("malente-pruefung", "malente-pruefung2"):
            with api.env.adopt_user(username=person):
                seen[person] = {brain.Title for brain in catalog(**inbox_query())}
        assert title not in seen["malente-pruefung"]
        assert title in seen["malente-pruefung2"]

    @pytest.mark.parametrize(
        "person", ["malente-pruefung", "oldenburg-pruefung", "dataport-pruefung", "berater"]
    )
    def test_inboxes_hold_work(self, hub, person):
        with api.env.adopt_user(username=person):
            found = api.portal.get_tool("portal_catalog")(**inbox_query())
        assert len(found) >= 2

    def test_the_house_has_a_request_for_a_space_and_an_application_without_account(self, hub):
        with api.env.adopt_user(username="oldenburg-pruefung"):
            found = api.portal.get_tool("portal_catalog")(**inbox_query())
        assert [brain.Title for brain in found if brain.portal_type == "BookingRequest"]
        asked = [case for case in cases("CoworkingApplication") if is_by_link(case)]
        assert [workflows.state_of(case) for case in asked] == ["submitted"]
        states = Counter(agreement.state_of(case) for case in cases("CoworkingApplication"))
        assert states["accepted"] and states["open"]

    def test_the_catalog_knows_each_thing_by_one_number(self, hub):
        catalog = api.portal.get_tool("portal_catalog")._catalog
        assert set(catalog.data.keys()) == set(catalog.uids.values())

    def test_lensahn_finds_no_case_of_malente(self, hub):
        with api.env.adopt_user(username="lensahn-pruefung"):
            found = api.portal.get_tool("portal_catalog")(portal_type="FundingConsultation")
        assert {brain.partner for brain in found} == {"lensahn"}

    def test_people_can_sign_in_and_are_called_by_their_work(self, hub):
        for person in people.everybody():
            assert hub.acl_users.authenticate(person["id"], DEMO_PASSWORD, hub.REQUEST)
            user = api.user.get(username=person["id"])
            assert user.getProperty("fullname") == person["name"]
            assert user.getProperty("email").endswith("@example.org")
            # who stands in has typed groups besides, which are groups nowhere else
            assert set(person["groups"]) <= set(user.getGroups())

    def test_partners_can_be_reached(self, hub):
        assert get_partner("malente").email == "malente@example.org"
        assert get_partner("dataport").phone

    def test_visitors_see_programmes_spaces_news_and_public_materials(self, hub):
        with api.env.adopt_user(user=nobody.__of__(hub.acl_users)):
            catalog = api.portal.get_tool("portal_catalog")
            assert len(catalog(portal_type="FundingProgramme")) >= 14
            assert len(catalog(portal_type="Space")) == 8
            assert len(catalog(portal_type="News Item")) >= 4
            assert len(catalog(portal_type="WorkshopMaterial")) >= 5
            assert not catalog(portal_type=["FundingConsultation", "CoworkingApplication"])

    def test_the_showroom_has_exhibits_of_all_kinds_in_all_states(self, hub):
        exhibits = [brain._unrestrictedGetObject() for brain in brains(portal_type="Exhibit")]
        states = {workflows.state_of(exhibit) for exhibit in exhibits}
        assert states == set(workflows.definition_of("Exhibit").states)
        public = [one for one in exhibits if workflows.state_of(one) == "public"]
        assert {one.kind for one in public} >= {"tour", "panorama", "solid", "film", "live"}
        assert {gap.said for one in public for gap in gaps.gaps_of(one)} == set()

    def test_twice_is_harmless(self, hub):
        before = {brain.UID for brain in brains()}
        with as_builder(hub):
            build(hub, progress=lambda text: None)
        assert {brain.UID for brain in brains()} == before

    def test_case_numbers_follow_time(self, hub):
        made = sorted(cases("FundingConsultation"), key=lambda case: case.created())
        numbers = [case.case_number for case in made]
        assert numbers == sorted(numbers)


def stamp(iso):
    return datetime.fromisoformat(iso).timestamp()
