"""Who guesses passwords waits, by form, REST and HTTP Basic; nobody waits for good."""

from AuthEncoding import AuthEncoding
from kommunalhub.security.address import RECORD
from kommunalhub.security.guard import find_guard
from plone import api

import pytest
import transaction


PASSWORD = "vier Deiche im Regen"
WRONG = "Ebbe und Flut und Watt"


def form(client, login, password):
    return client.sign_in(login, password)


def rest(client, login, password):
    return client.api("POST", "/@login", json={"login": login, "password": password})


def basic(client, login, password):
    return client.api("GET", "/@users/erika", auth=(login, password))


def basic_page(client, login, password):
    return client.get("/@@change-password", auth=(login, password))


CHANNELS = [form, rest, basic, basic_page]
every_channel = pytest.mark.parametrize("channel", CHANNELS)


def fail(client, login="erika", times=5, channel=form):
    for _attempt in range(times):
        assert channel(client, login, WRONG).status_code != 429


@pytest.fixture
def from_place(new_client, site):
    """Return a function that opens a browser somewhere on the net, behind our proxy."""
    transaction.begin()
    # without an address only who sits at the machine is served
    api.portal.set_registry_record(RECORD, site.absolute_url())
    transaction.commit()

    def from_place(address):
        client = new_client()
        client.headers["X-Forwarded-For"] = address
        return client

    return from_place


@every_channel
def test_the_right_password_is_let_in(client, erika, channel):
    answer = channel(client, erika, PASSWORD)
    assert answer.status_code in (200, 302)
    if channel is form:
        assert client.is_signed_in()


@every_channel
def test_after_some_failures_one_waits(client, erika, channel):
    fail(client, channel=channel)
    answer = channel(client, erika, PASSWORD)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15
    assert not client.is_signed_in()


def test_what_fails_one_way_counts_for_the_others(client, erika):
    fail(client, times=2, channel=form)
    fail(client, times=2, channel=basic_page)
    fail(client, times=1, channel=rest)
    for channel in CHANNELS:
        assert channel(client, erika, PASSWORD).status_code == 429


def test_the_page_says_in_german_how_long(client, erika):
    fail(client)
    text = form(client, erika, PASSWORD).text
    assert "Es gab zu viele Versuche. Bitte versuchen Sie es in 15 Sekunden wieder." in text
    assert 'lang="de"' in text


def test_rest_says_it_too(client, erika):
    fail(client, channel=rest)
    answer = rest(client, erika, PASSWORD)
    assert answer.json()["type"] == "TooManyRequests"
    assert "in 15 Sekunden" in answer.json()["message"]


def test_longer_waits_are_told_in_minutes(client, erika, clock):
    fail(client)
    for seconds in (15, 30, 60, 120):
        clock(seconds)
        assert form(client, erika, WRONG).status_code == 200
    answer = form(client, erika, PASSWORD)
    assert "in 4 Minuten" in answer.text
    assert answer.headers["Retry-After"] == "240"


def test_the_wait_ends_by_itself(client, erika, clock):
    fail(client)
    clock(15)
    form(client, erika, PASSWORD)
    assert client.is_signed_in()


def test_no_wait_is_longer_than_the_longest(client, erika, clock, setting):
    setting("longest_wait_minutes", 1)
    fail(client)
    for _attempt in range(20):
        clock(60)
        assert form(client, erika, WRONG).status_code == 200
    clock(60)
    form(client, erika, PASSWORD)
    assert client.is_signed_in()


def test_signing_in_starts_anew(client, erika):
    fail(client, times=4)
    form(client, erika, PASSWORD)
    fail(client, times=4)
    form(client, erika, PASSWORD)
    assert client.is_signed_in()


def test_waiting_costs_no_write(client, erika, site):
    fail(client)
    before = site._p_jar.db().lastTransaction()
    for channel in CHANNELS:
        assert channel(client, erika, WRONG).status_code == 429
    assert site._p_jar.db().lastTransaction() == before


def test_success_costs_no_write(client, erika, site):
    before = site._p_jar.db().lastTransaction()
    assert basic(client, erika, PASSWORD).status_code == 200
    assert site._p_jar.db().lastTransaction() == before


def test_other_people_and_other_places_are_free(from_place, erika, manager):
    here, there = from_place("192.0.2.1"), from_place("192.0.2.2")
    fail(here)
    assert form(here, erika, PASSWORD).status_code == 429
    form(here, manager, PASSWORD)
    assert here.is_signed_in()
    form(there, erika, PASSWORD)
    assert there.is_signed_in()


def test_one_place_cannot_try_everybody(from_place, erika, clock):
    place = from_place("192.0.2.1")
    for number in range(50):
        assert form(place, f"somebody{number}", WRONG).status_code == 200
    answer = form(place, erika, PASSWORD)
    assert answer.status_code == 429
    clock(int(answer.headers["Retry-After"]))
    form(place, erika, PASSWORD)
    assert place.is_signed_in()


