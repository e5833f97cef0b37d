"""The plan of costs and financing and the checklist, as people keep them without any script."""

from decimal import Decimal
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage
from kommunalhub.lib.tables.reading import rows_of

import re
import transaction


def words(browser):
    return re.sub(r"\s+", " ", browser.text.replace("\xa0", " "))


def test_a_plan_is_made_row_by_row_and_compared(web, people, visit, client):
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    programme = people.add_programme(web, rate=Decimal(75), max_amount=Decimal(2000))
    with people.As("malente-redaktion"):
        operations.add_application(case, {"programme": programme.UID(), "kind": "first"})
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    page = visit("malente-redaktion", path)
    page.getLink("Plan anlegen").click()
    page.getControl(name="item-0-title").value = "Dach"
    page.getControl(name="item-0-gross").value = "1,234"
    page.getControl("Mehr Zeilen für die Ausgaben").click()
    assert page.getControl(name="item-0-title").value == "Dach"
    page.getControl(name="item-3-title").value = "Blitzschutz"
    page.getControl(name="item-3-gross").value = "4.000,00"
    page.getControl("Als neue Fassung speichern").click()
    assert "Zahl" in page.text
    assert not storage.funding_of(case).plans
    page.getControl(name="item-0-gross").value = "119"
    page.getControl(name="item-0-eligible").value = ["1"]
    page.getControl(name="fund-0-kind").value = ["grant"]
    page.getControl(name="fund-0-application").value = ["1"]
    page.getControl(name="fund-0-amount").value = "3000"
    page.getControl(name="fund-1-amount").value = "1.118,99"
    page.getControl("Als neue Fassung speichern").click()
    assert "unterscheiden sich um 0,01 €" in words(page)
    page.getControl(name="fund-1-amount").value = "1,119.00"
    page.getControl("Als neue Fassung speichern").click()
    transaction.begin()
    assert "Geht auf den Cent auf" in page.text
    assert "nach dem Fördersatz sind es höchstens 89,25 €" in words(page)
    page.getLink("Plan ändern").click()
    page.getControl(name="item-1-out").value = ["1"]
    page.getControl(name="fund-0-amount").value = "0"
    page.getControl(name="fund-1-amount").value = "119,00"
    page.getControl("Als neue Fassung speichern").click()
    transaction.begin()
    page.getLink("Fassungen und Vergleich").click()
    assert "Was anders ist als in der Fassung davor" in page.text
    page.getLink("Fassung 1").click()
    assert page.url.endswith("/@@finanzierungsplan/1")
    assert visit("berater", f"{path}/@@finanzierungsplan/3").headers["Status"].startswith("404")
    found = client("berater").get(f"{path}/@@finanzierungsplan-xlsx/1")
    rows = [row.cells for row in rows_of(found.content)]
    assert (rows[1][0], rows[1][2][:6]) == ("Dach", "119,00")
    assert rows[-1][2].startswith("4.119,00")


def test_documents_are_noted_and_told_before_it_is_filed(web, people, visit):
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    programme = people.add_programme(web)
    programme.checklist = ({"id": "plan", "title": "Bauzeichnung", "required": True},)
    with people.As("malente-redaktion"):
        operations.add_application(
            case, {"programme": programme.UID(), "kind": "first", "amount": "1000"}
        )
    transaction.commit()
    path = "/".join(case.getPhysicalPath()[2:])
    page = visit("malente-redaktion", f"{path}/@@antrag/1")
    page.getControl("Auf die Liste setzen").click()
    assert "Bitte füllen Sie dieses Feld aus" in page.text
    page.getControl(name="title").value = "Beschluss"
    page.getControl("Auf die Liste setzen").click()
    page.getLink("Schritt eintragen").click()
    assert "Diese Unterlagen fehlen noch: Bauzeichnung" in words(page)
    page.getControl(name="form.widgets.state:list").value = ["filed"]
    page.getControl("Speichern").click()
    transaction.begin()
    application = storage.application_of(case, 1)
    assert application.state == "sketch"
    page = visit("malente-redaktion", f"{path}/@@antrag/1")
    form = page.getForm(index=1)
    form.getControl(name="state").value = ["there"]
    form.getControl(name="responsible").value = ["malente-mitarbeit"]
    form.getControl("Vermerken").click()
    transaction.begin()
    row = storage.application_of(case, 1).checklist[0]
    assert (row["state"], row["responsible"]) == ("there", "malente-mitarbeit")
    assert [one["title"] for one in application.checklist] == ["Bauzeichnung", "Beschluss"]
    with people.As("malente-redaktion"):
        operations.take_step(case, 1, {"state": "filed", "day": application.path[-1]["day"]})
    transaction.commit()
    assert storage.application_of(case, 1).state == "filed"
