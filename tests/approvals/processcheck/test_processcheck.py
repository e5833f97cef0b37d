"""The process check: each rule finds what it is for, and our own processes are clean."""

from dataclasses import replace
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.consents.rules import ConsentRule
from kommunalhub.approvals.processcheck import reading
from kommunalhub.approvals.processcheck import rules
from kommunalhub.approvals.processcheck import sentences
from kommunalhub.approvals.processcheck.rules import Definition
from kommunalhub.approvals.processcheck.rules import State
from kommunalhub.approvals.processcheck.rules import Transition
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from plone import api

import pytest
import transaction


EVERYBODY = ("Owner", "Colleague", "HubManager")
SOUND = Definition(
    initial="draft",
    states={
        "draft": State("Entwurf", ("submit",), ("Owner",)),
        "submitted": State("Eingereicht", ("approve", "return"), EVERYBODY),
        "returned": State("Zurückgegeben", ("submit",), EVERYBODY),
        "approved": State("Genehmigt", (), EVERYBODY),
    },
    transitions={
        "submit": Transition("Submit", "submitted", ("Owner",)),
        "approve": Transition("Approve", "approved", ("Reviewer",)),
        "return": Transition("Return", "returned", ("Reviewer",)),
    },
)
PROCESS = Process(
    portal_type="Leave",
    prefix="L",
    milestones=("draft", "submitted", "approved"),
    steps={
        "draft": Step(("owner",)),
        "submitted": Step(("partner-reviewers",), 5),
        "returned": Step(("owner",), 10),
    },
    acts={"submit": Act(), "approve": Act(four_eyes=True), "return": Act(needs_reason=True)},
)


def found(process=PROCESS, definition=SOUND):
    return {(f.rule, f.subject) for f in rules.check(process, definition)}


def with_state(name, state, **others):
    return replace(SOUND, states={**SOUND.states, name: state}, **others)


def with_transition(name, **changes):
    changed = replace(SOUND.transitions[name], **changes)
    return replace(SOUND, transitions={**SOUND.transitions, name: changed})


def with_step(name, step):
    return replace(PROCESS, steps={**PROCESS.steps, name: step})


def test_a_sound_process_is_clean():
    assert found() == set()


def test_an_unreachable_state():
    assert found(definition=with_state("island", State("Insel"))) == {("unreachable", "island")}


def test_states_that_only_lead_to_each_other_are_unreachable_and_have_no_end():
    states = {"a": State("A", ("to_b",)), "b": State("B", ("to_a",))}
    steps = {"to_a": Transition("A", "a"), "to_b": Transition("B", "b")}
    definition = replace(
        SOUND,
        states={**SOUND.states, **states},
        transitions={**SOUND.transitions, **steps},
    )
    process = replace(PROCESS, acts={**PROCESS.acts, "to_a": Act(), "to_b": Act()})
    assert found(process, definition) == {
        ("unreachable", "a"),
        ("unreachable", "b"),
        ("trap", "a"),
        ("trap", "b"),
    }


def test_a_state_that_awaits_somebody_and_has_no_way_out():
    definition = with_state("returned", State("Zurückgegeben", (), EVERYBODY))
    assert ("dead_end", "returned") in found(definition=definition)


def test_a_milestone_on_the_way_without_a_way_out():
    process = replace(PROCESS, milestones=("draft", "submitted", "approved", "archived"))
    definition = with_state("archived", State("Archiv"))
    assert ("dead_end", "approved") in found(process, definition)


def test_an_end_is_no_dead_end():
    assert not any(subject == "approved" for _rule, subject in found())


def test_names_that_one_side_does_not_know():
    process = replace(
        PROCESS,
        acts={"submit": Act(), "approve": Act(), "retrun": Act()},
        steps={**PROCESS.steps, "sumbitted": Step(("owner",), 1)},
        milestones=("draft", "submitted", "aproved"),
    )
    assert found(process) == {
        ("act_unknown", "retrun"),
        ("act_missing", "return"),
        ("state_unknown", "sumbitted"),
        ("state_unknown", "aproved"),
    }


