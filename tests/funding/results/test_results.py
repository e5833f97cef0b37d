"""Results on their pages and over REST: who counts what, and what everybody may read."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
import transaction


PAGE = "foerderung/@@ergebnisse"
PUBLISH = "foerderung/@@ergebnisse-veroeffentlichen"
PUBLIC = "foerderung/@@was-der-hub-gebracht-hat"
SERVICE = "foerderung/@funding-results"
IMPACT = "foerderung/@funding-impact"
ASKED = {"applied_amount": Decimal(100000)}


@pytest.fixture
def cases(web, people):
    """Two granted projects and a refused one of Malente, a granted one of Lensahn; committed."""
    for number in (1, 2):
        case = people.add_consultation(web, title=f"Dach {number}", **ASKED)
        people.bring_to(case, "granted" if number == 1 else "closed")
    people.bring_to(people.add_consultation(web, title="Schuppen", **ASKED), "denied")
    fields = {"title": "Radweg", "topics": {"mobilitaet"}, **ASKED}
    people.WALK["submit"], before = ("lensahn-redaktion", {}), people.WALK["submit"]
    release, filed = people.WALK["release"], people.WALK["file"]
    people.WALK["release"], people.WALK["file"] = ("lensahn-pruefung", {}), ("berater", {})
    try:
        case = people.add_consultation(web, "lensahn-redaktion", "lensahn", **fields)
        people.bring_to(case, "granted")
    finally:
        people.WALK.update(submit=before, release=release, file=filed)
    transaction.commit()
    return web


def test_consultants_count_all_and_people_of_an_administration_their_own(cases, client):
    every = client("berater").get(SERVICE).json()
    assert (every["cases"], every["granted"]) == (4, "300000.00")
    assert {row["key"]: row["cases"] for row in every["partners"]} == {"malente": 3, "lensahn": 1}
    own = client("malente-mitarbeit").get(SERVICE).json()
    assert (own["cases"], own["granted"], own["success"]) == (3, "200000.00", "66.7")
    assert [row["key"] for row in own["partners"]] == ["malente"]
    assert "mobilitaet" not in str(own)
    assert client("gruenderin").get(SERVICE).json()["cases"] == 0
    assert client().get(SERVICE).status_code == 401


def test_the_page_has_charts_with_tables_and_filters(cases, visit):
    browser = visit("berater", PAGE)
    for said in ("300.000,00\xa0€", "75 % (3 von 4 entschiedenen)", "Nach Verwaltungen", "<svg"):
        assert said in browser.text, said
    browser.getControl(name="topic").value = ["mobilitaet"]
    browser.getControl("Anzeigen").click()
    assert "100.000,00\xa0€" in browser.text
    assert "300.000,00\xa0€" not in browser.text
    assert "Veröffentlichen" not in browser.text


def test_the_workbook_holds_the_same(cases, visit):
    browser = visit("malente-mitarbeit", f"{PAGE}.xlsx")
    parts = ZipFile(BytesIO(browser.contents))
    texts = parts.read("xl/sharedStrings.xml").decode()
    assert all(f">{title}<" in texts for title in ("Dach 1", "Dach 2", "Schuppen"))
    assert "Radweg" not in texts
    assert 'name="Fälle"' in parts.read("xl/workbook.xml").decode()
    assert "xl/worksheets/sheet5.xml" in parts.namelist()


def test_what_is_not_applied_for_is_known_to_nobody(people, portal):
    case = people.add_consultation(portal)
    people.bring_to(case, "in_consultation")
    case.applied_amount = Decimal(5000)
    case.reindexObject()
    [brain] = portal.portal_catalog.unrestrictedSearchResults(UID=case.UID())
    assert "results" not in brain.case_extra


def test_the_hub_management_publishes_after_a_preview_and_takes_back(cases, visit, people):
    assert visit(None, PUBLIC).headers["status"].startswith("404")
    browser = visit("hubleitung", PUBLISH)
    assert "300.000\xa0€" in browser.text
    browser.getControl("Diese Zahlen veröffentlichen").click()
    page = visit(None, PUBLIC).text
    for said in ("300.000\xa0€", "Was der Hub gebracht hat", "4"):
        assert said in page, said
    for unsaid in ("Lensahn", "Dach 1", "Radweg", "F-2026", "Mobilität"):
        assert unsaid not in page.split("<main")[1].split("</main>")[0], unsaid
    assert "Was der Hub gebracht hat" in visit(None, "foerderung").text
    case = people.add_consultation(cases, title="Neu", **ASKED)
    people.bring_to(case, "granted")
    transaction.commit()
    assert "400.000\xa0€" not in visit(None, PUBLIC).text
    browser = visit("hubleitung", PUBLISH)
    assert "alle zusammen" in browser.text
    browser.getControl("Seite zurückziehen").click()
    assert visit(None, PUBLIC).headers["status"].startswith("404")
    assert "Was der Hub gebracht hat" not in visit(None, "foerderung").text


@pytest.mark.parametrize("who", ["berater", "malente-pruefung", None])
def test_nobody_else_publishes(cases, client, who):
    session = client(who)
    assert session.post(IMPACT, json={}).status_code in (401, 403)
    assert session.delete(IMPACT).status_code in (401, 403)
    assert session.get(IMPACT).status_code == 404


def test_the_published_figures_over_rest(cases, client):
    made = client("hubleitung").post(IMPACT, json={})
    assert made.status_code == 201, made.text
    read = client().get(IMPACT)
    assert read.status_code == 200
    assert read.json()["cases"] == 4
    assert read.json()["partners"] == []
    assert client("hubleitung").delete(IMPACT).status_code == 204
    assert client("hubleitung").delete(IMPACT).status_code == 404


def test_too_few_projects_are_not_published(web, client):
    answer = client("hubleitung").post(IMPACT, json={})
    assert answer.status_code == 400
    assert "Weniger als 3" in answer.text


@pytest.mark.parametrize("name", ["partner", "topic", "funder", "year"])
def test_filters_that_fit_nothing_are_refused(cases, client, name):
    assert client("berater").get(SERVICE, params={name: "quatsch"}).status_code == 400
