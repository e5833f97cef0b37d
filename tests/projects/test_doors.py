"""Through the doors that people and programs take: forms, REST."""

from people import PASSWORD
from plone import api
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds

import pytest
import requests
import transaction


@pytest.fixture
def project(web, hub):
    """Return a project that goes on, committed."""
    found = hub.bring_to(hub.add_project(web), "running")
    transaction.commit()
    return found


def asked(project, who, method, name, body=None):
    return requests.request(
        method,
        f"{project.absolute_url()}/{name}",
        json=body,
        auth=(who, PASSWORD),
        headers={"Accept": "application/json", "Accept-Language": "de"},
    )


def test_records_over_rest(project, hub):
    task = {"kind": "task", "title": "Holz bestellen", "partner": "malente", "function": "staff"}
    task["planned"] = hub.in_days(9).isoformat()
    made = asked(project, "moni", "POST", "@records", task)
    assert made.status_code == 201 and made.json()["id"] == "A1"
    assert asked(project, "moni", "POST", "@records", task).json()["id"] == "A1"
    assert asked(project, "lars", "POST", "@records", task).status_code in (401, 403)
    moved = {"planned": hub.in_days(99).isoformat()}
    refused = asked(project, "moni", "PATCH", "@records/M1", moved)
    assert refused.status_code == 400 and refused.json()["errors"][0]["field"] == "why"
    done = {"done": hub.today().isoformat()}
    assert asked(project, "lars", "PATCH", "@records/M1", done).status_code in (401, 403)
    assert asked(project, "lena", "PATCH", "@records/M1", done).json()["standing"] == "done"
    found = asked(project, "lars", "GET", "@records").json()["items"]
    assert [one["id"] for one in found] == ["M1", "A1"]
    assert asked(project, "otto", "GET", "@records").status_code in (401, 404)


WRONG = [
    None,
    [],
    {},
    {"kind": []},
    {"kind": "task"},
    {"kind": "task", "title": 5, "planned": {}, "partner": [], "function": 7, "person": {}},
    {"kind": "task", "title": "x" * 5000, "planned": "1", "partner": "nobody"},
    {"kind": "risk", "title": "x", "likelihood": "very", "damage": 1, "measure": None},
    {"kind": "decision", "title": "x", "day": "9999-12-31", "who": True},
]


@pytest.mark.parametrize("body", WRONG, ids=str)
def test_what_is_wrong_is_said_at_its_field(project, body):
    answer = asked(project, "moni", "POST", "@records", body)
    assert answer.status_code == 400


def test_wrong_types_break_nothing(project):
    bodies = ([], {"done": 7}, {"dropped": ["x"]}, {"planned": True}, {"partner": {}}, {"why": 1})
    for body in bodies:
        assert asked(project, "moni", "PATCH", "@records/M1", body).status_code == 400, body
    for name in ("@records", "@records/M99", "@records/X1", "@records/M1/M2", "@records/M²"):
        assert asked(project, "moni", "PATCH", name, {}).status_code == 404, name
    for name in ("@change", "@reports", "@lessons"):
        for body in ([], {"budget": []}, {"month": 7}, {"worked": {}}):
            assert asked(project, "moni", "POST", name, body).status_code == 400, (name, body)


def test_a_change_and_a_report_over_rest(project, hub):
    assert asked(project, "moni", "GET", "@reports").json()["months"]
    month = asked(project, "moni", "GET", "@reports").json()["months"][0]
    body = {"month": month, "standing": "on_plan", "happened": "Alles gut.", "ahead": ""}
    made = asked(project, "moni", "POST", "@reports", body)
    assert made.status_code == 201 and made.json()["budget"] == "18000.00"
    asks = asked(project, "moni", "POST", "@change", {"budget": "30000", "reason": "Teurer."})
    assert asks.json() == {"asks_partners": True, "review_state": "changing"}
    assert asked(project, "moni", "GET", "").json()["budget"] == "18000.00"


def test_a_new_idea_over_rest_and_what_later_is_no_longer_offered(web, hub):
    body = {
        "@type": "Project",
        "title": "Sprechende Orte",
        "goal": "Dreißig Tafeln.",
        "gain": "Sie hören, was hier war.",
        "theme_fields": ["culture"],
        "partner": "malente",
        "partners": ["malente", "lensahn"],
        "budget": "12000",
        "own_share": "2000.50",
        "start": hub.today().isoformat(),
        "end": hub.in_days(90).isoformat(),
    }
    made = asked(web["projekte"], "mia", "POST", "", body)
    assert made.status_code == 201, made.text
    assert made.json()["own_share"] == "2000.50"
    wrong = asked(web["projekte"], "mia", "POST", "", {**body, "own_share": "12001"})
    assert wrong.status_code == 400 and "Eigenmittel" in wrong.text
    assert asked(web["projekte"], "gesa", "POST", "", body).status_code in (401, 403)


def test_the_scope_is_not_edited_past_the_partners(project):
    refused = asked(project, "moni", "PATCH", "", {"budget": "1"})
    assert refused.status_code == 400
    assert asked(project, "moni", "PATCH", "", {"take_part": "Kommen Sie vorbei."}).ok
    assert asked(project, "lena", "PATCH", "", {"take_part": "x"}).status_code in (401, 403)


def test_the_lead_is_offered_first_to_see_to_what_is_entered(project, hub, functional):
    page = hub.browser(functional, "moni")
    for name in ("etappe", "aufgabe"):
        page.open(f"{project.absolute_url()}/@@{name}")
        assert page.getControl(name="form.widgets.partner:list").value == ["malente"]


def test_a_milestone_is_reported_by_the_form(project, hub, functional):
    page = hub.browser(functional, "lena")
    page.open(f"{project.absolute_url()}/@@etappe-erreicht/1")
    page.getControl(name="form.widgets.done").value = hub.in_days(3).isoformat()
    page.getControl(name="form.buttons.save").click()
    assert "Dieser Tag liegt in der Zukunft" in page.contents
    page.getControl(name="form.widgets.done").value = hub.today().isoformat()
    page.getControl(name="form.buttons.save").click()
    assert "Es ist gespeichert" in page.contents
    assert "Erreichte Etappen: 1 von 1" in page.contents


def test_who_saves_loses_nothing_that_they_may_not_see(project, hub, functional):
    with api.env.adopt_roles(["Manager"]):
        case = api.content.create(project.aq_parent.aq_parent, "News Item", "n", title="Verborgen")
        case.manage_permission("View", ["Manager"])
    project.related = [RelationValue(getUtility(IIntIds).getId(case))]
    transaction.commit()
    assert asked(project, "moni", "GET", "").json()["related"] == []
    assert asked(project, "moni", "PATCH", "", {"related": [], "take_part": "Kommt!"}).ok
    page = hub.browser(functional, "moni")
    page.open(f"{project.absolute_url()}/edit")
    assert "Verborgen" not in page.contents
    page.getControl(name="form.buttons.save").click()
    assert "gespeichert" in page.contents
    transaction.begin()
    assert [one.to_object.title for one in project.related] == ["Verborgen"]
