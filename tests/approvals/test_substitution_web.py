"""Substitution over HTTP: pages, forms, services, and what a browser may have kept."""

from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.core.formatting import to_local
from kommunalhub.partners.substitution.storage import book_of
from pages import parsed
from pages import words
from plone import api

import json
import pytest
import transaction


ABSENT, SUBSTITUTE = "malente-pruefung", "malente-mitarbeit"
REFUSED = "insufficient-privileges"


@pytest.fixture
def german(web):
    api.portal.set_registry_record("plone.available_languages", ["de"])
    api.portal.set_registry_record("plone.default_language", "de")
    transaction.commit()
    return web


@pytest.fixture
def clock(monkeypatch):
    """Return a function that moves the time by so much, for the server's threads too."""
    real = formatting.now

    def move(**by):
        monkeypatch.setattr("kommunalhub.core.formatting.now", lambda: real() + timedelta(**by))

    return move


@pytest.fixture
def named(german, client):
    """Return a function that names Mia for Petra over REST, from now on for so many hours."""

    def named(hours=8, **more):
        now = formatting.now()
        data = {
            "substitute": SUBSTITUTE,
            "start": now.isoformat(),
            "end": (now + timedelta(hours=hours)).isoformat(),
            **more,
        }
        return client(ABSENT).post("@substitutions", json=data)

    return named


def uids(answer):
    assert answer.status_code == 200
    return [item["UID"] for item in answer.json()["items"]]


def test_inbox_page_and_rest_follow_the_clock(german, submitted, client, clock, named):
    answer = named()
    assert answer.status_code == 201
    assert answer.json()["active"]
    path = "malente/" + submitted.getId()
    uid = submitted.UID()
    for hours, holds in ((0, True), (7.9, True), (8, False)):
        clock(hours=hours)
        mia = client(SUBSTITUTE)
        assert (uid in uids(mia.get("@inbox"))) is holds
        (shown,) = [i for i in mia.get("@inbox").json()["items"] if i["UID"] == uid] or [{}]
        assert shown.get("substituting") == ("in Vertretung für Petra Malente" if holds else None)
        assert uid in [
            i["UID"]
            for i in mia.get("@search?portal_type=TravelRequest&fullobjects=1").json()["items"]
        ]
        told = mia.get(f"{path}/@workflow").json()["transitions"]
        assert any(one["@id"].endswith("/approve") for one in told) is holds
    refused = client(SUBSTITUTE).post(f"{path}/@workflow/approve", json={})
    assert refused.status_code in (401, 403, 404)
    clock(hours=0)
    done = client(SUBSTITUTE).post(f"{path}/@workflow/approve", json={})
    assert done.status_code == 200
    entry = client("malente-pruefung2").get(f"{path}/@journal").json()["entries"][-1]
    assert entry["on_behalf_of"] == ABSENT
    assert entry["on_behalf_of_title"] == "i. V. für Petra Malente"
    transaction.begin()
    assert IJournal(submitted).last("transition")["on_behalf_of"] == ABSENT


def test_a_kept_page_is_not_good_any_longer_than_the_right(german, submitted, client, clock, named):
    """Before, during and after: the validator of one never answers for another."""
    path = "malente/" + submitted.getId() + "/view"
    mia = client(SUBSTITUTE, accept="text/html")
    tags = {}
    before = mia.get(path)
    assert "Freigeben" not in acts_in(before)
    named()
    for part, hours in (("during", 0), ("after", 8)):
        clock(hours=hours)
        answer = mia.get(path, headers={"If-None-Match": before.headers.get("ETag", "")})
        assert answer.status_code == 200
        assert ("Freigeben" in acts_in(answer)) is (part == "during")
        assert "private" in answer.headers.get("Cache-Control", "private")
        tags[part] = answer.headers.get("ETag")
        before = answer
    assert tags["during"] is None or tags["during"] != tags["after"]


def acts_in(answer):
    page = parsed(answer)
    return [button.text_content().strip() for button in page.cssselect("button[name=transition]")]


def token_of(session, view="@@vertretung"):
    page = parsed(session.get(view))
    return page.cssselect("input[name=_authenticator]")[0].get("value")


