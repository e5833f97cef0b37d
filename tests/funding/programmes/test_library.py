"""Calendar, comparison, checks and feeds of the library, through the doors people take."""

from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.core.jobs import runner
from kommunalhub.core.transactions import attempt
from kommunalhub.funding.programmes import jobs
from kommunalhub.notices.box import store_of
from plone import api
from zope.component import getUtility

import pytest
import transaction


FOLDER = "foerderung/programme"
CALENDAR = f"{FOLDER}/@@fristenkalender"


@pytest.fixture
def two(web, people):
    """Two programmes that differ, committed."""
    first = people.add_programme(
        web,
        title="Ortskern",
        key="ortskern",
        topics={"bauen"},
        rate=Decimal(75),
        deadline_kind="call",
        calls=(
            {"opens": None, "closes": date(2031, 3, 31), "pot": Decimal(1000), "remark": "Mai"},
            {"opens": None, "closes": date(2031, 3, 15), "pot": None, "remark": ""},
        ),
    )
    second = people.add_programme(web, title="Klima", key="klima", topics={"energie"})
    transaction.commit()
    return first, second


@pytest.fixture
def in_2031(monkeypatch):
    moment = datetime.fromisoformat("2031-03-01T09:00:00+00:00")
    monkeypatch.setattr(formatting, "now", lambda: moment)
    return moment


def test_the_calendar_shows_a_month_as_table_and_list(visit, two, in_2031):
    browser = visit(None, f"{CALENDAR}?month=2031-03")
    page = browser.contents
    assert page.count(">Ortskern</a>") == 4  # two calls, in the table and in the list
    assert "Topf: 1.000,00" in browser.text and "Mai" in browser.text
    assert ">Klima</a>" not in page
    assert '<time class="tag" datetime="2031-03-15"' in " ".join(page.split())
    browser.getControl("Förderbereich").displayValue = ["Energie und Klimaschutz"]
    browser.getControl("Anzeigen").click()
    assert "In diesem Monat endet keine passende Frist." in browser.text
    assert browser.url.endswith("month=2031-03&topic=energie") or "topic=energie" in browser.url


def test_drafts_are_seen_by_those_who_may(web, visit, people, in_2031):
    people.add_programme(
        web, state="draft", title="Geheim", deadline_kind="fixed", deadline=date(2031, 3, 2)
    )
    transaction.commit()
    assert "Geheim" not in visit(None, f"{CALENDAR}?month=2031-03").text
    assert "Geheim" in visit("berater", f"{CALENDAR}?month=2031-03").text


def test_closing_days_are_among_the_dates_for_who_asks_for_them(visit, two, in_2031):
    assert "Ortskern" not in visit(None, "@@termine?month=2031-03").text
    page = visit(None, "@@termine?month=2031-03&kind=programmes").text
    assert "Ortskern" in page and "ganztägig" in page
    feed = visit(None, "@@termine.ics?kind=programmes").contents
    assert "DTSTART;VALUE=DATE:20310331" in feed


def test_programmes_are_compared_term_by_term(visit, two):
    first, second = two
    browser = visit(None, FOLDER)
    for control in browser.getControl(name="uid").controls:
        control.selected = True
    browser.getControl("Angehakte vergleichen").click()
    page = browser.text
    assert "verschieden" in page and "nicht bekannt" in page and "75 %" in page
    browser.getLink("Nur Unterschiede zeigen").click()
    assert "Fördergeber" not in browser.text.partition("Bedingung\n")[2]
    assert "Förderquote" in browser.text
    browser.getLink("weglassen", index=0).click()
    assert "weglassen" not in browser.text


def test_a_comparison_shows_four_and_nothing_one_may_not_see(web, visit, people):
    made = [people.add_programme(web, title=f"Topf {n}") for n in range(5)]
    draft = people.add_programme(web, state="draft", title="Geheim")
    transaction.commit()
    query = "&".join(f"uid={one.UID()}" for one in [draft, *made])
    page = visit(None, f"{FOLDER}/@@programme-vergleichen?{query}").text
    assert "Geheim" not in page
    assert "Topf 3" in page and "Topf 4" not in page
    assert "nur die ersten 4" in page
    assert "kein Programm gewählt" in visit(None, f"{FOLDER}/@@programme-vergleichen?uid=x").text


def test_one_click_says_that_it_was_checked(web, visit, people):
    old = people.add_programme(web, title="Alt", checked_on=date(2020, 1, 1))
    transaction.commit()
    browser = visit("berater", f"{FOLDER}/{old.getId()}")
    browser.getControl("Heute geprüft").click()
    assert "Vermerkt: heute geprüft." in browser.text
    assert "Heute geprüft" not in visit("malente-redaktion", f"{FOLDER}/{old.getId()}").text
    transaction.begin()
    assert old.checked_on == formatting.to_local(formatting.now()).date()
    assert old.checked_by == "berater"


