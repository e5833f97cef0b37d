"""What a project has learned becomes a report of experience, once; each leads to the other."""

from kommunalhub.network.reports import operations as reports
from kommunalhub.projects.lessons import operations as lessons
from people import PASSWORD
from people import state
from plone import api

import pytest
import requests
import transaction


@pytest.fixture
def over(portal, hub):
    """Return a project that is finished, and has its lessons."""
    reports.ensure_folders(portal)
    return hub.bring_to(hub.add_project(portal), "finished")


def made(project):
    query = {"portal_type": "ExperienceReport", "experience_source": project.UID()}
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)


def test_it_is_filled_in_and_made_once(over, hub):
    with hub.As("moni"):
        values = lessons.prefilled(over)
        report, is_new = lessons.hand_over(over, {**values, "what": "Zwölf Bänke stehen."})
        again, is_newer = lessons.hand_over(over, values)
    assert (is_new, is_newer) == (True, False) and report.UID() == again.UID()
    assert (state(report), report.partner, report.cost) == ("draft", "malente", "up_to_25000")
    assert (report.what, report.went_wrong) == ("Zwölf Bänke stehen.", hub.LESSONS["went_wrong"])
    assert report.theme_fields == {"mobility"} and report.contact == "Bürgerbüro Malente"
    assert len(made(over)) == 1


def test_there_is_none_before_the_end(running, hub):
    with hub.As("moni"), pytest.raises(lessons.NotHandedOver):
        lessons.hand_over(running, {})


def test_what_was_stopped_teaches_as_well(portal, hub):
    reports.ensure_folders(portal)
    project = hub.bring_to(hub.add_project(portal), "stopped")
    with hub.As("moni"):
        lessons.write(project, hub.LESSONS)
        assert lessons.hand_over(project, lessons.prefilled(project))[1]


def test_a_report_that_one_may_not_see_is_not_made_twice(over, hub):
    with hub.As("moni"):
        report, _new = lessons.hand_over(over, lessons.prefilled(over))
    with api.env.adopt_roles(["Manager"]):
        report.partner = "lensahn"
        report.manage_delLocalRoles(["moni"])
        report.reindexObject()
    with hub.As("moni"), pytest.raises(lessons.NotHandedOver):
        lessons.hand_over(over, {})
    assert len(made(over)) == 1


@pytest.fixture
def doors(web, hub):
    """The address of such a project behind the web server."""
    reports.ensure_folders(web)
    found = hub.bring_to(hub.add_project(web), "finished")
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


def test_by_the_form_and_back(doors, hub, functional):
    page = hub.browser(functional, "moni")
    page.open(doors.absolute_url())
    page.getLink("Erfahrungsbericht daraus machen").click()
    assert "bis 25.000 Euro" in page.contents
    page.getControl(name="form.widgets.again").value = "Bald reden."
    page.getControl("Speichern").click()
    assert "Bald reden." in page.contents and "Mitfahrbank" in page.contents
    assert "Unterwegs sein" in page.contents  # the title of the field, no id of a message
    page.getLink("Mitfahrbank", url=doors.getId()).click()
    assert "Daraus wurde ein Erfahrungsbericht" in page.contents
    page.open(doors.absolute_url().replace(f"projekte/{doors.getId()}", "netzwerk/erfahrungen"))
    assert "Unterwegs sein" in page.contents and "project_fields_" not in page.contents
    page.open(f"{doors.absolute_url()}/@@erfahrungsbericht")
    assert "/netzwerk/erfahrungen/" in page.url


@pytest.mark.parametrize("who", ["rita", "lena", "lars", "otto", "gesa"])
def test_by_the_lead_alone(doors, who):
    assert asked(doors, who, "POST", "@lessons-report", {}).status_code in (401, 403, 404)
    assert len(made(doors)) == 0


def test_over_rest(doors):
    for body in ([], {"what": ["x"]}, {"title": "x" * 201}, {"again": ""}):
        assert asked(doors, "moni", "POST", "@lessons-report", body).status_code == 400, body
    assert asked(doors, "moni", "GET", "@lessons").json()["report"] is None
    first = asked(doors, "moni", "POST", "@lessons-report", {"again": "Bald reden."})
    assert first.status_code == 201 and first.json()["title"] == "Mitfahrbank"
    again = asked(doors, "moni", "POST", "@lessons-report")
    assert again.status_code == 200 and again.json()["@id"] == first.json()["@id"]
    assert asked(doors, "moni", "GET", "@lessons").json()["report"]["@id"] == first.json()["@id"]
    report = requests.get(
        first.json()["@id"], auth=("moni", PASSWORD), headers={"Accept": "application/json"}
    ).json()
    assert report["came_from"] == {"@id": doors.absolute_url(), "title": "Mitfahrbank"}
    assert report["again"] == "Bald reden."
    # A partner reads the lessons, and learns of no draft of the lead.
    assert asked(doors, "lars", "GET", "@lessons").json()["report"] is None
