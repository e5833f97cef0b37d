"""Sessions: what the cookie says, when they end, and that reading writes nothing."""

from kommunalhub.security.sessions import COOKIE
from kommunalhub.security.sessions import find_sessions
from plone import api
from ZPublisher.HTTPResponse import HTTPResponse

import base64
import json
import pytest
import transaction


HOUR = 3600


def cookie_of(answer, name=COOKIE):
    """Return what an answer says about a cookie, as a dict with small keys."""
    for line in answer.raw.headers.getlist("Set-Cookie"):
        first, *attributes = line.split("; ")
        if first.startswith(f"{name}="):
            pairs = (attribute.partition("=") for attribute in attributes)
            found = {key.lower(): value for key, _, value in pairs}
            return {**found, "value": first.partition("=")[2]}
    return None


def test_cookie_is_kept_from_scripts_and_other_sites(client, erika):
    cookie = cookie_of(client.sign_in(erika))
    assert "httponly" in cookie
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert "secure" not in cookie
    assert "expires" not in cookie  # it goes with the browser
    assert client.is_signed_in()


def test_cookie_holds_no_password(client, erika):
    value = cookie_of(client.sign_in(erika))["value"]
    readable = base64.urlsafe_b64decode(value.partition(".")[0] + "==").decode()
    assert "Deiche" not in readable
    assert b"Deiche".hex() not in readable


def test_cookie_is_secure_behind_https(client, erika):
    client.headers["X-Forwarded-Proto"] = "https"
    answer = client.sign_in(erika)
    assert "secure" in cookie_of(answer)
    assert "secure" in cookie_of(answer, "__hub_browser")


def test_cookie_is_secure_where_the_site_says_so(client, erika, setting):
    setting("secure_cookie", "always")
    assert "secure" in cookie_of(client.sign_in(erika))


def test_small_and_capital_letters_are_one(client, erika):
    client.sign_in(" ERIKA ")
    assert client.is_signed_in()


def test_password_in_an_address_is_not_looked_at(client, erika):
    query = {"__ac_name": erika, "__ac_password": "vier Deiche im Regen"}
    assert client.get("/@@change-password", params=query).status_code == 302
    assert client.post("/@@change-password", params=query).status_code == 302


def test_password_in_a_cookie_is_not_looked_at(client, erika):
    pair = b":".join(part.encode().hex().encode() for part in (erika, "vier Deiche im Regen"))
    client.cookies.set(COOKIE, base64.encodebytes(pair).decode().strip().replace("\n", ""))
    assert not client.is_signed_in()


def test_signing_out_ends_the_session(client, new_client, erika):
    client.sign_in(erika)
    thief = new_client()
    thief.cookies.set(COOKIE, client.cookies[COOKIE])
    assert thief.is_signed_in()
    answer = client.get("/logout")
    assert answer.headers["Location"].endswith("/logged-out")
    assert cookie_of(answer)["max-age"] == "0"
    assert not thief.is_signed_in()


def test_signing_out_leaves_other_browsers_alone(client, new_client, erika):
    client.sign_in(erika)
    other = new_client()
    other.sign_in(erika)
    client.get("/logout")
    assert other.is_signed_in()
    client.sign_in(erika)
    assert client.is_signed_in()


def test_a_new_password_ends_sessions_elsewhere_only(client, new_client, erika):
    client.sign_in(erika)
    before = session_of(client)
    other = new_client()
    other.sign_in(erika)
    form = client.get("/@@change-password").text
    token = form.partition('name="_authenticator"')[2].partition('value="')[2].partition('"')[0]
    new = "Ebbe und Flut und Watt"
    answer = client.post(
        "/@@change-password",
        data={
            "form.widgets.current_password": "vier Deiche im Regen",
            "form.widgets.new_password": new,
            "form.widgets.new_password_ctl": new,
            "form.buttons.reset_passwd": "1",
            "_authenticator": token,
        },
    )
    assert answer.status_code == 200
    assert client.is_signed_in()
    assert session_of(client) != before
    assert not other.is_signed_in()
    other.sign_in(erika, new)
    assert other.is_signed_in()


def test_a_removed_person_is_out_and_nobody_inherits(client, erika):
    client.sign_in(erika)
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=erika)
    transaction.commit()
    assert not client.is_signed_in()
    api.user.create(username=erika, email="x@example.org", password="Ebbe und Flut und Watt")
    transaction.commit()
    assert not client.is_signed_in()


def test_an_idle_session_ends(client, erika, clock):
    client.sign_in(erika)
    clock(2 * HOUR - 1)
    assert client.is_signed_in()
    client.sign_in(erika)
    clock(2 * HOUR)
    assert not client.is_signed_in()


