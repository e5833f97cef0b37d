"""Deadlines through the doors: pages, forms, REST, private calendars; cut by what one may view."""

from datetime import date
from funding.deadlines.conftest import filed_case
from icalendar import Calendar
from kommunalhub.core.feeds import addresses
from kommunalhub.funding.deadlines import feeds
from kommunalhub.funding.deadlines import operations
from people import forget_answers

import pytest
import transaction


LIST = "foerderung/@@fristen"


@pytest.fixture
def web_case(web, people, at, record):
    """A case of Malente with all its dates, committed."""
    case = filed_case(web, people)
    record(case)
    transaction.commit()
    forget_answers()
    return case


def events(text):
    return {str(one["UID"]): one for one in Calendar.from_ical(text).walk("VEVENT")}


def test_the_list_shows_what_one_may_view(web_case, visit):
    page = visit("malente-redaktion", LIST).text
    assert "Ende der Widerspruchsfrist" in page
    assert "in 21 Tagen" in page
    assert "Montag, 21. Dezember 2026" in page
    for name in ("lensahn-redaktion", "gruenderin"):
        page = visit(name, LIST)
        assert page.headers["status"].startswith("200")
        assert "Widerspruchsfrist" not in page.text.partition("<ul")[2].partition("</form>")[2]
        assert "Dach der Feuerwache" not in page.text
    assert "Dach der Feuerwache" in visit("berater", LIST).text


def test_the_list_can_be_narrowed(web_case, visit):
    page = visit("malente-redaktion", f"{LIST}?kind=proof").text
    assert "1 Frist" in page
    assert "Freitag, 30. Juni 2028" in page
    page = visit("malente-redaktion", f"{LIST}?first=2027-01-01&last=2027-12-31").text
    assert "3 Fristen" in page
    assert "1 Frist" not in visit("malente-redaktion", f"{LIST}?state=overdue").text
    nonsense = "state=x&kind=x&partner=x&first=x&last=2027-02-30&b_start=-7"
    assert "8 Fristen" in visit("malente-redaktion", f"{LIST}?{nonsense}").text


def test_the_year_is_a_table_for_each_month(web_case, visit):
    page = visit("malente-redaktion", "foerderung/@@fristen-jahr?year=2027").text
    assert page.count("<table") == 3
    assert "März 2027" in page
    assert "Fristen 2027" in page
    assert "keine Frist" in visit("malente-redaktion", "foerderung/@@fristen-jahr?year=2030").text
    assert "Fristen 2026" in visit("malente-redaktion", "foerderung/@@fristen-jahr?year=9999").text
    assert "<table" not in visit("lensahn-redaktion", "foerderung/@@fristen-jahr?year=2027").text


def test_only_the_hub_management_sees_what_was_missed(web_case, visit, at):
    at(date(2027, 4, 5))
    page = visit("hubleitung", "foerderung/@@fristen-versaeumt").text
    assert "Zwischennachweis" in page
    assert "seit 5 Tagen überfällig" in page
    assert "Rolf" not in page
    operations.mark_done(web_case, 1, "interim.1.2027", {"day": date(2027, 4, 2)})
    transaction.commit()
    assert "Zu spät erledigt" in visit("hubleitung", "foerderung/@@fristen-versaeumt").text
    for name in ("malente-redaktion", "berater", None):
        page = visit(name, "foerderung/@@fristen-versaeumt")
        assert "Zwischennachweis" not in page.text


def test_the_chain_says_how_it_was_computed(web_case, visit):
    url = web_case.absolute_url_path().removeprefix("/plone/")
    page = visit("malente-mitarbeit", f"{url}/@@antrag/1").text
    assert "So wurde gerechnet" in page
    assert "Der 20. Dezember 2026 ist ein Sonntag, also endet die Frist am nächsten" in page
    assert "§ 89 Abs. 3 LVwG, § 193 BGB, Stand 1. Dezember 2023" in page
    assert "Als erledigt melden" not in page
    assert "Als erledigt melden" in visit("malente-redaktion", f"{url}/@@antrag/1").text


def test_an_editor_reports_a_deadline_as_done(web_case, visit):
    url = web_case.absolute_url_path().removeprefix("/plone/")
    page = visit("malente-redaktion", f"{url}/@@frist/1/interim-1-2027")
    page.getControl(name="form.widgets.day").value = "2027-01-01"
    page.getControl(name="form.buttons.save").click()
    assert "liegt in der Zukunft" in page.text
    page.getControl(name="form.widgets.day").value = "2026-11-29"
    page.getControl(name="form.widgets.remark").value = "Per Post an das Land"
    page.getControl(name="form.buttons.save").click()
    assert "erledigt am 29. November 2026" in page.text
    assert "Per Post an das Land" in page.text
    assert "Gemeldet von Rolf Malente" in page.text
    page = visit("malente-redaktion", f"{url}/@@frist/1/interim-1-2027")
    page.getControl(name="form.buttons.undone").click()
    assert "erledigt am" not in page.text
    for wrong in ("1/nichts", "7/proof-1", "x/proof-1", "1", "1/final-1", "1/proof-1/x"):
        status = visit("malente-redaktion", f"{url}/@@frist/{wrong}").headers["status"]
        assert status.startswith("404")
    for name in ("malente-mitarbeit", "lensahn-redaktion"):
        page = visit(name, f"{url}/@@frist/1/interim-1-2027")
        assert "form.widgets.day" not in page.contents


