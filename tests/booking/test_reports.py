"""Occupancy and receipts: for the hub management, as pages, workbooks and over REST."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from kommunalhub.booking import closing
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.prices.rules import Rate
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from lxml import html
from plone import api
from zipfile import ZipFile

import pytest
import re
import transaction


NAMES = "auslastung", "auslastung.xlsx", "belege", "belege.xlsx"


@pytest.fixture
def desks(web, house):
    found = [house.add_space(web, f"Schreibtisch {n}", bookable_by={"everybody"}) for n in (1, 2)]
    rate = Rate(Decimal("4.00"), deposit=Decimal("50.00"))
    today = rules.to_local(formatting.now()).date()
    with as_builder(web):
        prices.enter_list(web["haus"], today, {("desk", "person"): rate}, 24, 50)
    api.portal.set_registry_record("kommunalhub.figures_least_people", 2)
    with house.As("mia"):
        operations.book(found[0], *house.at(8, 13), "=1+1")
    with house.As("gesa"):
        operations.book(found[0], *house.at(13, 18), "@SUM(A1)")
    with house.As("lena"):
        operations.book(found[1], *house.at(8, 9))
    transaction.commit()
    return found


@pytest.fixture
def folder(functional):
    return f"{functional['portal'].absolute_url()}/haus"


@pytest.fixture
def base(functional):
    return f"http://localhost:{functional['port']}/{functional['portal'].getId()}/haus"


def days(house):
    day = house.workday()
    return f"first={day}&last={day}"


def read(visitor):
    return " ".join(html.fromstring(visitor.contents).text_content().split())


def table(visitor, name):
    tree = html.fromstring(visitor.contents)
    rows = tree.xpath(f"//section[@aria-labelledby='tabelle-{name}']//tbody/tr")
    return {
        row[0].text_content(): [cell.text_content().strip() for cell in row[1:]] for row in rows
    }


def sheets(answer):
    """Return the XML of the sheets of a workbook, its texts put in."""
    with ZipFile(BytesIO(answer)) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
        texts = re.findall("<t[^>]*>(.*?)</t>", strings)
        names = sorted(n for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))
        return texts, [archive.read(name).decode() for name in names]


@pytest.mark.parametrize("who", [None, "gesa", "mia"])
def test_nobody_but_the_hub_management_is_told(desks, base, house, who):
    client = house.rest(who)
    for name in NAMES:
        html = {"Accept": "text/html"}
        answer = client.get(f"{base}/@@{name}", headers=html, allow_redirects=False)
        assert answer.status_code in (302, 401, 403)
        assert "Schreibtisch 1" not in answer.text
    for name in ("@occupancy", "@receipts"):
        assert client.get(f"{base}/{name}").status_code == 401


def test_how_full_it_was_is_a_picture_and_the_same_as_a_table(functional, desks, folder, house):
    visitor = house.browser(functional, "hilde")
    visitor.open(f"{folder}/@@auslastung?{days(house)}")
    hidden = ["nicht ausgewiesen: zu wenige Personen"]
    # Lena alone had the second one, and the sum would tell of her.
    assert table(visitor, "space") == {"Schreibtisch 1": hidden, "Schreibtisch 2": hidden}
    assert table(visitor, "month") == {formatting.month(house.workday()): ["3", "11", "55 %"]}
    assert "55 % Gebuchte Stunden 11" in read(visitor)
    tree = html.fromstring(visitor.contents)
    assert len(tree.xpath("//*[local-name()='svg'][@class='chart']")) == 5
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for name in ("mia", "gesa", "lena", "Beispiel"):
        assert name not in tree.xpath("//main")[0].text_content()


def test_filters_count_part_of_it_and_closed_times_do_not_count(functional, desks, folder, house):
    api.portal.set_registry_record("kommunalhub.figures_least_people", 1)
    start, end = house.at(13, 18)
    with house.As("hilde"):
        closing.close(desks[1], start, end, "Umbau")
    transaction.commit()
    visitor = house.browser(functional, "hilde")
    visitor.open(f"{folder}/@@auslastung?{days(house)}")
    assert table(visitor, "space")["Schreibtisch 2"] == ["1", "1", "20 %"]
    assert table(visitor, "applicant")["Verwaltung"] == ["2", "6"]
    visitor.open(f"{folder}/@@auslastung?{days(house)}&partner=malente")
    assert table(visitor, "space")["Schreibtisch 1"] == ["1", "5", "50 %"]
    assert table(visitor, "space")["Schreibtisch 2"] == ["0", "0", "0 %"]


@pytest.mark.parametrize(
    "query",
    ["first=x&last=9999-99-99", "first=9999-12-31", "first=1000-01-01&kind=moon", "first:list=a"],
)
def test_what_is_not_understood_does_no_harm(functional, desks, folder, base, house, query):
    visitor = house.browser(functional, "hilde")
    for name in NAMES:
        visitor.open(f"{folder}/@@{name}?{query}")
        assert visitor.headers["Status"].startswith("200")
    answer = house.rest("hilde").get(f"{base}/@occupancy?{query}")
    assert answer.status_code == 400 and answer.json()["errors"]


def test_the_workbook_has_numbers_as_numbers_and_no_formula(desks, base, house):
    span = rules.Span(*house.at(8, 18, 2))
    with house.As("hilde"):
        operations.assign(desks[0], span, "gesa", "case", "=2+2", "person", Decimal("50.00"))
    api.user.get(userid="gesa").setMemberProperties({"fullname": "=HYPERLINK(1)"})
    transaction.commit()
    asked = {"first": house.workday(), "last": house.workday(2)}
    hilde, html = house.rest("hilde"), {"Accept": "*/*"}
    texts, pages = sheets(hilde.get(f"{base}/@@belege.xlsx", params=asked, headers=html).content)
    assert "=HYPERLINK(1)" in texts
    assert "<f>" not in "".join(pages)
    assert "<v>20.00</v>" in pages[0] and "<v>40.00</v>" in pages[0] and "<v>50.00</v>" in pages[0]
    assert "<v>60.00</v>" in pages[1]  # what gesa pays together
    answer = hilde.get(f"{base}/@@auslastung.xlsx", params=asked, headers=html)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert len(sheets(answer.content)[1]) == 5


def test_receipts_name_what_is_paid_and_what_is_owed(
    functional, desks, folder, base, house, monkeypatch
):
    start, end = house.at(9, 11, 3)
    asked = f"first={house.workday()}&last={house.workday(3)}"
    with house.As("gesa"):
        booking = operations.book(desks[1], start, end)
        monkeypatch.setattr(formatting, "now", lambda: start - timedelta(hours=1))
        operations.cancel(desks[1], booking.id)
    transaction.commit()
    visitor = house.browser(functional, "hilde")
    visitor.open(f"{folder}/@@belege?{asked}&applicant=person")
    assert "spät abgesagt 4,00 €" in read(visitor)
    assert "keine der Verwaltungen Einzelperson 2 24,00 €" in read(visitor)
    found = house.rest("hilde").get(f"{base}/@receipts?{asked}").json()
    assert [one["price"] for one in found["items"] if one["person"] == "gesa"] == ["20.00", "4.00"]
    assert found["items_total"] == 4