def test_a_session_in_use_goes_on_but_not_for_ever(client, erika, clock):
    client.sign_in(erika)
    for _hour in range(11):
        clock(HOUR)
        assert client.is_signed_in()
    clock(HOUR)
    assert not client.is_signed_in()


def test_a_fresh_ticket_is_not_handed_out_on_every_page(client, erika, clock):
    client.sign_in(erika)
    clock(60)
    assert cookie_of(client.get("/@@change-password")) is None
    clock(600)
    assert cookie_of(client.get("/@@change-password"))["value"]


def test_no_ticket_goes_out_with_what_caches_share(client, erika, clock):
    client.sign_in(erika)
    clock(600)
    assert cookie_of(client.get("/++resource++kommunalhub/hub.css")) is None


def test_data_does_not_prolong_a_session(client, erika, clock):
    client.sign_in(erika)
    clock(600)
    assert cookie_of(client.api("GET", "")) is None


def test_reading_writes_nothing(client, erika, clock, site):
    client.sign_in(erika)
    client.is_signed_in()
    before = site._p_jar.db().lastTransaction()
    clock(600)
    assert client.is_signed_in()
    assert client.get("").status_code == 200
    assert site._p_jar.db().lastTransaction() == before


@pytest.mark.parametrize("value", ["x", "x.y", "....", "%00", "WyJhIl0.x", "deleted"])
def test_garbage_is_nobody(client, value, site):
    client.cookies.set(COOKIE, value)
    assert not client.is_signed_in()
    assert client.get("").status_code == 200


def test_plones_own_ticket_is_not_taken(client, erika, site):
    response = HTTPResponse()
    site.acl_users.session._setupSession(erika, response)
    client.cookies.set(COOKIE, response.cookies[COOKIE]["value"].decode())
    assert not client.is_signed_in()


def test_programs_end_all_sessions(client, erika, site):
    client.sign_in(erika)
    transaction.begin()
    find_sessions(site.acl_users).ledger.end_all(erika)
    transaction.commit()
    assert not client.is_signed_in()


def session_of(client):
    """Return (person, session id) of the ticket in a browser."""
    body = client.cookies[COOKIE].partition(".")[0]
    person, session, *_ = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return person, session


def plant(client, value):
    """Put a ticket into a browser as somebody who can set cookies there would."""
    client.cookies.clear()
    client.cookies.set(COOKIE, value, domain="localhost.local", path="/")


@pytest.mark.parametrize("channel", ["form", "rest"])
def test_a_planted_session_never_becomes_that_of_who_signs_in(
    client, new_client, erika, manager, channel
):
    attacker = new_client()
    attacker.sign_in(manager)
    planted = attacker.cookies[COOKIE]
    plant(client, planted)
    if channel == "form":
        client.sign_in(erika)
    else:
        body = {"login": erika, "password": "vier Deiche im Regen"}
        assert client.api("POST", "/@login", json=body).status_code == 200
    assert client.cookies[COOKIE] != planted
    assert session_of(client)[0] == erika
    assert session_of(client)[1] != session_of(attacker)[1]
    assert session_of(attacker)[0] == manager
    # nor does signing out end the other's session
    client.get("/logout")
    assert not client.is_signed_in()
    assert attacker.is_signed_in()


def test_what_was_there_before_signing_in_is_worth_nothing_after(client, new_client, erika):
    for made_up in ("known-to-the-attacker", '"x"', ""):
        plant(client, made_up)
        client.sign_in(erika)
        assert client.is_signed_in()
        thief = new_client()
        thief.cookies.set(COOKIE, made_up)
        assert not thief.is_signed_in()


def test_every_log_in_begins_another_session(client, erika):
    seen = set()
    for _time in range(3):
        client.sign_in(erika)  # also while signed in
        seen.add(session_of(client)[1])
    assert len(seen) == 3


def test_an_ended_session_is_not_taken_up_again_by_signing_in(client, new_client, erika):
    client.sign_in(erika)
    old = client.cookies[COOKIE]
    client.get("/logout")
    plant(client, old)
    client.sign_in(erika)
    thief = new_client()
    thief.cookies.set(COOKIE, old)
    assert client.is_signed_in()
    assert not thief.is_signed_in()


def test_who_types_a_wrong_password_over_somebody_elses_session_is_told(
    client, erika, manager, site
):
    """As on a computer of several people where the last one has not signed out."""
    client.sign_in(manager)
    answer = client.sign_in(erika, "Ebbe und Flut und Watt")
    assert answer.status_code == 200
    assert "Die Anmeldung hat nicht geklappt." in answer.text
    assert session_of(client)[0] == manager
    body = {"login": erika, "password": "Ebbe und Flut und Watt"}
    assert client.api("POST", "/@login", json=body).status_code == 401
    assert session_of(client)[0] == manager
