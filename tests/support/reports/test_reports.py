"""The figures of support: from tickets to the page and the workbook, and nobody in them."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally import operations as tally
from kommunalhub.support.reports import rules
from kommunalhub.support.reports import satisfaction
from kommunalhub.support.reports.facts import times_of
from kommunalhub.support.reports.reading import Chosen
from kommunalhub.support.reports.reading import Report
from people import As
from plone import api
from support.learning.shelf import flush
from zipfile import ZipFile

import pytest
import re
import transaction


@pytest.fixture
def site(web):
    yield web.absolute_url()
    flushing.buffer.take(flushing.place_of(web))


def text(browser):
    return " ".join(unescape(browser.contents).split())


def told(chosen=None):
    with As("hilde"):
        report = Report(chosen or Chosen())
        return rules.sums(report.tickets), rules.ages(report.open)


def test_times_are_kept_as_the_clock_has_counted_them(portal, hub, clock):
    ticket = hub.report(portal, category="mail")  # Monday, 9:00, stuck: an hour, and eight
    late = hub.report(portal, "gesa", category="mail")
    assert told(Chosen(category="mail"))[0].reaction is None
    clock(30, "9:40")
    hub.step(ticket, "sven", "resolve", "Die Klappe war offen.")
    clock(30, "11:00")
    hub.step(late, "sven", "resolve", "Neu gestartet.")
    hub.step(late, "gesa", "reopen", "Geht wieder nicht.")
    whole, ages = told(Chosen(category="mail"))
    assert whole == rules.Sums(
        reported=2,
        solved=1,
        reopened=1,
        reaction=timedelta(minutes=80),
        reaction_kept=50,
        solution=timedelta(minutes=40),
        solution_kept=100,
    )
    assert ages == [1, 0, 0, 0]
    assert hub.brain(late).case_extra["times"] == times_of(late)
    assert told(Chosen(category="mail", partner="malente"))[0].reported == 1
    assert told(Chosen(category="printing"))[0] == rules.Sums()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete("mia")  # who is gone is still counted
    assert told(Chosen(category="mail"))[0] == whole


def test_page_and_workbook_for_the_management(hub, functional, site, web, clock):
    ticket = hub.report(web, category="mail")
    clock(30, "9:40")
    hub.step(ticket, "sven", "resolve", "Die Klappe war offen.")
    transaction.commit()
    browser = hub.browser(functional, "hilde")
    browser.open(f"{site}/support/@@supportzahlen")
    assert "Zahlen des Supports" in text(browser)
    assert "<svg" in browser.contents
    for name in ("Sven", "sven", "Mia"):
        assert name not in browser.contents
    browser.open(f"{site}/support/@@supportzahlen?partner=nobody&months=99&category=x")
    assert "November 2026" in text(browser)
    answer = hub.visitor("hilde").get(f"{site}/support/@@supportzahlen.xlsx?months=3")
    with ZipFile(BytesIO(answer.content)) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        months = book.read("xl/worksheets/sheet1.xml").decode()
    assert "Davon gelöst" in texts
    assert re.findall("<v>(.*?)</v>", months)[-7:] == ["1", "1", "40", "100", "40", "100", "0"]


@pytest.mark.parametrize("who", ["mia", "sven", "rita", None])
def test_figures_are_for_the_management_alone(hub, site, who):
    for page in ("@@supportzahlen", "@@supportzahlen.xlsx"):
        answer = hub.visitor(who).get(f"{site}/support/{page}", allow_redirects=False)
        assert answer.status_code != 200


def test_who_reported_it_says_once_whether_it_was_good(hub, functional, site, web, clock):
    ticket = hub.report(web)
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(ticket.absolute_url())
    assert "Sind Sie zufrieden?" not in text(browser)
    hub.step(ticket, "sven", "resolve", "Die Klappe war offen.")
    transaction.commit()
    support = hub.browser(functional, "sven")
    support.open(ticket.absolute_url())
    assert "Sind Sie zufrieden?" not in text(support)
    browser.open(ticket.absolute_url())
    browser.getControl("Ja, ich bin zufrieden").click()
    assert "Danke für Ihre Antwort." in text(browser)
    assert "Sind Sie zufrieden?" not in text(browser)
    with hub.As("mia"):
        assert not satisfaction.answer(ticket, satisfaction.NO)
    flush()
    assert dict(tally.totals(web, satisfaction.SATISFIED)) == {satisfaction.YES: 1}
    assert Report(Chosen()).satisfied() is None
    for _n in range(4):
        tally.count(satisfaction.SATISFIED, satisfaction.NO)
    flush()
    assert Report(Chosen()).satisfied() == 20
