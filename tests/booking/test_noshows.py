"""Who did not come: counted for a time, seen by the hub management, forgotten by the clock."""

from datetime import timedelta
from kommunalhub.booking import noshows
from kommunalhub.booking import operations
from kommunalhub.booking.jobs import ForgottenNoShows
from kommunalhub.booking.jobs import NoShows
from kommunalhub.core import formatting
from lxml import html
from plone import api

import pytest
import transaction


@pytest.fixture
def desk(web, house):
    space = house.add_space(web, check_in=30)
    transaction.commit()
    return space


@pytest.fixture
def missed(desk, house, monkeypatch):
    """Let Mia miss two bookings, Lena one; return the moment after."""
    for who, number in (("mia", 1), ("lena", 2), ("mia", 3)):
        with house.As(who):
            operations.book(desk, *house.at(9, 12, number), "Geheimes Gespräch")
    for number in (1, 2, 3):
        moment = house.at(10, 12, number)[0]
        with monkeypatch.context() as clock:
            clock.setattr(formatting, "now", lambda moment=moment: moment)
            tick(NoShows(), moment)
    transaction.commit()
    return house.at(10, 12, 3)[0]


def tick(job, now):
    for key in job.due(now):
        job.do(key, now)


def page(functional, house, who="hilde"):
    visitor = house.browser(functional, who)
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@nicht-erschienen")
    return visitor


def rows(visitor):
    found = html.fromstring(visitor.contents).xpath("//main//tbody/tr")
    return [[cell.text_content().strip() for cell in row] for row in found]


def test_people_are_named_from_the_second_time_on(functional, missed, house):
    visitor = page(functional, house)
    assert rows(visitor) == [["Mia Beispiel", "2", formatting.day(missed)]]
    assert "Buchungen, zu denen niemand kam: 3" in visitor.contents
    assert "Geheimes" not in visitor.contents


@pytest.mark.parametrize("who", [None, "gesa", "mia", "max", "lena"])
def test_nobody_else_sees_it(functional, missed, house, who):
    assert "zu denen niemand kam" not in page(functional, house, who).contents


def test_it_is_forgotten_after_the_days_that_are_set(functional, missed, house):
    job = ForgottenNoShows()
    assert job.due(missed + timedelta(days=80)) == []
    later = missed + timedelta(days=91)
    assert job.due(later) == ["all"]
    tick(job, later)
    assert noshows.marked() == []
    assert noshows.total() == (0, 0)
    assert job.due(later) == []
    tick(job, later)
    transaction.commit()
    assert rows(page(functional, house)) == []


def test_the_hub_management_sets_for_how_long(functional, missed, house):
    visitor = page(functional, house)
    visitor.getControl(name="days").value = "30"
    visitor.getControl("Speichern").click()
    assert "Gespeichert." in visitor.contents
    transaction.begin()
    assert noshows.days_kept() == 30
    assert ForgottenNoShows().due(missed + timedelta(days=31)) == ["all"]
    for wrong in ("6", "366", "viele", "-30", "9" * 400):
        visitor.getControl(name="days").value = wrong
        visitor.getControl("Speichern").click()
        assert visitor.headers["status"].startswith("400")
        assert "ganze Zahl von 7 bis 365" in visitor.contents


def test_whoever_leaves_is_not_named_any_more(functional, missed, house):
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="mia")
    transaction.commit()
    assert rows(page(functional, house)) == []
    assert len(noshows.marked()) == 3
