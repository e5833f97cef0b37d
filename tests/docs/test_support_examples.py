"""A ticket over REST, from the report to the solution; see test_http_examples.py."""

from datetime import datetime
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting


TICKET = {
    "@type": "SupportTicket",
    "title": "Drucker druckt nur leere Seiten",
    "urgency": "detour",
    "category": "printing",
    "device": "Drucker Flur 1",
}


def test_a_ticket_over_rest(walk, monkeypatch):  # noqa: F811
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    made = walk("ticket", "lensahn-mitarbeit", "POST", "/support", TICKET)
    assert made.status_code == 201
    case = made.json()["@id"]
    found = walk("tickets", "support", "GET", "/support/@tickets?queue=nobody&category=printing")
    assert found.json()["items_total"] == 1
    wrong = walk("tickets_wrong", "lensahn-mitarbeit", "GET", "/support/@tickets?queue=nobody")
    assert wrong.status_code == 400
    question = {"comment": "Welcher Drucker ist es?"}
    asked = walk("ticket_wait", "support", "POST", f"{case}/@workflow/wait", question)
    assert asked.json()["review_state"] == "waiting"
    note = {"kind": "note", "text": "Vermutlich die Klappe."}
    assert walk("ticket_note", "support", "POST", f"{case}/@conversation", note).status_code == 201
    reply = {"comment": "Der im Flur."}
    walk("ticket_answer", "lensahn-mitarbeit", "POST", f"{case}/@workflow/answer", reply)
    said = {"kind": "message", "text": "Ich komme um elf."}
    walk("ticket_message", "support", "POST", f"{case}/@conversation", said)
    talk = walk("ticket_conversation", "lensahn-mitarbeit", "GET", f"{case}/@conversation")
    assert "Vermutlich" not in talk.text
    helped = {"comment": "Die Klappe war offen."}
    solved = walk("ticket_resolve", "support", "POST", f"{case}/@workflow/resolve", helped)
    assert solved.json()["review_state"] == "resolved"
    assert walk.differing == []