def test_many_places_cannot_try_one_account_quickly(from_place, erika, clock):
    for number in range(20):
        assert form(from_place(f"192.0.2.{number}"), erika, WRONG).status_code == 200
    elsewhere = from_place("198.51.100.1")
    answer = form(elsewhere, erika, PASSWORD)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 60
    clock(60)
    form(elsewhere, erika, PASSWORD)
    assert elsewhere.is_signed_in()


def test_a_browser_of_the_person_is_not_shut_out_by_others(from_place, new_client, erika):
    own = new_client()
    form(own, erika, PASSWORD)
    own.get("/logout")
    for number in range(20):
        form(from_place(f"192.0.2.{number}"), erika, WRONG)
    form(own, erika, PASSWORD)
    assert own.is_signed_in()


def test_a_browser_of_the_person_is_slowed_as_well(client, erika):
    form(client, erika, PASSWORD)
    client.get("/logout")
    fail(client)
    assert form(client, erika, PASSWORD).status_code == 429


def test_a_browser_of_one_person_is_none_of_another(client, erika, manager, from_place):
    form(client, erika, PASSWORD)
    client.get("/logout")
    for number in range(20):
        form(from_place(f"192.0.2.{number}"), manager, WRONG)
    assert form(client, manager, PASSWORD).status_code == 429


def test_people_sign_in_with_their_address_too(client, erika):
    client.sign_in("Erika@example.org")
    assert client.is_signed_in()


def test_an_address_of_two_is_nobodys(client, erika):
    api.user.create(username="twin", email="erika@example.org", password=PASSWORD)
    transaction.commit()
    client.sign_in("erika@example.org")
    assert not client.is_signed_in()


def test_name_and_address_share_their_failures(client, erika):
    fail(client, erika, times=3)
    fail(client, "erika@example.org", times=2)
    assert form(client, erika, PASSWORD).status_code == 429


def test_the_form_says_in_german_what_is_wrong(client, erika):
    assert "Die Anmeldung hat nicht geklappt." in form(client, erika, WRONG).text
    assert "Die Anmeldung hat nicht geklappt." not in form(client, "", "").text


def test_unknown_names_are_answered_alike(client, erika):
    known, unknown = form(client, erika, WRONG), form(client, "nobody", WRONG)
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace("erika", "") == unknown.text.replace("nobody", "")
    fail(client, "nobody", times=4)
    assert form(client, "nobody", WRONG).status_code == 429


def test_the_current_password_is_guarded_too(client, erika):
    form(client, erika, PASSWORD)
    data = {"old_password": WRONG, "new_password": "Kaffee ohne Sahne bitte"}
    for _attempt in range(5):
        answer = client.api("POST", "/@users/erika/reset-password", json=data)
        assert answer.status_code == 403
    answer = client.api("POST", "/@users/erika/reset-password", json=data)
    assert answer.status_code == 429


@pytest.mark.parametrize(
    "body",
    [
        {"login": None, "password": None},
        {"login": ["erika"], "password": "x"},
        {"login": {"a": 1}, "password": ["x"]},
        {"login": 1, "password": 2},
        {"login": "erika", "password": "\x00ü"},
    ],
)
def test_strange_json_is_nobody(client, erika, body):
    answer = client.api("POST", "/@login", json=body)
    assert answer.status_code in (400, 401), answer.text


def test_the_same_field_twice_is_nobody(client, erika):
    data = [("__ac_name", "erika"), ("__ac_name", "max"), ("__ac_password", PASSWORD)]
    assert client.post("/login", data=data).status_code == 400
    assert not client.is_signed_in()


def test_nothing_readable_is_kept(client, erika, site):
    fail(client, "mein geheimes Passwort", times=1)
    transaction.begin()
    kept = find_guard(site.acl_users).failures
    assert kept.size() == 3
    assert not any("geheim" in key for key in kept.young)


@pytest.fixture
def hashed(monkeypatch):
    """The list of passwords that were compared with a stored one: what a log-in takes time for."""
    seen = []
    validate = AuthEncoding.pw_validate

    def pw_validate(reference, attempt):
        seen.append((str(reference[:6]), attempt))
        return validate(reference, attempt)

    monkeypatch.setattr(AuthEncoding, "pw_validate", pw_validate)
    return seen


@every_channel
def test_known_and_unknown_names_take_the_same_work(client, erika, hashed, channel):
    work = {}
    for name in (erika, "erika@example.org", "niemand", "niemand@example.org", "", "x" * 200):
        del hashed[:]
        channel(client, name, WRONG)
        work[name] = list(hashed)
    del work[""]  # nobody was named: nothing to find out
    assert len(work[erika]) > 0
    assert len({len(seen) for seen in work.values()}) == 1
    # the same kind of hash, too
    assert {kind for seen in work.values() for kind, _attempt in seen} == {work[erika][0][0]}


def test_a_wait_takes_no_such_work_for_anybody(client, erika, hashed):
    fail(client)
    fail(client, "niemand")
    del hashed[:]
    assert form(client, erika, WRONG).status_code == 429
    assert form(client, "niemand", WRONG).status_code == 429
    assert hashed == []
