"""A project over REST; see test_http_examples.py."""

from datetime import date
from datetime import datetime
from decimal import Decimal
from docs.test_http_examples import PASSWORD
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.lessons import operations as lessons
from people import forget_answers
from plone import api
from plone.dexterity.utils import createContentInContainer

import pytest
import transaction


NOW = datetime(2026, 11, 30, 11, 14, tzinfo=formatting.BERLIN)
MILESTONE = {
    "title": "Bänke stehen",
    "about": "",
    "planned": date(2027, 3, 15),
    "partner": "lensahn",
    "function": "editors",
    "person": None,
}

WHAT = "Zwölf Bänke stehen, neun davon werden genutzt."
LESSONS = {
    "worked": "Die Treffen vor Ort.",
    "went_wrong": "Drei Bänke stehen, wo Autos nicht halten dürfen.",
    "again": "Zuerst mit der Verkehrsbehörde die Plätze ansehen.",
    "for_whom": "Gemeinden ohne Bus am Abend",
    "contact": "Gemeinde Malente, Bürgerbüro",
}


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still."""
    walk.keeps_times = True
    monkeypatch.setattr(formatting, "now", lambda: NOW)
    return walk


def running():
    """Return a project of Malente and Lensahn that goes on, committed."""
    transaction.begin()
    name = "lensahn-pruefung"
    api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
    api.group.add_user(groupname="lensahn-reviewers", username=name)
    fields = {
        "title": "Mitfahrbank",
        "description": "Bänke zeigen an, wohin jemand mitfahren möchte.",
        "goal": "Zwölf Bänke in beiden Gemeinden.",
        "gain": "Sie kommen auch ohne Bus zum Einkaufen.",
        "theme_fields": {"mobility"},
        "partner": "malente",
        "partners": {"malente", "lensahn"},
        "budget": Decimal(18000),
        "own_share": Decimal(9000),
        "start": date(2026, 11, 2),
        "end": date(2027, 6, 30),
    }
    with api.env.adopt_user(username="malente-redaktion"):
        section = api.portal.get()["projekte"]
        project = createContentInContainer(section, "Project", **fields)
        book.add(project, "milestone", MILESTONE)
        decide(project, "propose")
    for who in ("malente-pruefung", name):
        forget_answers()
        with api.env.adopt_user(username=who):
            consents.vote(project, "approve")
    forget_answers()
    with api.env.adopt_user(username="malente-redaktion"):
        decide(project, "start")
    transaction.commit()
    return project


def take_back(project, why):
    transaction.begin()
    forget_answers()
    with api.env.adopt_user(username="malente-redaktion"):
        decide(project, "keep", why)
    transaction.commit()


def finish(project):
    """Bring the project to its end."""
    transaction.begin()
    forget_answers()
    with api.env.adopt_user(username="malente-redaktion"):
        book.drop(project, "milestone", 1, "Die Bänke stehen schon.")
        lessons.write(project, LESSONS)
        decide(project, "finish")
    transaction.commit()


def test_a_project_over_rest(ask):
    project = running()
    path = f"/projekte/{project.getId()}"
    lead, reviewer, other = "malente-redaktion", "malente-pruefung", "lensahn-mitarbeit"
    task = {"kind": "task", "title": "Holz bestellen", "planned": "2026-12-10"}
    task |= {"partner": "malente", "function": "staff"}
    made = ask("project_record", lead, "POST", f"{path}/@records", task)
    assert made.status_code == 201
    wrong = ask("project_record_wrong", lead, "POST", f"{path}/@records", {"kind": "task"})
    assert wrong.status_code == 400
    moved = {"planned": "2027-05-15", "why": "Das Holz kommt später."}
    asked = ask("project_record_moved", lead, "PATCH", f"{path}/@records/M1", moved)
    assert asked.json()["earlier"][0]["planned"] == "2027-03-15"
    assert ask("project_records", other, "GET", f"{path}/@records").json()["items"]
    role = {"partner": "lensahn", "role": "pilot", "does": "Fünf Bänke in den Dörfern."}
    roles = ask("project_roles", lead, "PATCH", f"{path}/@partner-roles", {"items": [role]})
    assert roles.json()["items"][1]["role"] == "pilot"
    report = {"month": "2026-11", "standing": "on_plan", "happened": "Die Orte stehen fest."}
    assert ask("project_report", lead, "POST", f"{path}/@reports", report).status_code == 201
    assert ask("project_reports", other, "GET", f"{path}/@reports").json()["items"]
    assert ask("project_public", reviewer, "POST", f"{path}/@public-page").json()["released"]
    shown = ask("projects_public", other, "GET", "/projekte/@public-projects").json()
    assert len(shown["items"]) == 1
    change = {"budget": "30000.00", "own_share": "12000.00", "reason": "Malkwitz kommt dazu."}
    asks = ask("project_change", lead, "POST", f"{path}/@change", change)
    assert asks.json()["asks_partners"]
    take_back(project, "Malkwitz baut selbst.")
    more = {"items": [role, {"partner": "oldenburg", "role": "partner", "does": "Zwei Bänke."}]}
    more["reason"] = "Oldenburg möchte zwei Bänke aufstellen."
    joining = ask("project_joining", lead, "POST", f"{path}/@partner-roles", more).json()
    assert joining["asks_partners"] and len(joining["items"]) == 2
    take_back(project, "Oldenburg wartet noch.")
    finish(project)
    made = ask("project_lessons_report", lead, "POST", f"{path}/@lessons-report", {"what": WHAT})
    assert made.status_code == 201
    experience = {"@type": "ExperienceReport", "title": "Mitfahrbänke"}
    experience |= {"what": WHAT, "cost": "up_to_25000", "town": "up_to_20000", "months": 7}
    experience |= {name: LESSONS[name] for name in ("went_wrong", "again", "contact")}
    made = ask("experience_report", lead, "POST", "/netzwerk/erfahrungen", experience)
    assert made.status_code == 201
    assert ask.differing == []
