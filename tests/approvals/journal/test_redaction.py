"""Data protection: text goes for good, the chain stays sound, and the gap tells why it is there."""

from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import ICaseRedacted
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotRedactable
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.journal import chain
from kommunalhub.approvals.journal import storage as journal
from kommunalhub.approvals.journal.redaction import redact
from zope.component import getGlobalSiteManager

import json
import pytest
import transaction


SECRET = "Frau Beispiel ist schwanger"


@pytest.fixture
def case(portal, travel):
    case = travel(portal, state="submitted")
    IJournal(case).append("note", "malente-pruefung", comment=SECRET, fields=["goal"])
    return case


def text_of(case):
    return json.dumps(list(journal.entries_of(case).rows.values()))


def test_the_text_is_gone_and_the_chain_is_sound(case):
    heads = [entry["hash"] for entry in IJournal(case)]
    mark = redact(case, 3, "hubleitung", " Antrag nach Art. 17 DSGVO ")
    report = IJournal(case).inspect()
    assert (report.sound, report.redacted, report.length) == (True, 1, 4)
    assert SECRET not in text_of(case)
    entries = list(IJournal(case))
    assert [entry["hash"] for entry in entries[:3]] == heads
    assert (entries[2]["comment"], entries[2]["fields"]) == ("", [])
    assert entries[2]["actor"] == "malente-pruefung"
    assert entries[2]["redacted"] == {"parts": ["comment", "fields"], "mark": 4}
    assert mark == entries[3]
    assert (mark["kind"], mark["actor"], mark["redacts"]["seq"]) == ("redacted", "hubleitung", 3)
    assert mark["comment"] == "Antrag nach Art. 17 DSGVO"


def test_the_old_salt_goes_too_so_that_nobody_can_guess(case):
    before = journal.entries_of(case).rows[3]
    redact(case, 3, "hubleitung", "Art. 17")
    salt = json.loads(before[1])["salt"]
    assert salt not in text_of(case)


def test_a_name_is_taken_out_when_asked(case):
    redact(case, 3, "hubleitung", "Art. 17", parts=["actor"])
    entry = list(IJournal(case))[2]
    assert (entry["actor"], entry["comment"]) == ("", SECRET)
    redact(case, 3, "hubleitung", "Art. 17", parts=["comment"])
    entry = list(IJournal(case))[2]
    assert entry["redacted"] == {"parts": ["comment", "actor"], "mark": 5}
    report = IJournal(case).inspect()
    assert (report.sound, report.redacted) == (True, 1)


def test_redaction_and_tampering_are_told_apart(case):
    redact(case, 3, "hubleitung", "Art. 17")
    rows = journal.entries_of(case).rows
    rows[2] = (rows[2][0], json.dumps({"actor": ""}), rows[2][2])
    report = IJournal(case).inspect()
    assert (report.broken, report.wrong, report.redacted) == (2, chain.TEXT, 1)


def test_what_was_taken_out_cannot_come_back_in_another_shape(case):
    redact(case, 3, "hubleitung", "Art. 17")
    rows = journal.entries_of(case).rows
    story = json.dumps({"actor": "malente-pruefung", "comment": "Alles in Ordnung"})
    rows[3] = (rows[3][0], story, rows[3][2])
    assert IJournal(case).verify() == 3


@pytest.mark.parametrize("seq", [0, -1, 4, 10**6])
def test_there_is_no_such_entry(case, seq):
    with pytest.raises(LookupError):
        redact(case, seq, "hubleitung", "Art. 17")
    assert len(IJournal(case)) == 3


@pytest.mark.parametrize("reason", ["", "   ", None])
def test_it_needs_a_reason(case, reason):
    with pytest.raises(ReasonRequired):
        redact(case, 3, "hubleitung", reason)
    with pytest.raises(CommentTooLong):
        redact(case, 3, "hubleitung", "x" * 5001)
    assert SECRET in text_of(case)


def test_nothing_twice_and_never_the_mark_itself(case):
    redact(case, 3, "hubleitung", "Art. 17")
    with pytest.raises(NotRedactable) as again:
        redact(case, 3, "hubleitung", "Art. 17")
    assert again.value.gone
    with pytest.raises(NotRedactable) as mark:
        redact(case, 4, "hubleitung", "Art. 17", parts=["comment", "actor"])
    assert not mark.value.gone
    assert len(IJournal(case)) == 4


def test_nothing_is_taken_out_of_a_broken_journal(case):
    rows = journal.entries_of(case).rows
    rows[1] = (rows[1][0], "", rows[1][2])
    with pytest.raises(NotRedactable):
        redact(case, 3, "hubleitung", "Art. 17")
    assert SECRET in text_of(case)