def test_a_transition_to_nowhere_and_an_exit_that_is_none():
    assert ("target_unknown", "approve") in found(definition=with_transition("approve", target="x"))
    definition = with_state("approved", State("Genehmigt", ("close",), EVERYBODY))
    assert ("exit_unknown", "approved") in found(definition=definition)


def test_a_transition_that_no_state_offers():
    definition = with_state("submitted", State("Eingereicht", ("approve",), EVERYBODY))
    assert found(definition=definition) == {("unused", "return"), ("unreachable", "returned")}


@pytest.mark.parametrize("roles", [("Clerk",), ("Manager", "Site Administrator")])
def test_a_transition_no_group_can_take(roles):
    assert ("nobody_may", "approve") in found(definition=with_transition("approve", roles=roles))


@pytest.mark.parametrize("roles", [(), ("Consenter",), ("Clerk", "HubManager"), ("Authenticated",)])
def test_a_transition_somebody_can_take(roles):
    names = {rule for rule, _ in found(definition=with_transition("approve", roles=roles))}
    assert "nobody_may" not in names


@pytest.mark.parametrize("step", [Step(("owner",)), Step(("owner",), 0)])
def test_a_state_that_awaits_somebody_without_a_service_time(step):
    assert found(with_step("returned", step)) == {("no_service_time", "returned")}


def test_a_service_time_may_come_from_the_office_or_be_left_out_on_purpose():
    process = with_step("returned", Step(("owner",)))
    assert found(process, replace(SOUND, days={"returned": 7})) == set()
    assert found(with_step("returned", Step(("owner",), open_ended=True))) == set()
    taken_away = replace(SOUND, days={"returned": None})
    assert found(PROCESS, taken_away) == {("no_service_time", "returned")}


def test_an_awaited_function_that_can_do_nothing():
    process = with_step("submitted", Step(("partner-editors",), 5))
    assert found(process) == {("cannot_act", "submitted")}


def test_an_awaited_function_that_does_not_see_the_case():
    definition = with_state("submitted", State("Eingereicht", ("approve", "return"), ("Owner",)))
    assert found(definition=definition) == {("cannot_see", "submitted")}
    acquired = with_state("submitted", State("Eingereicht", ("approve", "return"), None))
    assert found(definition=acquired) == set()


def test_a_function_that_is_none():
    assert found(with_step("submitted", Step(("mayor",), 5))) == {("function_unknown", "submitted")}


def test_a_transition_without_a_german_title():
    assert found(definition=with_transition("approve", german=False)) == {("no_german", "approve")}


def test_groups_with_nobody_in_them():
    members = {"malente-reviewers": 0, "malente-editors": 0, "lensahn-reviewers": 2}
    (awaited, empty) = rules.check_groups({"Leave": PROCESS}, members, ["malente", "lensahn"])
    assert (awaited.rule, awaited.subject, awaited.more) == (
        "awaited_empty",
        "malente-reviewers",
        ("Leave",),
    )
    assert awaited.stops
    assert (empty.rule, empty.subject, empty.stops) == ("group_empty", "malente-editors", False)


@pytest.mark.parametrize(
    ("needed", "parties", "rule"),
    [(3, 2, "consent_too_many"), (1, 0, "consent_nobody"), (0, 2, "consent_none")],
)
def test_a_consent_rule_that_cannot_be_met(needed, parties, rule):
    assert [f.rule for f in rules.check_consent("Regel", needed, parties)] == [rule]


def test_a_consent_rule_that_can():
    assert rules.check_consent("Regel", 2, 2, ("malente",), ("malente",)) == ()
    (unknown,) = rules.check_consent("Regel", 1, 1, ("atlantis",), ("malente",))
    assert (unknown.rule, unknown.more) == ("consent_partner", ("atlantis",))