def form(session, view="@@vertretung", **more):
    today = to_local(formatting.now()).date()
    return {
        "_authenticator": token_of(session, view),
        "substitute": SUBSTITUTE,
        "start_date": today.isoformat(),
        "end_date": f"{today + timedelta(days=2):%d.%m.%Y}",
        **more,
    }


def test_the_page_names_and_ends(german, client):
    petra = client(ABSENT, accept="text/html")
    page = parsed(petra.get("@@vertretung"))
    options = [option.get("value") for option in page.cssselect("#substitute option")]
    assert SUBSTITUTE in options
    assert not {ABSENT, "lensahn-pruefung", "hubleitung"} & set(options)
    answer = petra.post("@@vertretung", data=form(petra, reason="Urlaub"))
    assert answer.status_code == 200
    said = words(parsed(answer))
    assert "Mia Malente ist als Vertretung eingetragen." in said
    assert "24:00" in said
    theirs = client(SUBSTITUTE, accept="text/html").get("@@vertretung")
    assert "Urlaub" in words(parsed(theirs))
    transaction.begin()
    (one,) = book_of(german)
    last = to_local(formatting.now()).date() + timedelta(days=3)
    assert to_local(one.end).replace(tzinfo=None).isoformat() == f"{last.isoformat()}T00:00:00"
    ending = {"_authenticator": token_of(petra), "end": str(one.id)}
    ended = parsed(petra.post("@@vertretung", data=ending))
    assert "Die Vertretung ist beendet." in words(ended)
    transaction.begin()
    assert not [kept for kept in book_of(german) if kept.is_active(formatting.now())]


@pytest.mark.parametrize(
    "given, field, told",
    [
        ({"substitute": ""}, "substitute", "Bitte wählen Sie eine Person"),
        ({"substitute": "lensahn-pruefung"}, "substitute", "Person"),
        ({"start_date": ""}, "start_date", "Bitte nennen Sie einen Tag."),
        ({"start_date": "bald"}, "start_date", "24.12.2026"),
        ({"end_date": "31.2.2027"}, "end_date", "24.12.2026"),
        ({"end_time": "halb drei"}, "end_time", "8:00"),
        ({"start_date": "28.3.2027", "start_time": "2:30"}, "start_time", "Sommerzeit"),
        ({"end_date": "1.1.2020"}, "end_date", "nach dem Beginn"),
        ({"end_date": "31.12.9999"}, "end_date", ""),
        ({"case_types:list": "Image"}, "case_types", "Art von Vorgang"),
    ],
)
def test_wrong_input_is_told_in_german_at_the_field(german, client, given, field, told):
    petra = client(ABSENT, accept="text/html")
    answer = petra.post("@@vertretung", data=form(petra, **given))
    assert answer.status_code == 400
    page = parsed(answer)
    (link,) = page.cssselect("[role=alert] a")
    assert link.get("href").partition("#")[2] == field
    assert told in page.cssselect("[role=alert]")[0].text_content()
    assert page.cssselect(f"#{field}")
    transaction.begin()
    assert book_of(german) is None


def test_without_a_token_nothing_is_named(german, client):
    petra = client(ABSENT, accept="text/html")
    answer = petra.post("@@vertretung", data=form(petra, _authenticator="x"))
    assert answer.status_code == 403
    transaction.begin()
    assert book_of(german) is None


def test_a_hub_manager_does_it_for_somebody_ill(german, client):
    hub = client("hubleitung", accept="text/html")
    panel = parsed(hub.get("@@substitutions-controlpanel"))
    assert ABSENT in [option.get("value") for option in panel.cssselect("#person option")]
    view = f"@@vertretung?person={ABSENT}"
    answer = hub.post(view, data=form(hub, view))
    assert "ist als Vertretung eingetragen" in words(parsed(answer))
    rows = parsed(hub.get("@@substitutions-controlpanel")).cssselect("tbody tr")
    assert "Petra Malente" in rows[0].text_content()
    transaction.begin()
    (one,) = book_of(german)
    ending = {"_authenticator": token_of(hub, view), "end": str(one.id), "back": "panel"}
    assert hub.post("@@vertretung", data=ending).url.endswith("@@substitutions-controlpanel")