def test_plones_own_history_forgets_it_too(portal, travel, acting):
    case = travel(portal, state="returned")
    history = case.workflow_history["travel_workflow"]
    assert history[-1]["comments"] == "Bitte ergänzen."
    redact(case, 3, "hubleitung", "Art. 17", parts=["comment", "actor"])
    row = case.workflow_history["travel_workflow"][-1]
    assert (row["comments"], row["actor"], row["action"]) == ("", "", "return")
    assert case.workflow_history["travel_workflow"][:-1] == history[:-1]


def test_who_keeps_a_copy_is_told(case):
    told = []
    registry = getGlobalSiteManager()
    registry.registerHandler(told.append, (ICaseRedacted,))
    try:
        redact(case, 3, "hubleitung", "Art. 17", parts=["comment"])
    finally:
        registry.unregisterHandler(told.append, (ICaseRedacted,))
    (event,) = told
    assert event.object == case
    assert (event.entry["comment"], event.parts) == (SECRET, ("comment",))


def test_over_rest(submitted, client):
    path = f"malente/{submitted.getId()}"
    IJournal(submitted).append("question", "malente-pruefung", action="asked", comment=SECRET)
    transaction.commit()
    manager = client("hubleitung")

    def post(who=manager, **body):
        return who.post(f"{path}/@journal-redact", json=body)

    assert post(client("malente-pruefung"), seq=3, reason="x").status_code == 403
    assert post(client(), seq=3, reason="x").status_code == 404
    for body, field in (
        ({"seq": 3}, "reason"),
        ({"seq": 3, "reason": " "}, "reason"),
        ({"seq": 3, "reason": 5}, "reason"),
        ({"seq": "3", "reason": "x"}, "seq"),
        ({"seq": True, "reason": "x"}, "seq"),
        ({"reason": "x"}, "seq"),
        ({"seq": 3, "reason": "x", "parts": ["hash"]}, "parts"),
        ({"seq": 3, "reason": "x", "parts": "comment"}, "parts"),
    ):
        answer = post(**body)
        assert (answer.status_code, field in answer.text) == (400, True), body
    assert post(seq=9, reason="x").status_code == 404
    done = post(seq=3, reason="Art. 17 DSGVO")
    assert (done.status_code, done.json()["redacted"]) == (200, 3)
    again = post(seq=3, reason="Art. 17 DSGVO")
    assert again.status_code == 409
    assert "enthält nichts" in again.json()["message"]
    journal_now = manager.get(f"{path}/@journal")
    assert journal_now.json()["verified"] is True
    assert SECRET not in journal_now.text


def test_in_the_browser(submitted, visit):
    path = f"malente/{submitted.getId()}"
    IJournal(submitted).append("question", "malente-pruefung", action="asked", comment=SECRET)
    transaction.commit()
    case = visit("hubleitung", path)
    [link] = case.tree.cssselect("a[href$='@@journal-redact']")
    choice = visit("hubleitung", link.get("href"))
    assert SECRET in choice.text
    assert choice.all(".crumbs a") == ["Reise nach Kiel"]
    page = visit("hubleitung", f"{path}/@@journal-redact?seq=3")
    assert SECRET in page.text
    [form] = page.tree.xpath("//form[.//input[@name='parts']]")
    url = form.get("action")
    token = form.fields["_authenticator"]
    sent = {"_authenticator": token, "seq": "3", "parts": ["comment"], "reason": "Art. 17"}
    unsure = page.post(url, sent)
    assert (unsure.status, "Bitte bestätigen Sie" in unsure.text) == (400, True)
    assert "Bitte wählen Sie aus" in page.post(url, {**sent, "parts": []}).text
    assert page.post(url, {**sent, "sure": "1", "_authenticator": ""}).status == 403
    done = page.post(url, {**sent, "sure": "1"})
    assert done.response.history[0].status_code == 303
    assert SECRET not in done.text
    assert "entfernt aus Gründen des Datenschutzes am" in done.text
    assert visit("hubleitung", f"{path}/@@journal-redact?seq=99").status == 404
    assert visit("hubleitung", f"{path}/@@journal-redact?seq=x").status == 404
    reviewer = visit("malente-pruefung", path)
    assert not reviewer.tree.cssselect("a[href*='@@journal-redact']")
    refused = reviewer.session.get(f"{path}/@@journal-redact", allow_redirects=False)
    assert refused.status_code != 200
