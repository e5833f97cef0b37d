"""A report is written, reviewed, narrowed in its list, shared without whom to ask."""

from datetime import date
from decimal import Decimal
from kommunalhub.approvals.operations import decide
from kommunalhub.core.lessons import ILessonsTaker
from kommunalhub.core.shareable import IShareable
from kommunalhub.network.reports import operations
from people import add_people
from people import As
from people import called_example
from people import state
from plone import api
from staging import staged
from zope.component import getUtility

import pytest


PEOPLE = {
    "anna": ["malente-staff", "malente-editors"],
    "rita": ["malente-staff", "malente-reviewers"],
    "leo": ["lensahn-staff"],
    "gast": [],
}
LESSONS = {
    "title": "Offene Bücherei",
    "what": "Die Bücherei ist abends offen.",
    "for_whom": "Gemeinden mit Bücherei",
    "worked": "Ein Drittel leiht abends.",
    "went_wrong": "Die Kameras.",
    "again": "Vorher zählen.",
    "contact": "Amt, Fachdienst Bildung",
    "cost": Decimal("48000.00"),
    "start": date(2025, 1, 10),
    "end": date(2026, 2, 1),
    "theme_fields": ["culture"],
    "source": "0123456789abcdef0123456789abcdef",
}


def populate(portal):
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example(PEOPLE))
    operations.ensure_folders(portal)


populated = staged(populate)


@pytest.fixture
def report(portal):
    with As("anna"):
        return getUtility(ILessonsTaker).take(LESSONS, "malente")


def test_lessons_of_a_project_become_one_draft(portal, report):
    assert (state(report), report.partner, report.cost, report.months) == (
        *("draft", "malente", "up_to_100000", 14),
    )
    with As("anna"):
        assert getUtility(ILessonsTaker).take(LESSONS, "malente").UID() == report.UID()
    with As("leo"):
        taker = getUtility(ILessonsTaker)
        assert (taker.may_take(), taker.taken(LESSONS["source"])) == (False, None)


def test_somebody_else_reads_it_before_others_learn_from_it(portal, report):
    with As("anna"):
        decide(report, "submit")
    with As("rita"):
        decide(report, "publish")
    assert state(report) == "public"
    found = api.content.find(portal_type="ExperienceReport", experience_cost="up_to_100000")
    assert [brain.UID for brain in found] == [report.UID()]


def test_other_hubs_do_not_learn_whom_to_ask(portal, report):
    content = getUtility(IShareable, name="ExperienceReport").content(report)
    whole = repr(content)
    assert "Kameras" in whole and "bis 100.000 Euro" in whole
    assert "Fachdienst" not in whole
