"""An application is made and decided on; as code, without pages."""

from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.lists.queries import inbox_query
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.operations import decide
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.i18n import translate
from zope.lifecycleevent import modified

import pytest


def allowed(case):
    return {act["id"] for act in acts_for(case) if act["allowed"]}


def refused(case):
    return {
        act["id"]: translate(act["reason"], target_language="de")
        for act in acts_for(case)
        if not act["allowed"]
    }


def inbox():
    catalog = api.portal.get_tool("portal_catalog")
    return [b.getPath() for b in catalog(**inbox_query())]


def test_an_application_gets_number_host_and_title(external):
    assert external.getId() == external.case_number.lower()
    assert external.case_number.startswith("C-")
    assert external.partner == "oldenburg"
    assert external.title == "Schreibtisch für Seeblick Software UG"


@pytest.mark.parametrize("who", ["mia", "gesa", "dirk", "hilde"])
def test_the_host_decides_whoever_applies(hub, portal, who):
    assert hub.add_application(portal, who).partner == "oldenburg"


def test_a_person_gets_a_title_with_their_name(hub, portal):
    case = hub.add_application(portal, applicant_kind="person", organisation=None)
    assert case.title == "Schreibtisch für Gesa Beispiel"


def test_a_title_of_ones_own_is_kept(hub, portal):
    case = hub.add_application(portal, title="Sprint-Wochen")
    assert case.title == "Sprint-Wochen"


def test_a_title_taken_out_is_made_again(hub, external):
    external.organisation, external.title = "Seeblick GmbH", None
    with hub.As("gesa"):
        modified(external)
    assert external.title == "Schreibtisch für Seeblick GmbH"


def test_what_the_person_is_called_is_stored_with_the_application(hub, portal):
    case = hub.add_application(portal, "mia", **hub.INTERNAL)
    del case.contact_name, case.contact_email
    with hub.As("mia"):
        from kommunalhub.coworking.operations import settle

        settle(case)
    with hub.As("otto"):
        assert (case.contact_name, case.contact_email) == ("Mia Beispiel", "mia@example.org")


@pytest.mark.parametrize(
    ("who", "kind", "external"),
    [
        ("mia", "administration", False),
        ("mia", "person", True),
        ("gesa", "startup", True),
        ("gesa", "administration", True),
    ],
)
def test_only_staff_count_as_an_administration(hub, portal, who, kind, external):
    case = hub.add_application(portal, who, applicant_kind=kind)
    assert hub.brain(case).case_extra["external"] is external
    assert hub.brain(case).case_extra["applicant_kind"] == kind


def test_the_host_alone_decides_about_an_administration(hub, internal):
    hub.step(internal, "mia", "submit")
    with hub.As("otto"):
        assert allowed(internal) == {"approve", "waitlist", "return", "reject"}
        assert "ohne weitere Mitzeichnung" in refused(internal)["start_consent"]
    with hub.As("dora"):
        assert inbox() == []
    hub.step(internal, "otto", "approve")
    hub.step(internal, "otto", "activate")
    hub.step(internal, "mia", "end")
    assert hub.state(internal) == "ended"


def test_an_administration_on_the_waiting_list_is_approved_from_there(hub, internal):
    hub.step(internal, "mia", "submit")
    hub.step(internal, "otto", "waitlist", "Zurzeit ist alles belegt.")
    hub.step(internal, "otto", "approve")
    assert hub.state(internal) == "approved"


def test_from_outside_the_operator_consents_after_the_host(hub, external):
    hub.step(external, "gesa", "submit")
    with hub.As("otto"):
        assert "approve" not in allowed(external)
        assert "ist eine Mitzeichnung nötig" in refused(external)["approve"]
        with pytest.raises(NotAllowed):
            decide(external, "approve")
    hub.step(external, "otto", "start_consent")
    for who in ("otto", "oskar"):
        with hub.As(who):
            assert allowed(external) == {"waitlist", "reject"}
            assert "Das kann ändern: Prüfung Oldenburg" in refused(external)["approve"]
    with hub.As("dora"):
        assert allowed(external) == set()
        assert "dagegen" in refused(external)["reject"]
        assert inbox() == ["/".join(external.getPhysicalPath())]
    for who in ("otto", "dora"):
        with pytest.raises(WorkflowException):
            hub.step(external, who, "return", "Begründung")
        hub.vote(external, who, "approve")
    assert hub.state(external) == "approved"