@pytest.mark.parametrize("person", [None, "malente-redaktion", "malente-pruefung"])
def test_only_who_keeps_programmes_checks_them(web, client, two, person):
    answer = client(person).post(f"{FOLDER}/{two[0].getId()}/@check", json={})
    assert answer.status_code in (401, 403)
    page = client(person).post(
        f"{FOLDER}/{two[0].getId()}/@@geprueft", headers={"Accept": "text/html"}
    )
    assert two[0].checked_on == date(2026, 11, 1) and page.status_code != 500


def letters(portal):
    store = store_of(portal)
    return [mail.letter for mail in store.outbox.mails.values()] if store is not None else []


def test_an_old_check_is_told_of_once(web, people, monkeypatch):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    old = people.add_programme(web, title="Alt", checked_on=date(2020, 1, 1))
    people.add_programme(web, state="draft", title="Entwurf", checked_on=date(2020, 1, 1))
    transaction.commit()
    for _run in range(2):
        runner.run(web)
    found = [one for one in letters(web) if "Förderprogramme" in one.subject]
    assert [one.userid for one in found] == ["berater"]
    assert "Alt" in found[0].text and "Entwurf" not in found[0].text
    assert "geprüft am 1. Januar 2020" in found[0].text

    def check_again():
        old.checked_on = date(2020, 2, 1)
        old.reindexObject(idxs=["funding_checked"])

    attempt(check_again)
    assert getUtility(jobs.IJob, name="programme-checks").due(formatting.now()) == ["letter"]


def test_the_next_call_counts_after_the_job(web, two, monkeypatch):
    moment = datetime.fromisoformat("2031-03-16T09:00:00+00:00")
    monkeypatch.setattr(formatting, "now", lambda: moment)
    job = getUtility(jobs.IJob, name="programme-calls")
    assert job.due(moment) == [two[0].UID()]
    attempt(lambda: job.do(two[0].UID(), moment))
    assert job.due(moment) == []
    [brain] = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        funding_deadline="2031-03-31"
    )
    assert brain.Title == "Ortskern"


def test_a_private_address_by_topic_is_given_and_taken_back(web, visit, client, two, in_2031):
    browser = visit("malente-mitarbeit", f"{FOLDER}/@@fristen-abo?topic=bauen")
    assert "Bauen und Sanieren" in browser.text
    answer = client("malente-mitarbeit").post(f"{FOLDER}/@programmes-feed", json={"topic": "bauen"})
    assert answer.status_code == 201, answer.text
    path = answer.json()["address"].partition("@@")[2]
    feed = visit(None, f"@@{path}").contents
    assert feed.count("BEGIN:VEVENT") == 2 and "Ortskern" in feed and "Klima" not in feed
    gone = client("malente-mitarbeit").delete(f"{FOLDER}/@programmes-feed?topic=bauen")
    assert gone.status_code == 204
    assert "BEGIN:VCALENDAR" not in visit(None, f"@@{path}").contents
    wrong = client("malente-mitarbeit").post(f"{FOLDER}/@programmes-feed", json={"topic": "x"})
    assert wrong.status_code == 400
    assert client(None).post(f"{FOLDER}/@programmes-feed", json={}).status_code == 401


def test_the_catalogue_over_rest(client, two):
    body = client(None).get(f"{FOLDER}/@programmes?topic=bauen").json()
    assert body["items_total"] == 1
    [item] = body["items"]
    assert item["key"] == "ortskern" and item["rate"] == "75"
    assert [call["closes"] for call in item["calls"]] == ["2031-03-15", "2031-03-31"]
    assert item["deadline"] == "2031-03-15"
    spring = client(None).get(f"{FOLDER}/@programmes?from=2031-03-16&to=2031-04-01").json()
    assert spring["items_total"] == 1
    for query in ("topic=x", "from=bald", "b_size=0"):
        assert client(None).get(f"{FOLDER}/@programmes?{query}").status_code == 400
    uids = "&".join(f"uid={one.UID()}" for one in two)
    terms = client(None).get(f"{FOLDER}/@programmes-compare?{uids}").json()["terms"]
    rate = next(term for term in terms if term["title"] == "Förderquote")
    assert rate == {"title": "Förderquote", "values": ["75 %", None], "differs": True}


def test_the_check_over_rest(client, two):
    answer = client("berater").post(f"{FOLDER}/{two[0].getId()}/@check", json={})
    assert answer.status_code == 200
    assert answer.json()["checked_by"] == "berater"
