"""@registrations and @workshops: allowed, forbidden, wrong input."""

from kommunalhub.workshops import storage

import pytest
import transaction


@pytest.fixture
def workshop(hub, web):
    workshop = hub.add_workshop(web, is_public=True, capacity=1)
    transaction.commit()
    return workshop


def call(hub, who, method, workshop, below="", **kw):
    url = f"{workshop.absolute_url()}/@registrations{below}"
    return hub.rest(who).request(method, url, **kw)


def test_registering_waiting_and_taking_an_offer(hub, workshop):
    answer = call(hub, "mia", "POST", workshop, json={"needs": "vegan"})
    assert (answer.status_code, answer.json()["state"]) == (201, "registered")
    answer = call(hub, "lena", "POST", workshop, json={})
    assert (answer.json()["state"], answer.json()["position"]) == ("waiting", 1)
    answer = call(hub, "mia", "POST", workshop, json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "twice")
    assert call(hub, "lena", "PATCH", workshop, json={"state": "registered"}).status_code == 409
    assert call(hub, "mia", "DELETE", workshop).status_code == 204
    assert call(hub, "lena", "GET", workshop).json()["state"] == "offered"
    answer = call(hub, "lena", "PATCH", workshop, json={"state": "registered"})
    assert (answer.status_code, answer.json()["state"]) == (200, "registered")
    assert call(hub, "mia", "GET", workshop).json()["state"] is None


def test_names_are_for_the_management_alone(hub, workshop):
    call(hub, "mia", "POST", workshop, json={"needs": "vegan"})
    for who in ("max", "rita", "gesa"):
        assert "items" not in call(hub, who, "GET", workshop).json(), who
    [item] = call(hub, "trude", "GET", workshop).json()["items"]
    assert (item["name"], item["needs"]) == ("Mia Beispiel", "vegan")
    for method in ("GET", "POST", "PATCH", "DELETE"):
        assert call(hub, None, method, workshop, json={}).status_code == 401, method


def test_the_link_to_take_part_is_in_no_answer_but_the_managements(hub, web):
    link = "https://video.example.org/x7"
    workshop = hub.add_workshop(web, is_public=True, online_link=link)
    transaction.commit()
    url = workshop.absolute_url()
    search = f"{web.absolute_url()}/@search?portal_type=Workshop&fullobjects=1"
    for who in (None, "mia", "rita", "gesa"):
        session = hub.rest(who)
        for address in (url, search, f"{url}/@registrations", f"{url}/@@workshop.ics"):
            assert link not in session.get(address).text, (who, address)
    for who in ("trude", "hilde"):
        assert link in hub.rest(who).get(url).text


def test_only_a_trainer_takes_others_off(hub, workshop):
    call(hub, "mia", "POST", workshop, json={})
    for who in ("max", "rita", "gesa"):
        assert call(hub, who, "DELETE", workshop, "/1").status_code == 404, who
    assert call(hub, "trude", "DELETE", workshop, "/7").status_code == 404
    assert call(hub, "trude", "DELETE", workshop, "/1").status_code == 204
    transaction.begin()
    assert storage.book_of(workshop).held == 0


def test_others_are_registered_by_staff(hub, workshop):
    people = [{"name": "Ada Eins", "email": "ada@example.org"}, {"name": "Bo", "email": "bo@x.org"}]
    answer = call(hub, "lena", "POST", workshop, json={"people": people, "all_or_none": True})
    assert (answer.status_code, answer.json()["code"]) == (409, "full")
    answer = call(hub, "lena", "POST", workshop, json={"people": people})
    assert [one["state"] for one in answer.json()["items"]] == ["registered", "waiting"]
    assert call(hub, "gesa", "POST", workshop, json={"people": people}).status_code == 400


def test_who_may_not_see_a_workshop_gets_no_seat_in_it(hub, web):
    internal = hub.add_workshop(web)
    transaction.commit()
    for who in (None, "gesa"):
        assert call(hub, who, "POST", internal, json={}).status_code in (401, 403, 404), who
        session = hub.rest(who)
        for below in ("@@platz", "@@mehrere-anmelden", "@@ohne-konto", "@@anmeldung-bestaetigen"):
            answer = session.post(
                f"{internal.absolute_url()}/{below}", {"act": "register"}, allow_redirects=False
            )
            assert answer.status_code in (302, 401, 403, 404), (who, below)
    transaction.begin()
    assert storage.book_of(internal).all() == []


@pytest.mark.parametrize(
    "body",
    [
        {"needs": 7},
        {"people": "Ada"},
        {"people": []},
        {"people": [{"name": "Ada", "email": "no address"}]},
        {"people": [{"name": ["x"], "email": {}}]},
    ],
)
def test_wrong_input_is_named(hub, workshop, body):
    answer = call(hub, "lena", "POST", workshop, json=body)
    assert answer.status_code == 400
    transaction.begin()
    assert storage.book_of(workshop).all() == []


def test_the_list_says_what_is_free(hub, web, workshop):
    for base in (web.absolute_url(), f"{web.absolute_url()}/workshops"):
        [item] = hub.rest().get(f"{base}/@workshops").json()["items"]
        assert (item["free_seats"], item["open"], item["public"]) == (1, True, True)
    call(hub, "mia", "POST", workshop, json={})
    [item] = hub.rest("mia").get(f"{web.absolute_url()}/@workshops").json()["items"]
    assert item["free_seats"] == 0
    assert hub.rest().get(f"{web.absolute_url()}/@workshops?b_size=0").status_code == 400


def test_a_workshop_is_made_over_rest_by_trainers_alone(hub, web):
    body = {
        "@type": "Workshop",
        "title": "Per REST",
        "start": "2027-03-02T09:00:00+01:00",
        "end": "2027-03-02T12:00:00+01:00",
        "partner": "malente",
        "capacity": 0,
    }
    url = f"{web.absolute_url()}/workshops"
    answer = hub.rest("trude").post(url, json=body)
    assert answer.status_code == 400
    assert "capacity" in answer.text
    assert hub.rest("trude").post(url, json=body | {"capacity": 5}).status_code == 201
    assert hub.rest("mia").post(url, json=body | {"capacity": 5}).status_code in (401, 403)


def test_the_link_of_one_date_is_for_who_has_a_seat(hub, web):
    link = "https://video.example.org/zweiter-teil"
    workshop = hub.add_workshop(
        web, is_public=True, capacity=1, more_sessions=f"9.12.2030 9:00-12:00, {link}"
    )
    hub.register(workshop, "mia", "max")
    transaction.commit()
    url = workshop.absolute_url()
    for who, expected in (("mia", True), ("trude", True), ("max", False), (None, False)):
        assert (link in hub.visitor(who).get(url).text) == expected, who
    for below in ("", "/@@workshop.ics", "/../@@workshops.ics", "/../@workshops"):
        answer = hub.rest("max").get(url + below)
        assert answer.status_code == 200
        assert link not in answer.text, below
    [item] = hub.rest("max").get(f"{url}/../@workshops").json()["items"]
    assert [date["place"] for date in item["dates"]] == ["Halle im Hub", "Online"]