def test_what_a_notice_says_is_not_typed_by_hand(web, people, at, record, visit, client):
    case = filed_case(web, people)
    record(case, drawdown_by=None)
    transaction.commit()
    forget_answers()
    here = case.absolute_url()
    path = case.absolute_url_path().removeprefix("/plone/")
    refused = client("berater").patch(here, json={"proof_deadline": "2030-01-31"})
    assert refused.status_code == 400 and "proof_deadline" in refused.text
    assert client("berater").patch(here, json={"drawdown_deadline": "2027-10-01"}).ok
    page = visit("berater", path)
    assert f"{here}/@@fristen" in page.contents
    page.open(f"{here}/@@fristen")
    assert "form.widgets.drawdown_deadline" in page.contents
    assert "form.widgets.proof_deadline" not in page.contents
    transaction.begin()
    record(case, replaces=1)
    transaction.commit()
    page = visit("berater", path)
    assert f"{here}/@@fristen" not in page.contents
    page.open(f"{here}/@@fristen")
    assert page.url.partition("#")[0] == here
    assert "Diese Fristen ergeben sich aus dem Bescheid" in page.text


# Private calendars


def test_a_private_calendar_follows_and_ends(web_case, web, client, record, at):
    secret = feeds.subscribe("malente-redaktion", "malente")
    transaction.commit()
    address = f"@@fristen.ics?key={secret}"
    answer = client().get(address)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert "no-store" in answer.headers["Cache-Control"]
    before = events(answer.text)
    uid = next(uid for uid in before if "-proof.1@" in uid)
    assert before[uid]["DTSTART"].dt == date(2028, 6, 30)
    assert (before[uid]["SEQUENCE"], str(before[uid]["STATUS"])) == (0, "CONFIRMED")
    at(date(2027, 6, 1))
    record(web_case, kind="change", replaces=1, day=date(2027, 5, 20), period_to=date(2028, 12, 31))
    transaction.commit()
    after = events(client().get(address).text)
    assert after[uid]["DTSTART"].dt == date(2029, 7, 2)
    assert after[uid]["SEQUENCE"] == 1
    record(web_case, kind="revocation", replaces=2, day=date(2027, 5, 28))
    transaction.commit()
    gone = events(client().get(address).text)
    assert str(gone[uid]["STATUS"]) == "CANCELLED"
    assert gone[uid]["SEQUENCE"] == 2
    addresses.revoke("malente-redaktion", feeds.FEED, "malente")
    transaction.commit()
    assert client().get(address).status_code == 404
    assert client().get("@@fristen.ics").status_code == 404


def test_a_private_calendar_shows_no_more_than_its_person_sees(web_case):
    assert events(addresses.text_of(feeds.subscribe("lensahn-redaktion"))) == {}
    assert events(addresses.text_of(feeds.subscribe("lensahn-redaktion", "malente"))) == {}
    assert len(events(addresses.text_of(feeds.subscribe("berater")))) == 9
    assert addresses.text_of(feeds.subscribe("berater", "nirgends")) is None


def test_the_page_gives_and_takes_the_address(web_case, visit):
    page = visit("malente-redaktion", "foerderung/@@fristen-abo?partner=malente")
    assert "Die Förderfristen von" in page.text
    page.getForm(index=1).submit()
    assert "@@fristen.ics?key=" in page.text
    assert addresses.is_subscribed("malente-redaktion", feeds.FEED, "malente")


# REST


def test_rest_lists_and_narrows(web_case, client):
    answer = client("malente-redaktion").get("foerderung/@deadlines?b_size=2").json()
    assert answer["items_total"] == 8
    assert len(answer["items"]) == 2
    assert "next" in answer["batching"]
    first = answer["items"][0]
    assert (first["kind"], first["day"], first["standing"]) == ("objection", "2026-12-21", "ahead")
    assert client("lensahn-redaktion").get("foerderung/@deadlines").json()["items_total"] == 0
    assert client().get("foerderung/@deadlines").status_code == 401
    wrong = client("berater").get("foerderung/@deadlines?state=x&first=gestern")
    assert wrong.status_code == 400
    assert {error["field"] for error in wrong.json()["errors"]} == {"state", "first"}


def test_rest_on_a_case(web_case, client):
    url = web_case.absolute_url()
    editor = client("malente-redaktion")
    found = {item["key"]: item for item in editor.get(f"{url}/@deadlines").json()["items"]}
    assert found["objection.1"]["before"] == "2026-12-20"
    assert found["objection.1"]["shift"] == "sunday"
    assert len(found["objection.1"]["steps"]) == 3
    sent = {"application": 1, "key": "interim.1.2027", "day": "2026-11-29", "remark": "Post"}
    done = editor.post(f"{url}/@deadlines", json=sent)
    assert (done.status_code, done.json()["done"]) == (200, {"day": "2026-11-29", "remark": "Post"})
    undone = editor.post(f"{url}/@deadlines", json={**sent, "done": False})
    assert undone.json()["standing"] == "ahead"
    for body, status in (
        ({}, 400),
        ({**sent, "application": True}, 400),
        ({**sent, "application": 10**30}, 404),
        ({**sent, "key": ["x"]}, 400),
        ({**sent, "key": "nothing"}, 404),
        ({**sent, "day": 7}, 400),
        ({**sent, "remark": "x" * 501}, 400),
        ({**sent, "done": "no"}, 400),
    ):
        assert editor.post(f"{url}/@deadlines", json=body).status_code == status
    for name, read, write in (
        ("malente-mitarbeit", 200, 401),
        ("berater", 200, 200),
        ("hubleitung", 200, 200),
        ("lensahn-redaktion", 404, 404),
        (None, 404, 404),
    ):
        assert client(name).get(f"{url}/@deadlines").status_code == read
        assert client(name).post(f"{url}/@deadlines", json=sent).status_code == write
