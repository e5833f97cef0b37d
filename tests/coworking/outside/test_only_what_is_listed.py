"""Deny by default: being a guest opens nothing but the pages and acts that are listed."""

from coworking.outside.conftest import add_case
from coworking.outside.conftest import set_up
from kommunalhub.coworking.content import CoworkingApplication
from kommunalhub.coworking.outside.acts import ACTS
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from pathlib import Path
from plone import api
from security.walk import doors

import pytest
import re
import registrations
import transaction


#: What stands in the application and nowhere else.
SECRET = "Geheime Erfindung"
#: What takes long, or is no page.
NEVER = ("delete", "logout", "install", "upgrade", "clear", "purge", "index", "rebuild", "migrat")
REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "coworking.md"


@pytest.fixture
def case(hub, web):
    set_up(web)
    case, _guest = add_case(web, hub, purpose=SECRET, organisation=SECRET)
    transaction.commit()
    return case


def let_in(hub, web, guest_id, **headers):
    """Return a session with the cookie and the header of a guest."""
    visitor = hub.visitor(**{session.HEADER: guests.key_of(guest_id), **headers})
    page = f"{web.absolute_url()}/{guests.way_of(guest_id)}"
    assert SECRET in visitor.get(page).text
    return visitor


def test_no_other_view_of_the_application_knows_a_guest(hub, web, case):
    visitor = let_in(hub, web, case.Creator())
    asked, like_it = 0, CoworkingApplication("like-it")
    for name, wanted in doors.views(registrations.adapters()):
        if not wanted.providedBy(like_it) or any(word in name for word in NEVER):
            continue
        answer = visitor.get(f"{case.absolute_url()}/@@{name}", allow_redirects=False)
        assert SECRET not in answer.text, name
        asked += 1
    assert asked > 80
    assert SECRET not in visitor.get(case.absolute_url()).text


def test_no_other_service_knows_a_guest(hub, web, case):
    visitor = let_in(hub, web, case.Creator())
    visitor.headers["Accept"] = "application/json"
    asked, like_it = 0, CoworkingApplication("like-it")
    places = [(like_it, case.absolute_url()), (web, web.absolute_url())]
    for method, name, wanted, _keys in doors.services("GET", "POST", "PATCH", "DELETE"):
        for place, url in places:
            if not wanted.providedBy(place):
                continue
            asked += 1
            below = "" if name == "" else f"/{name}"
            json = {} if method != "GET" else None
            answer = visitor.request(method, f"{url}{below}", json=json, allow_redirects=False)
            assert SECRET not in answer.text, (method, name)
            if place is like_it and method != "GET":
                assert answer.status_code >= 400, (method, name)
    assert asked > 40


def test_a_guest_holds_no_right_elsewhere(hub, web, case):
    user = api.user.get(userid=case.Creator()).getUser()
    assert set(user.getRoles()) <= {"Anonymous", "Authenticated"}
    assert tuple(user.getGroups()) in ((), ("AuthenticatedUsers",))
    other, _guest = add_case(web, hub, contact_email="otto@example.org")
    assert "Owner" not in user.getRolesInContext(other)
    users = api.portal.get_tool("acl_users")
    assert users.searchUsers(fullname="Uta") == ()
    assert not [one for one in users.searchUsers() if guests.is_guest(one["userid"])]


def test_a_guest_cannot_sign_in(hub, web, case):
    url = f"{web.absolute_url()}/@login"
    for password in ("", "x", guests.key_of(case.Creator())):
        sent = {"login": case.Creator(), "password": password}
        assert hub.rest().post(url, json=sent).status_code in (400, 401)


@pytest.mark.parametrize("key", ["", "x", "a.b", "x" * 9000, "ä"])
def test_what_is_no_key_opens_nothing(hub, web, case, key):
    visitor = hub.rest()
    section = f"{web.absolute_url()}/co-working"
    answer = visitor.get(f"{section}/@@mein-antrag", params={"key": key})
    assert (answer.status_code, SECRET in answer.text) == (404, False)
    sent = {session.HEADER: key.encode("utf-8")}
    assert visitor.get(f"{section}/@my-application", headers=sent).status_code == 404


def test_a_key_of_one_application_shows_no_other(hub, web, case):
    other, guest_id = add_case(web, hub, contact_email="otto@example.org")
    transaction.commit()
    visitor = let_in(hub, web, case.Creator())
    page = f"{web.absolute_url()}/co-working/@@mein-antrag"
    visitor.headers[session.HEADER] = guests.key_of(guest_id)
    assert SECRET in visitor.get(page).text
    assert SECRET not in visitor.get(f"{web.absolute_url()}/{guests.way_of(guest_id)}").text


def test_pages_behind_a_link_are_hidden(hub, web, case):
    visitor = let_in(hub, web, case.Creator())
    answer = visitor.get(f"{web.absolute_url()}/co-working/@@mein-antrag")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "key=" not in answer.url
    cookie = next(iter(visitor.cookies))
    assert (cookie.name, cookie.has_nonstandard_attr("HttpOnly")) == (session.COOKIE, True)


def test_a_form_of_another_site_does_nothing(hub, web, case):
    visitor = let_in(hub, web, case.Creator())
    page = f"{web.absolute_url()}/co-working/@@mein-antrag"
    anonymous = re.search(
        r'_authenticator"[^>]*value="(\w+)"',
        hub.visitor().get(f"{web.absolute_url()}/co-working/@@antrag-link").text,
        re.DOTALL,
    )[1]
    for token in ("", anonymous):
        sent = {"act": "withdraw", "comment": "x", "_authenticator": token}
        assert visitor.post(page, data=sent).status_code == 403
    transaction.begin()
    assert hub.state(case) == "submitted"


def test_what_is_not_listed_is_not_there(hub, web, case):
    visitor = let_in(hub, web, case.Creator(), Accept="application/json")
    service = f"{web.absolute_url()}/co-working/@my-application"
    for act in ("approve", "reject", "delete", "__class__", "", None):
        assert visitor.post(service, json={"act": act}).status_code == 404
    assert visitor.post(service, json={"act": "revoke", "partner": "x"}).status_code == 404


def test_a_program_follows_and_withdraws(hub, web, case):
    visitor = let_in(hub, web, case.Creator(), Accept="application/json")
    service = f"{web.absolute_url()}/co-working/@my-application"
    found = visitor.get(service).json()
    assert (found["state"], found["acts"], found["bookings"]) == ("submitted", ["withdraw"], [])
    assert visitor.post(service, json={"act": "withdraw"}).status_code == 400
    answer = visitor.post(service, json={"act": "withdraw", "comment": "Umgezogen."})
    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")
    assert visitor.post(service, json={"act": "book"}).status_code == 400
    assert visitor.post(service, json={"act": "revoke"}).status_code == 204
    assert visitor.get(service).status_code == 404


def test_the_reference_lists_all_acts():
    table = REFERENCE.read_text(encoding="utf-8").split("## Without an account")[1].split("## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", "".join(rows))) == sorted(ACTS)
