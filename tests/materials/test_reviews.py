"""Materials whose day has come are moved to those that are to be checked, once."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from zope.component import getUtility

import pytest


DAY = date(2026, 12, 1)


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the time and runs the job; it returns how much was due."""

    def clock(portal, *moment):
        now = datetime(*moment, tzinfo=UTC)
        monkeypatch.setattr(formatting, "now", lambda: now)
        reviews = getUtility(IJob, "reviews")
        keys = reviews.due(now)
        with as_system(portal):
            for key in [*keys, *keys]:
                reviews.do(key, now)
        return len(keys)

    return clock


@pytest.fixture
def released(hub, portal):
    return hub.bring_to(hub.add_material(portal, review_on=DAY), "internal")


def test_on_the_day_and_once(hub, portal, released, clock):
    assert clock(portal, 2026, 11, 30, 22) == 0
    assert clock(portal, 2026, 11, 30, 23, 30) == 1  # past midnight in Berlin
    assert hub.state(released) == "due_for_review"
    entry = IJournal(released).last("transition")
    assert (entry["actor"], entry["action"]) == ("system", "request_review")
    assert entry["comment"] == "Zu überprüfen am 1. Dezember 2026."
    assert released.due is not None
    assert clock(portal, 2026, 12, 2) == 0


def test_who_checked_it_is_not_asked_again_for_that_day(hub, portal, released, clock):
    clock(portal, 2026, 12, 2)
    hub.step(released, "rita", "publish")
    assert clock(portal, 2027, 2, 1) == 0
    assert hub.state(released) == "public"
    released.review_on = date(2027, 3, 1)
    released.reindexObject()
    assert clock(portal, 2027, 3, 1) == 1
    assert hub.state(released) == "due_for_review"


@pytest.mark.parametrize("target", ["draft", "pending", "returned", "archived"])
def test_only_what_others_read_is_checked(hub, portal, clock, target):
    material = hub.bring_to(hub.add_material(portal, review_on=DAY), target)
    assert clock(portal, 2027, 1, 1) == 0
    assert hub.state(material) == target


def test_without_a_day_there_is_nothing_to_check(hub, portal, clock):
    hub.bring_to(hub.add_material(portal), "public")
    assert clock(portal, 2036, 1, 1) == 0
