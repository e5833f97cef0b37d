"""Causes of access and what a step lacks: plain rules."""

from datetime import datetime
from datetime import UTC
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import CaseFacts
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step
from kommunalhub.approvals.why import rules
from kommunalhub.approvals.why.rules import Cause


HUB = {"hub-managers": ("Staff", "HubManager"), "hub-support": ("Staff", "SupportAgent")}
COMPUTED = {
    "malente-staff": ("Colleague",),
    "malente-reviewers": ("Colleague", "Reviewer"),
    "dataport-reviewers": ("Consenter",),
}


def test_only_groups_that_see_the_case():
    assert rules.group_causes({"Owner", "HubManager", "Colleague"}, COMPUTED, HUB) == {
        "hub-managers": Cause("hub", "hub-managers"),
        "malente-staff": Cause("partner", "malente-staff"),
        "malente-reviewers": Cause("partner", "malente-reviewers"),
    }


def test_who_is_asked_for_consent():
    causes = rules.group_causes({"Owner", "Consenter"}, COMPUTED, HUB)
    assert causes == {"dataport-reviewers": Cause("consent", "dataport-reviewers")}


def test_what_all_staff_see_is_nobodys_own_cause():
    assert rules.group_causes({"Staff"}, {}, HUB) == {}
    assert rules.broad_causes({"Staff", "Anonymous"}) == (Cause("staff"), Cause("public"))


def test_causes_come_in_order_and_once():
    until = datetime(2026, 12, 1, tzinfo=UTC)
    substitute = Cause("substitution", "malente-reviewers", ("petra",), until)
    member = Cause("partner", "malente-staff")
    found = rules.in_order([Cause("system"), substitute, None, member, member, Cause("applicant")])
    assert found == (Cause("applicant"), member, substitute, Cause("system"))


def written(facts, actor):
    if facts.extra.get("written"):
        return OK
    return Denied("Nothing written.", ("partner-reviewers",))


PROCESS = Process(
    portal_type="Leave",
    prefix="L",
    milestones=("submitted",),
    steps={"submitted": Step(("partner-reviewers",))},
    acts={"approve": Act(four_eyes=True, condition=written)},
)


def test_what_a_step_lacks_whoever_takes_it():
    facts = CaseFacts("Leave", "submitted", "malente", "anna", "anna")
    denied = rules.lacking(PROCESS, "approve", facts, ("Reviewer",))
    assert denied.reason == "Nothing written."
    assert denied.fixable_by == ("malente-reviewers",)
    done = CaseFacts("Leave", "submitted", "malente", "anna", "anna", {"written": True})
    assert rules.lacking(PROCESS, "approve", done, ("Reviewer",)) is None
    assert rules.lacking(PROCESS, "other", facts, ("Reviewer",)) is None