def test_a_time_without_offset_is_local(german, client, named):
    local = to_local(formatting.now()).replace(tzinfo=None, fold=0)
    answer = named(start=local.isoformat(), end=(local + timedelta(hours=3)).isoformat())
    assert (answer.status_code, answer.json()["active"]) == (201, True)
    transaction.begin()
    (one,) = book_of(german).running(formatting.now())
    assert one.end.utcoffset() == timedelta(0)
    wanted = (local + timedelta(hours=3)).replace(second=0, microsecond=0)
    assert to_local(one.end).replace(tzinfo=None) == wanted


def test_who_may_what(german, client, named):
    number = named().json()["id"]
    assert client().get("@substitutions").status_code == 401
    assert client().post("@substitutions", json={}).status_code == 401
    assert client("lensahn-pruefung").get(f"@substitutions/{number}").status_code == 404
    assert client("lensahn-pruefung").delete(f"@substitutions/{number}").status_code == 404
    assert client(SUBSTITUTE).get(f"@substitutions/{number}").status_code == 200
    assert client(SUBSTITUTE).delete(f"@substitutions/{number}").status_code == 403
    assert client(ABSENT).get("@substitutions?all=1").status_code == 403
    assert client("hubleitung").get("@substitutions?all=1").json()["items_total"] == 1
    assert client("lensahn-pruefung").get("@substitutions").json()["items"] == []
    page = client(SUBSTITUTE, accept="text/html").get(f"@@vertretung?person={ABSENT}")
    assert page.status_code == 403 or REFUSED in page.url
    panel = client(ABSENT, accept="text/html").get("@@substitutions-controlpanel")
    assert panel.status_code == 403 or REFUSED in panel.url
    assert client(ABSENT).delete(f"@substitutions/{number}").status_code == 204
    assert client(ABSENT).delete("@substitutions/999").status_code == 404
    assert client(ABSENT).delete("@substitutions/x").status_code == 404
    assert client(ABSENT).delete("@substitutions").status_code == 404


@pytest.mark.parametrize(
    "given, field",
    [
        ({"substitute": None}, "substitute"),
        ({"substitute": 7}, "substitute"),
        ({"substitute": "lensahn-pruefung"}, "substitute"),
        ({"start": "2026-12-24"}, "start"),
        ({"start": "2026-03-29T02:30:00"}, "start"),
        ({"start": 5}, "start"),
        ({"end": "9999-12-31T23:59:59-12:00"}, "end"),
        ({"end": "Heiligabend T"}, "end"),
        ({"start": None}, "start"),
        ({"end": "2020-01-01T00:00:00"}, "end"),
        ({"case_types": "FundingConsultation"}, "case_types"),
        ({"case_types": ["Image"]}, "case_types"),
        ({"reason": ["x"]}, "reason"),
        ({"nonsense": 1}, "nonsense"),
    ],
)
def test_rest_tells_the_field(named, german, given, field):
    answer = named(**given)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert not answer.json()["message"].startswith("error_")


def test_a_body_that_is_no_object(client, german):
    answer = client(ABSENT).post("@substitutions", data=json.dumps([1]))
    assert answer.status_code == 400


def test_somebody_elses_substitute_is_refused(client, german):
    now = formatting.now()
    data = {
        "absent": "malente-pruefung2",
        "substitute": SUBSTITUTE,
        "start": now.isoformat(),
        "end": (now + timedelta(hours=2)).isoformat(),
    }
    assert client(ABSENT).post("@substitutions", json=data).status_code == 403
    assert client("hubleitung").post("@substitutions", json=data).status_code == 201


def test_accounts_show_real_groups_alone(named, client, german):
    named()
    answer = client("hubleitung").get(f"@users/{SUBSTITUTE}")
    assert answer.status_code == 200
    groups = {item["id"] for item in answer.json()["groups"]["items"]}
    assert groups == {"AuthenticatedUsers", "malente-staff"}
    hub = client("hubleitung", accept="text/html")
    page = hub.get(f"@@usergroup-usermembership?userid={SUBSTITUTE}")
    assert page.status_code == 200
    for shown in (page.text, hub.get("@@usergroup-groupprefs?form.button.FindAll=1").text):
        assert "~TravelRequest" not in shown
    assert "~" not in json.dumps(client("hubleitung").get("@groups").json())
