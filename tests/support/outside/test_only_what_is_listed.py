"""Deny by default: a link shows its ticket and does what is listed, and nothing else."""

from coworking.outside.conftest import set_up
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from kommunalhub.support.desk.joining import operations as joining
from kommunalhub.support.outside import operations
from kommunalhub.support.outside.acts import ACTS
from pathlib import Path
from plone import api
from support.outside.conftest import add_ticket

import pytest
import re
import transaction


SECRET = "Geheimer Rechner"
REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "support.md"


@pytest.fixture
def ticket(hub, web):
    set_up(web)
    ticket, _guest = add_ticket(title=SECRET)
    transaction.commit()
    return ticket


def let_in(hub, web, guest_id, **headers):
    """Return a session with the cookie and the header of a guest."""
    visitor = hub.visitor(**{session.HEADER: guests.key_of(guest_id), **headers})
    assert SECRET in visitor.get(f"{web.absolute_url()}/{guests.way_of(guest_id)}").text
    return visitor


def test_no_other_view_nor_service_of_the_ticket_knows_a_guest(hub, web, ticket):
    visitor = let_in(hub, web, ticket.Creator())
    url = ticket.absolute_url()
    for name in ("", "/view", "/@@presence", "/@@case-file", "/@@zusammenfassen", "/@@edit"):
        assert SECRET not in visitor.get(f"{url}{name}").text, name
    for name in ("/support", "/@@search?SearchableText=Rechner", "/@@inbox"):
        assert SECRET not in visitor.get(f"{web.absolute_url()}{name}").text, name
    visitor.headers["Accept"] = "application/json"
    for name in ("", "/@conversation", "/@workflow", "/@joined", "/@history"):
        answer = visitor.get(f"{url}{name}")
        assert answer.status_code in (401, 404) and SECRET not in answer.text, name
    answer = visitor.post(f"{url}/@conversation", json={"kind": "note", "text": "x"})
    assert answer.status_code in (401, 404)


@pytest.mark.parametrize("key", ["", "x", "a.b", "x" * 9000, "ä"])
def test_what_is_no_key_opens_nothing(hub, web, ticket, key):
    visitor = hub.rest()
    section = f"{web.absolute_url()}/support"
    answer = visitor.get(f"{section}/@@meine-anfrage", params={"key": key})
    assert (answer.status_code, SECRET in answer.text) == (404, False)
    sent = {session.HEADER: key.encode("utf-8")}
    assert visitor.get(f"{section}/@my-ticket", headers=sent).status_code == 404


def test_a_key_of_one_ticket_shows_no_other(hub, web, ticket):
    _other, guest_id = add_ticket(title="Maus")
    transaction.commit()
    visitor = let_in(hub, web, ticket.Creator())
    page = f"{web.absolute_url()}/support/@@meine-anfrage"
    assert SECRET in visitor.get(page).text
    assert SECRET not in visitor.get(f"{web.absolute_url()}/{guests.way_of(guest_id)}").text
    user = api.user.get(userid=guest_id).getUser()
    assert "Owner" not in user.getRolesInContext(ticket)


def test_what_support_splits_off_has_a_link_of_its_own(hub, web, ticket):
    with guests.acting(ticket.Creator()):
        conversation.write_message(ticket, "Und die Tür klemmt.")
    with hub.As("sven"):
        number = joining.messages_of(ticket)[-1]["seq"]
        made = joining.split(ticket, number, "Tür klemmt")
    assert made.Creator() != ticket.Creator() and guests.is_guest(made.Creator())
    assert operations.ticket_of(made.Creator()) == made
    assert operations.ticket_of(ticket.Creator()) == ticket


def test_pages_behind_a_link_are_hidden_and_forms_of_others_do_nothing(hub, web, ticket):
    visitor = let_in(hub, web, ticket.Creator())
    page = f"{web.absolute_url()}/support/@@meine-anfrage"
    answer = visitor.get(page)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"] and "key=" not in answer.url
    anonymous = re.search(
        r'_authenticator"[^>]*value="(\w+)"',
        hub.visitor().get(f"{web.absolute_url()}/support/@@anfrage-link").text,
        re.DOTALL,
    )[1]
    for token in ("", anonymous):
        sent = {"act": "close", "_authenticator": token}
        assert visitor.post(page, data=sent).status_code == 403
    transaction.begin()
    assert hub.state(ticket) == "new"


def test_a_program_follows_writes_and_closes_and_reads_no_note(hub, web, ticket):
    with hub.As("sven"):
        conversation.write_note(ticket, "Interner Verdacht")
        conversation.write_message(ticket, "Welcher Rechner?")
    transaction.commit()
    visitor = let_in(hub, web, ticket.Creator(), Accept="application/json")
    service = f"{web.absolute_url()}/support/@my-ticket"
    found = visitor.get(service)
    assert (found.json()["state"], found.json()["acts"]) == ("new", ["write", "close"])
    assert "Welcher Rechner?" in found.text and "Verdacht" not in found.text
    for act in ("assign", "resolve", "delete", "__class__", "", None, [], {}):
        assert visitor.post(service, json={"act": act}).status_code == 404
    assert visitor.post(service, json={"act": "close", "partner": "x"}).status_code == 404
    assert visitor.post(service, json={"act": "write", "text": ""}).status_code == 400
    assert visitor.post(service, json={"act": "write", "text": "x" * 99_999}).status_code == 400
    said = visitor.post(service, json={"act": "write", "text": "Der linke."}).json()["said"]
    assert said[-1]["text"] == "Der linke."
    closed = visitor.post(service, json={"act": "close"}).json()
    assert (closed["state"], closed["acts"]) == ("closed", ["reopen"])
    assert visitor.post(service, json={"act": "revoke"}).status_code == 204
    assert visitor.get(service).status_code == 404


def test_the_reference_lists_all_acts():
    table = REFERENCE.read_text(encoding="utf-8").split("## Without an account")[1].split("\n## ")
    rows = [line.split("|")[1] for line in table[0].splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", "".join(rows))) == sorted(ACTS)
