"""Tickets over REST, from the report to the solution; see test_http_examples.py."""

from datetime import datetime
from docs.test_http_examples import PASSWORD
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting
from plone import api
from plone.dexterity.utils import createContentInContainer
from types import SimpleNamespace

import pytest
import transaction


TICKET = {
    "@type": "SupportTicket",
    "title": "Drucker druckt nur leere Seiten",
    "urgency": "detour",
    "category": "printing",
    "device": "Drucker Flur 1",
}
ALSO = {"title": "Ausdrucke sind leer", "urgency": "no_hurry"}


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still."""
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    return walk


def reported(values):
    """Return path and UID of a ticket that somebody of Lensahn has reported, committed."""
    transaction.begin()
    values = dict(values)
    kind = values.pop("@type")
    folder = api.portal.get()["support"]
    with api.env.adopt_user(username="lensahn-mitarbeit"):
        ticket = createContentInContainer(folder, kind, **values)
    path, uid = ticket.absolute_url_path().removeprefix("/plone"), ticket.UID()
    transaction.commit()
    return SimpleNamespace(path=path, uid=uid)


def test_a_ticket_over_rest(ask):
    made = ask("ticket", "lensahn-mitarbeit", "POST", "/support", TICKET)
    assert made.status_code == 201
    case = made.json()["@id"]
    found = ask("tickets", "support", "GET", "/support/@tickets?queue=nobody&category=printing")
    assert found.json()["items_total"] == 1
    wrong = ask("tickets_wrong", "lensahn-mitarbeit", "GET", "/support/@tickets?queue=nobody")
    assert wrong.status_code == 400
    question = {"comment": "Welcher Drucker ist es?"}
    asked = ask("ticket_wait", "support", "POST", f"{case}/@workflow/wait", question)
    assert asked.json()["review_state"] == "waiting"
    note = {"kind": "note", "text": "Vermutlich die Klappe."}
    assert ask("ticket_note", "support", "POST", f"{case}/@conversation", note).status_code == 201
    reply = {"comment": "Der im Flur."}
    ask("ticket_answer", "lensahn-mitarbeit", "POST", f"{case}/@workflow/answer", reply)
    said = {"kind": "message", "text": "Ich komme um elf."}
    ask("ticket_message", "support", "POST", f"{case}/@conversation", said)
    talk = ask("ticket_conversation", "lensahn-mitarbeit", "GET", f"{case}/@conversation")
    assert "Vermutlich" not in talk.text
    helped = {"comment": "Die Klappe war offen."}
    solved = ask("ticket_resolve", "support", "POST", f"{case}/@workflow/resolve", helped)
    assert solved.json()["review_state"] == "resolved"
    [own] = ask("my_data", "lensahn-mitarbeit", "GET", "/support/@my-data").json()["reported"]
    assert own["answers_of_others"] == 3 and own["written"][0]["text"] == "Der im Flur."
    assert ask.differing == []


def test_tickets_that_belong_together_over_rest(ask):
    theirs, ours = "lensahn-mitarbeit", "support"
    first, second = reported(TICKET), reported(TICKET | ALSO)
    with_first = {"ticket": "T-2026-001"}
    joined = f"{second.path}/@joined"
    known = ask("joined_link", ours, "POST", joined, {"act": "link"} | with_first)
    assert [one["UID"] for one in known.json()["related"]] == [first.uid]
    merged = ask("joined_merge", ours, "POST", joined, {"act": "merge"} | with_first)
    assert merged.json()["@id"].endswith(f"{first.path}/@joined")
    again = ask("joined_merge_again", ours, "POST", joined, {"act": "merge"} | with_first)
    assert again.status_code == 409
    assert ask("joined", theirs, "GET", joined).json()["alike"] == []
    parted = ask("joined_part", ours, "POST", joined, {"act": "part"})
    assert parted.json()["merged_into"] is None
    not_theirs = ask("joined_refused", theirs, "POST", joined, {"act": "link"} | with_first)
    assert not_theirs.status_code == 403
    assert ask.differing == []


def test_several_tickets_at_once_over_rest(ask):
    theirs, ours = "lensahn-mitarbeit", "support"
    first, second = reported(TICKET), reported(TICKET | ALSO)
    ask("ticket_close", theirs, "POST", f"{second.path}/@workflow/close", {})
    uids = [first.uid, second.uid]
    seen = {uid: {"state": "new", "assigned": ""} for uid in uids}
    closing = {"act": "close", "comment": "Der Drucker ist getauscht.", "uids": uids, "seen": seen}
    done = ask("tickets_several", ours, "POST", "/support/@tickets", closing)
    assert [result["done"] for result in done.json()["results"]] == [True, False]
    wrong = {"act": "hand", "uids": uids}
    refused = ask("tickets_several_wrong", ours, "POST", "/support/@tickets", wrong)
    assert refused.status_code == 400
    assert ask.differing == []


def test_the_second_level_over_rest(ask):
    ours, theirs, all_ = "support", "dataport-mitarbeit", "/support/@second-level"
    name, email = theirs, f"{theirs}@example.org"
    properties = {"fullname": "Dataport Mitarbeit"}
    api.user.create(email, name, PASSWORD, properties=properties)
    api.group.add_user(groupname="dataport-staff", username=name)
    transaction.commit()
    one = f"{reported(TICKET).path}/@second-level"
    look = {"act": "preview", "question": "Bitte den Treiber prüfen."}
    seen = ask("second_level_preview", ours, "POST", one, look).json()
    sent = {**look, "act": "hand", "seen": seen["seen"]}
    assert ask("second_level_hand", ours, "POST", one, sent).json()["out"]
    (item,) = ask("second_level", theirs, "GET", all_).json()["items"]
    reply = {"ticket": item["uid"], "act": "status", "text": "Der Treiber ist von 2019."}
    ask("second_level_reply", theirs, "POST", all_, reply)
    assert ask.differing == []