@pytest.mark.parametrize("transition", ["approve", "return", "reject", "start_consent"])
def test_the_operator_waits_for_the_host(hub, external, transition):
    hub.step(external, "gesa", "submit")
    with pytest.raises(WorkflowException):
        hub.step(external, "dora", transition, "Begründung")
    assert hub.state(external) == "submitted"


def test_the_hosts_reviewers_cannot_consent_for_the_operator_by_the_workflow(hub, external):
    hub.bring_to(external, "consent")
    with pytest.raises(WorkflowException):
        hub.step(external, "otto", "approve")
    assert hub.state(external) == "consent"


@pytest.mark.parametrize("state", ["waitlisted"])
def test_from_the_waiting_list_the_consent_is_still_needed(hub, external, state):
    hub.bring_to(external, state)
    with pytest.raises(WorkflowException):
        hub.step(external, "otto", "approve")
    hub.step(external, "otto", "start_consent")
    assert hub.state(external) == "consent"


def test_listings_answer_like_the_case_itself(hub, external):
    hub.bring_to(external, "consent")
    for who in ("otto", "dora", "gesa", "rita"):
        with hub.As(who):
            assert allowed(hub.brain(external)) == allowed(external)


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("draft", {"gesa", "hilde"}),
        ("submitted", {"gesa", "olga", "otto", "edda", "hilde"}),
        ("returned", {"gesa", "olga", "otto", "edda", "hilde"}),
        ("consent", {"gesa", "olga", "otto", "edda", "dora", "hilde"}),
        ("approved", {"gesa", "olga", "otto", "edda", "dora", "hilde"}),
    ],
)
def test_who_reads_an_application(hub, external, state, readers):
    hub.bring_to(external, state)
    people = ["gesa", "gerd", "mia", "rita", "olga", "otto", "edda", "dora", "dirk", "hilde"]
    for who in people:
        with hub.As(who):
            may = api.user.has_permission("View", obj=external)
            found = bool(api.content.find(UID=external.UID()))
        assert (who, may, found) == (who, who in readers, who in readers)


@pytest.mark.parametrize("transition", ["return", "reject", "waitlist", "withdraw"])
def test_reasons_are_asked_for(hub, external, transition):
    hub.bring_to(external, "submitted")
    who = "gesa" if transition == "withdraw" else "otto"
    with pytest.raises(ReasonRequired):
        hub.step(external, who, transition)


def test_a_reviewer_does_not_decide_on_their_own_application(hub, portal):
    case = hub.add_application(portal, "otto", **hub.INTERNAL)
    hub.step(case, "otto", "submit")
    with hub.As("otto"):
        assert inbox() == []
    with pytest.raises(WorkflowException):
        hub.step(case, "otto", "approve")
    hub.step(case, "oskar", "approve")
    assert hub.state(case) == "approved"


def test_an_application_for_the_past_is_not_submitted(hub, portal):
    case = hub.add_application(portal, start=hub.in_days(-1))
    with hub.As("gesa"), pytest.raises(NotAllowed):
        decide(case, "submit")
    case.start = hub.today()
    hub.step(case, "gesa", "submit")
    assert hub.state(case) == "submitted"


@pytest.mark.parametrize("who", ["gesa", "mia", "hilde"])
def test_everybody_with_an_account_applies_in_the_folder(hub, portal, who):
    with hub.As(who):
        allowed_types = [fti.id for fti in hub.folder(portal).allowedContentTypes()]
        assert allowed_types == ["CoworkingApplication"]
        assert not api.user.has_permission("kommunalhub: Add CoworkingApplication", obj=portal)


@pytest.mark.parametrize("state", ["draft", "returned", "submitted", "approved"])
def test_the_applicant_changes_it_while_it_is_theirs(hub, external, state):
    hub.bring_to(external, state)
    theirs = state in ("draft", "returned")
    with hub.As("gesa"):
        assert api.user.has_permission("Modify portal content", obj=external) is theirs
        assert api.user.has_permission("Add portal content", obj=external) is theirs


def test_the_bar_shows_the_consent_only_where_it_is_needed(hub, external, internal):
    from kommunalhub.approvals.case.facts import facts_of
    from kommunalhub.coworking.workflow import PROCESS

    assert "consent" in PROCESS.milestones_of(facts_of(external))
    assert "consent" not in PROCESS.milestones_of(facts_of(internal))


def test_the_folders_belong_to_nobody(portal):
    section = portal["co-working"]
    assert section.get_local_roles() == ()
    assert section["antraege"].get_local_roles() == ()
