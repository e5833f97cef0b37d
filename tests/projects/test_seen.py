"""What partners see beside the project: money, lists, dates, what is up to them."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.core.moneysource import IMoneySource
from kommunalhub.core.moneysource import Money
from kommunalhub.core.moneysource import Source
from kommunalhub.projects import money
from kommunalhub.projects.agenda import ProjectDates
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.portfolio import exports
from kommunalhub.projects.portfolio import reading
from kommunalhub.projects.portfolio.browser import PortfolioView
from plone import api
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest
from zope.interface import implementer

import pytest
import re


@implementer(IMoneySource)
class Purse:
    """Two cases, one of which nobody may see."""

    portal_types = ()
    amounts = {"seen": Money(Decimal(9), Decimal(6), Decimal(2)), "unseen": Money(Decimal(1))}

    def seen(self, uids):
        found = [uid for uid in uids if uid == "seen"]
        return {uid: Source(uid, "Fall", "/fall", "F-1", "", self.amounts[uid]) for uid in found}

    def sums(self, uids):
        return {uid: self.amounts[uid] for uid in uids if uid in self.amounts}


@pytest.fixture
def purse():
    manager, source = getGlobalSiteManager(), Purse()
    manager.registerUtility(source, IMoneySource, "purse")
    yield source
    manager.unregisterUtility(source, IMoneySource, "purse")


def test_sums_are_for_partners_and_cases_for_their_own(portal, purse):
    standing = money.standing_of(Decimal(20), Decimal(5), ["seen", "unseen"])
    assert standing.live == Money(Decimal(10), Decimal(6), Decimal(2))
    assert [one.uid for one in standing.sources] == ["seen"]
    assert standing.hidden == 1 and standing.gap == Decimal(9)


def test_the_portfolio_shows_what_one_may_see_and_wakes_nothing(portal, hub, monkeypatch):
    hub.bring_to(hub.add_project(portal, title="Läuft"), "running")
    hub.add_project(portal, title="Nur Idee")

    def wake(self):
        raise AssertionError("an object was woken")

    monkeypatch.setattr(AbstractCatalogBrain, "getObject", wake)
    monkeypatch.setattr(AbstractCatalogBrain, "_unrestrictedGetObject", wake)
    seen = {}
    for who in ("moni", "lars", "otto", "hilde"):
        with hub.As(who):
            seen[who] = {one.title for one in reading.lines()}
    assert seen["moni"] == seen["hilde"] == {"Läuft", "Nur Idee"}
    assert seen["lars"] == {"Läuft"} and seen["otto"] == set()


def test_the_page_and_the_exports_say_the_same(running, hub):
    with hub.As("lars"):
        view = getMultiAdapter((running.aq_parent, getRequest()), name="project-portfolio")
        assert isinstance(view, PortfolioView)
        html, lines = view(), reading.lines()
        sheets, printed = exports.sheets(lines), exports.paper(lines)
    assert "Mitfahrbank" in html and "M1 Bänke stehen" in html and "<svg" in html
    assert sheets[0][2][0][1] == "Mitfahrbank"
    assert printed["sections"][0]["blocks"][0]["rows"][0][0].startswith("Mitfahrbank")


def dates(hub, who):
    now = formatting.now()
    with hub.As(who):
        found = ProjectDates().occurrences(now, now + timedelta(days=90))
        return {(one.title, one.is_own, one.sequence) for one in found}


def test_dates_stand_in_calendars_of_who_sees_to_them(running, hub):
    title = "Bänke stehen (Mitfahrbank)"
    assert dates(hub, "lena") == {(title, True, 0)}
    assert dates(hub, "lars") == {(title, False, 0)}
    assert dates(hub, "otto") == set()
    with hub.As("moni"):
        moved = hub.milestone(days=70) | {"why": "Das Holz fehlt."}
        book.change(running, "milestone", 1, moved)
    assert dates(hub, "lena") == {(title, True, 1)}
    with hub.As("lena"):
        book.report_done(running, "milestone", 1, hub.today())
    assert dates(hub, "lena") == set()


@pytest.mark.parametrize(("who", "shown"), [("lena", True), ("lars", False), ("otto", False)])
def test_who_is_responsible_finds_it_on_their_pages(running, hub, who, shown):
    with hub.As(who):
        piece = getMultiAdapter((api.portal.get(), getRequest()), name="project-duties")()
    assert ("Bänke stehen" in piece) == shown


def test_an_account_that_goes_leaves_it_to_its_function(running, hub):
    with hub.As("moni"):
        book.add(running, "task", hub.milestone("Holz bestellen", 5, person="lena"))
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="lena")
    row = book.storage.book_of(running).row("task", 1)
    assert row["person"] is None and row["partner"] == "lensahn"


def test_the_top_leads_to_what_is_there(running, hub):
    pages = {}
    for who in ("moni", "lars"):
        with hub.As(who):
            pages[who] = getMultiAdapter((running, getRequest()), name="view")()
        jumps = re.findall(r'<li><a href="#([a-z-]+)">', pages[who])
        assert jumps and all(f'id="{jump}"' in pages[who] for jump in jumps)
        assert (jumps[0], jumps[-1]) == ("etappen", "verlauf")
    assert 'id="risiken"' in pages["moni"]
    assert 'id="risiken"' not in pages["lars"]  # nothing is there, and nothing to be done