OURS = (
    "BookingRequest",
    "CoworkingApplication",
    "FundingConsultation",
    "SupportTicket",
    "WorkshopMaterial",
)


@pytest.mark.parametrize("portal_type", OURS)
def test_our_own_processes_are_clean(integration, portal_type):
    assert reading.findings()[portal_type] == ()


def test_where_people_vote_they_need_no_step_of_their_own():
    process = with_step("submitted", Step(("asked-reviewers",), 5))
    assert ("cannot_act", "submitted") in found(process)
    assert ("cannot_act", "submitted") not in found(process, replace(SOUND, voting=("submitted",)))


def test_our_own_consent_rules_are_clean(integration):
    assert reading.findings()["consents"] == ()


def test_a_consent_rule_of_the_site_that_cannot_be_met(integration):
    rule = ConsentRule(parties=("host", "operator", "atlantis"), quorum=3)
    settings.set_rules({("CoworkingApplication", "company"): rule})
    found = {f.rule: f.more for f in reading.findings()["consents"]}
    assert found == {"consent_too_many": ("3", "2"), "consent_partner": ("atlantis",)}


def test_a_broken_workflow_of_the_site_is_found(integration):
    workflow = integration["portal"].portal_workflow["funding_consultation_workflow"]
    workflow.states["returned"].transitions = ()
    workflow.transitions["grant"].guard.roles = ("Clerk",)
    workflow.transitions["file"].actbox_name = "Hand it in somewhere"
    findings = {(f.rule, f.subject) for f in reading.findings()["FundingConsultation"]}
    assert {
        ("dead_end", "returned"),
        ("nobody_may", "grant"),
        ("no_german", "file"),
    } <= findings


def test_every_finding_has_a_german_sentence(portal):
    made = [rules.Finding(rule, "submitted", more=("owner",)) for rule in sentences.SENTENCES]
    for finding in made:
        if finding.rule == "consent_too_many":
            finding = replace(finding, more=("3", "2"))
        text, to_do = sentences.sentence_of(finding, "TravelRequest", portal.REQUEST)
        assert "lint_" not in text + to_do
        assert "${" not in text + to_do


def test_the_control_panel(web, client, visit):
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="lensahn-reviewers", username="lensahn-pruefung")
    transaction.commit()
    page = visit("hubleitung", "@@process-check-controlpanel")
    assert page.status == 200
    assert page.the("h1") == "Prozessprüfung"
    assert page.all(".crumbs a") == ["Einstellungen"]
    assert "Nehmen Sie jemanden in die Gruppe auf." in page.text
    group = "usergroup-groupmembership?groupname=lensahn-reviewers"
    assert page.tree.cssselect(f"a[href$='{group}']")
    assert "lint_" not in page.text
    settings = visit("hubleitung", "@@overview-controlpanel")
    assert settings.tree.cssselect("a[href$='@@process-check-controlpanel']")
    for person in (None, "malente-pruefung"):
        refused = client(person, accept="text/html").get(
            "@@process-check-controlpanel", allow_redirects=False
        )
        assert refused.status_code != 200


def test_a_group_that_is_asked_now_and_empty_stops_cases():
    counts = {"malente-reviewers": 0, "lensahn-reviewers": 2}
    asked = {"malente-reviewers": ("C-2026-002", "C-2026-001")}
    found = rules.check_groups({}, counts, ("malente", "lensahn"), counts, asked)
    assert found[0] == rules.Finding(
        "asked_empty", "malente-reviewers", more=("C-2026-001", "C-2026-002")
    )


def test_a_group_in_which_nobody_gets_mail_is_a_hint():
    asked = {"lensahn-reviewers": ("C-2026-001",)}
    counts = {"lensahn-reviewers": 2, "malente-reviewers": 2}
    found = rules.check_groups({}, counts, ("malente", "lensahn"), {"malente-reviewers": 1}, asked)
    assert found == (rules.Finding("group_no_mail", "lensahn-reviewers", stops=False),)
