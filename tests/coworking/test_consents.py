"""Consents on an application from outside: who votes, what follows, who reads what."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.consents.interfaces import RoundClosed
from kommunalhub.approvals.consents.reading import read_round
from kommunalhub.approvals.consents.storage import known_of
from kommunalhub.approvals.consents.storage import Rounds
from kommunalhub.approvals.consents.stored import from_stored
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.lists.queries import inbox_count
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from plone import api
from ZODB.POSException import ConflictError
from zope.component import getUtility

import pytest
import transaction
import ZODB
import ZODB.FileStorage


TYPE = "CoworkingApplication"


def collecting(hub, case):
    return hub.bring_to(case, "consent")


def kinds(case):
    return [entry["kind"] for entry in IJournal(case)]


def waiting(hub, who):
    with hub.As(who):
        return inbox_count()


def test_a_round_opens_with_host_and_operator_and_nobody_has_voted(hub, external):
    collecting(hub, external)
    known = hub.brain(external).case_extra
    assert (known["round"], known["missing"]) == ("open", ("oldenburg", "dataport"))
    assert [waiting(hub, who) for who in ("otto", "dora", "rita")] == [1, 1, 0]


def test_the_inbox_leads_to_the_vote_until_it_is_cast(hub, external):
    collecting(hub, external)
    with hub.As("dora"):
        assert Rows()(hub.brain(external))["vote"]
    hub.vote(external, "dora", "approve")
    with hub.As("dora"):
        assert not Rows()(hub.brain(external))["vote"]
    with hub.As("otto"):
        assert Rows()(hub.brain(external))["vote"]


def test_who_has_voted_is_awaited_no_more_and_may_change_it(hub, external):
    collecting(hub, external)
    hub.vote(external, "dora", "abstain")
    hub.vote(external, "dora", "approve", "Passt.")
    assert hub.brain(external).case_extra["missing"] == ("oldenburg",)
    assert [waiting(hub, who) for who in ("otto", "dora")] == [1, 0]
    assert kinds(external).count("vote") == 2
    with hub.As("dora"):
        assert api.user.has_permission("View", obj=external)


def test_a_colleague_changes_the_vote_of_the_administration(hub, external):
    collecting(hub, external)
    hub.vote(external, "otto", "abstain")
    hub.vote(external, "oskar", "approve")
    with hub.As("oskar"):
        found = read_round(external)
    assert [(row.vote, row.by) for row in found.rows] == [("approve", "oskar"), (None, None)]


def test_a_complete_set_approves_by_itself_once(hub, external):
    collecting(hub, external)
    hub.vote(external, "otto", "approve")
    assert hub.state(external) == "consent"
    hub.vote(external, "dora", "approve")
    assert hub.state(external) == "approved"
    assert kinds(external)[-3:] == ["vote", "round", "transition"]
    last = IJournal(external).last("transition")
    assert (last["actor"], last["action"]) == ("system", "approve")
    assert IJournal(external).verify() is None
    with hub.As("otto"), pytest.raises(RoundClosed):
        hub.vote(external, "otto", "reject", "Doch nicht.")


def test_one_no_returns_it_with_the_reasons_which_the_applicant_reads(hub, external):
    collecting(hub, external)
    hub.vote(external, "otto", "approve", "Nur für uns.")
    with pytest.raises(ReasonRequired):
        hub.vote(external, "dora", "reject", "  ")
    hub.vote(external, "dora", "reject", "Die Leitung reicht nicht.")
    assert hub.state(external) == "returned"
    last = IJournal(external).last("transition")
    assert "Die Leitung reicht nicht." in last["comment"]
    assert "Nur für uns" not in last["comment"]
    with hub.As("gesa"):
        comments = [row.comment for row in read_round(external).rows]
    assert comments == ["", "Die Leitung reicht nicht."]


def test_before_that_the_applicant_learns_no_vote_and_no_name(hub, external):
    collecting(hub, external)
    hub.vote(external, "otto", "approve", "Geheim.")
    with hub.As("gesa"):
        row = read_round(external).rows[0]
    assert (row.voted, row.vote, row.by, row.comment) == (True, None, None, "")


@pytest.mark.parametrize("who", ["gesa", "rita", "olga", "hilde", "dirk"])
def test_others_do_not_vote(hub, external, who):
    collecting(hub, external)
    with pytest.raises(NotAllowed) as refused:
        hub.vote(external, who, "approve")
    assert refused.value.denied.fixable_by == ("oldenburg-reviewers", "dataport-reviewers")


def test_who_made_or_changed_it_does_not_vote(hub, portal):
    own = hub.add_application(portal, "otto", applicant_kind="person")
    hub.step(own, "otto", "submit")
    hub.step(own, "oskar", "start_consent")
    with pytest.raises(NotAllowed) as refused:
        hub.vote(own, "otto", "approve")
    assert refused.value.denied.cause == "four_eyes"
    assert waiting(hub, "otto") == 0
    assert waiting(hub, "oskar") == 1


def test_one_person_has_one_voice(hub, external):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="dataport-reviewers", username="otto")
    collecting(hub, external)
    hub.vote(external, "otto", "approve")
    with pytest.raises(NotAllowed):
        hub.vote(external, "otto", "approve", party="dataport")
    assert known_of(external)["missing"] == ("dataport",)


def test_a_running_round_keeps_its_rule(hub, external):
    collecting(hub, external)
    alone = rules.ConsentRule((rules.HOST,))
    settings.set_rules({(TYPE, "startup"): alone})
    hub.vote(external, "otto", "approve")
    assert hub.state(external) == "consent"
    hub.vote(external, "dora", "approve")
    assert hub.state(external) == "approved"


def test_where_nobody_is_asked_the_host_approves_at_once(hub, external):
    settings.set_rules({(TYPE, "startup"): rules.ConsentRule()})
    hub.step(external, "gesa", "submit")
    hub.step(external, "otto", "approve")
    assert hub.state(external) == "approved"


def test_silence_is_heard_by_the_job_when_its_time_has_come(hub, portal, external, monkeypatch):
    rule = rules.ConsentRule((rules.HOST, rules.OPERATOR), silence=3)
    settings.set_rules({(TYPE, "startup"): rule})
    collecting(hub, external)
    hub.vote(external, "otto", "approve")
    now, job = formatting.now(), getUtility(IJob, "consents")
    assert job.due(now) == []
    later = now + timedelta(days=14)
    monkeypatch.setattr(formatting, "now", lambda: later)
    assert job.due(later) == [external.UID()]
    with pytest.raises(RoundClosed):
        hub.vote(external, "dora", "reject", "Zu spät.")
    with as_system(portal):
        job.do(external.UID(), later)
        job.do(external.UID(), later)
    assert hub.state(external) == "approved"
    assert kinds(external).count("round") == 2
    assert job.due(later) == []


def test_another_decision_of_the_host_calls_the_round_off(hub, external):
    collecting(hub, external)
    hub.vote(external, "dora", "approve")
    hub.step(external, "otto", "waitlist", "Zurzeit ist alles belegt.")
    assert facts_of(external).extra["round"] == "cancelled"
    with hub.As("dora"):
        assert not api.user.has_permission("View", obj=external)
    hub.step(external, "otto", "start_consent")
    assert known_of(external)["missing"] == ("oldenburg", "dataport")


def test_two_connections_cannot_both_write_one_round(tmp_path):
    """The one object makes them conflict, so the publisher tries the second one again."""
    database = ZODB.DB(ZODB.FileStorage.FileStorage(str(tmp_path / "Data.fs")))
    one, two = transaction.TransactionManager(), transaction.TransactionManager()
    asked = rules.begin(rules.ConsentRule(("a", "b")), ("a", "b"), formatting.now())
    first = database.open(one)
    first.root()["rounds"] = rounds = Rounds()
    rounds.begin(asked)
    one.commit()
    second = database.open(two)

    def vote(connection, party):
        rounds = connection.root()["rounds"]
        said = rules.Vote(rules.APPROVE, formatting.now())
        rounds.keep(rules.cast(from_stored(rounds.current), party, said))
        return rules.evaluate(from_stored(rounds.current), formatting.now()).state

    assert (vote(first, "a"), vote(second, "b")) == ("open", "open")
    one.commit()
    with pytest.raises(ConflictError):
        two.commit()
    two.abort()
    assert vote(second, "b") == "complete"
    two.commit()
    first.close()
    second.close()
    database.close()


@pytest.mark.parametrize("attempt", range(2))
def test_two_votes_at_the_same_instant_are_both_kept(hub, web, attempt):
    case = hub.bring_to(hub.add_application(web), "consent")
    transaction.commit()
    address = f"{case.absolute_url()}/@consents"
    sessions = [hub.rest("otto"), hub.rest("dora")]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda s: s.post(address, json={"vote": "approve"}), sessions))
    assert [answer.status_code for answer in answers] == [200, 200]
    transaction.begin()
    assert hub.state(case) == "approved"
    approved = [entry for entry in IJournal(case) if entry["action"] == "approve"]
    assert [entry["kind"] for entry in approved] == ["vote", "vote", "transition"]
    assert IJournal(case).verify() is None


def test_rest(hub, web):
    case = hub.bring_to(hub.add_application(web), "consent")
    transaction.commit()
    address = f"{case.absolute_url()}/@consents"
    wrong = hub.rest("dora").post(address, json={"vote": "vielleicht"})
    assert (wrong.status_code, wrong.json()["field"]) == (400, "vote")
    bare = hub.rest("dora").post(address, json={"vote": "reject"})
    assert (bare.status_code, bare.json()["field"]) == (400, "comment")
    assert hub.rest("dora").post(address, json={"vote": "approve", "party": "x"}).status_code == 400
    other = hub.rest("gesa").post(address, json={"vote": "approve"})
    assert other.status_code == 403
    assert "Prüfer:innen" in other.json()["message"]
    done = hub.rest("dora").post(address, json={"vote": "approve", "comment": "Gern."}).json()
    assert (done["state"], done["missing"]) == ("open", ["oldenburg"])
    assert done["rows"][1]["mine"] is True
    for name in ("otto", "dora"):
        seen = hub.rest(name).get(address).json()
        assert seen["rows"][1]["comment"] == "Gern."
    seen = hub.rest("gesa").get(address)
    assert "Gern." not in seen.text
    assert "dora" not in seen.text
    assert "Gern." not in hub.rest("gesa").get(f"{case.absolute_url()}/@journal").text
    assert hub.rest("rita").get(address).status_code in (401, 403, 404)
    assert hub.rest("otto").post(address, json={"vote": "approve"}).status_code == 200
    late = hub.rest("otto").post(address, json={"vote": "abstain"})
    assert late.status_code == 409


def test_page_and_panel(hub, functional, web):
    case = hub.bring_to(hub.add_application(web), "consent")
    transaction.commit()
    page = hub.browser(functional, "dora")
    page.open(case.absolute_url())
    assert "0 von 2 haben abgestimmt" in page.contents
    page.getControl(name="vote").value = ["reject"]
    page.handleErrors = True
    page.raiseHttpErrors = False
    page.getControl("Stimme abgeben").click()
    assert "vote-comment-error" in page.contents
    page.getControl(name="vote").value = ["approve"]
    page.getControl("Stimme abgeben").click()
    assert "1 von 2 haben abgestimmt, Oldenburg fehlt" in page.contents
    last = hub.browser(functional, "otto")
    last.open(case.absolute_url())
    last.getControl(name="vote").value = ["approve"]
    last.getControl("Stimme abgeben").click()
    assert "Mitzeichnung abgeschlossen, der neue Stand: Genehmigt" in unescape(last.contents)
    panel = hub.browser(functional, "hilde")
    panel.open(f"{web.absolute_url()}/@@consents-controlpanel")
    assert "So sähe es heute aus" in unescape(panel.contents)
    panel.getControl(name="CoworkingApplication.startup.quorum").value = "9"
    panel.handleErrors = True
    panel.raiseHttpErrors = False
    panel.getControl("Speichern").click()
    assert "mehr zustimmen" in unescape(panel.contents)
    panel.getControl(name="CoworkingApplication.startup.quorum").value = "1"
    panel.getControl(name="CoworkingApplication.startup.silence").value = "4"
    panel.getControl("Vorschau").click()
    assert "Es braucht 1 von 2 Zustimmungen" in unescape(panel.contents)
    panel.getControl("Speichern").click()
    transaction.begin()
    assert settings.rule_of(TYPE, "startup").silence == 4
