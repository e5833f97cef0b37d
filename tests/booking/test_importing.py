"""Bookings out of a table: all of them or none, and a reason for each line that is refused."""

from io import BytesIO
from kommunalhub.booking import importing
from kommunalhub.booking import operations
from kommunalhub.core import workbook
from lxml import html
from urllib.error import HTTPError

import doctest
import pytest
import transaction


@pytest.fixture
def desks(web, house):
    found = [house.add_space(web, f"Schreibtisch {n}") for n in (1, 2)]
    transaction.commit()
    return found


@pytest.fixture
def page(functional, desks, house):
    visitor = house.browser(functional, "hilde")
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@buchungen-einlesen")
    return visitor


HEAD = "Platz;Tag;von;bis;Person;Zweck\n"


def table(house, *lines, head=HEAD):
    day = house.workday()
    return head + "\n".join(line.replace("TAG", f"{day:%d.%m.%Y}") for line in lines)


def look(page, data, name="buchungen.csv"):
    data = data if isinstance(data, bytes) else data.encode()
    page.getControl("Datei").add_file(BytesIO(data), "application/octet-stream", name)
    page.getControl("Ansehen").click()


def results(page):
    rows = html.fromstring(page.contents).xpath("//tbody/tr")
    return [" ".join(row[-1].text_content().split()) for row in rows]


def test_doctests():
    assert doctest.testmod(importing).failed == 0


def booked(*people):
    transaction.begin()
    return [one for person in people for one in operations.of_person(person)]


def test_it_is_seen_before_it_is_booked(page, house):
    look(
        page,
        table(
            house,
            "Schreibtisch 1;TAG;8:00;12:00;mia;=1+1",
            "schreibtisch  2;TAG;8 Uhr;12;lena@example.org;",
        ).encode("cp1252"),
    )
    assert results(page) == ["kann gebucht werden"] * 2
    assert booked("mia", "lena") == []
    page.getControl("Alle buchen").click()
    found = booked("mia", "lena")
    assert [(one.holder, one.made_by, one.purpose) for one in found] == [
        ("mia", "hilde", "=1+1"),
        ("lena", "hilde", ""),
    ]


def test_one_wrong_line_and_nothing_is_booked(page, desks, house):
    with house.As("max"):
        operations.book(desks[1], *house.at(8, 9))
    transaction.commit()
    with pytest.raises(HTTPError, match="400"):
        look(
            page,
            table(
                house,
                "Schreibtisch 1;TAG;8:00;12:00;mia;gut",
                "Schreibtisch 1;TAG;11:00;13:00;lena;trifft die erste",
                "Schreibtisch 2;TAG;8:00;12:00;lena;vergeben",
                "Schreibtisch 9;TAG;8:00;12:00;lena;",
                "Schreibtisch 2;gestern;8:00;12:00;lena;",
                "Schreibtisch 2;TAG;früh;12:00;lena;",
                "Schreibtisch 2;TAG;20:00;22:00;lena;",
                "Schreibtisch 2;TAG;13:00;12:00;lena;",
                "Schreibtisch 2;TAG;13:00;14:00;niemand;",
                "Schreibtisch 2;1.2.2020;13:00;14:00;lena;",
                f"Schreibtisch 2;TAG;13:00;14:00;lena;{'x' * 301}",
            ),
        )
    told = results(page)
    assert told[0] == "kann gebucht werden"
    assert told[1] == told[2] == "Diese Zeit hat jemand anderes."
    assert told[3] == "Einen Platz mit diesem Namen gibt es hier nicht."
    assert told[4].startswith("Bitte schreiben Sie den Tag")
    assert told[5].startswith("Bitte schreiben Sie die Uhrzeit")
    assert "Kein Konto" in told[8]
    assert len(told) == 11 and "kann gebucht werden" not in told[1:]
    assert booked("mia", "lena") == []


def test_a_workbook_with_days_and_times_as_numbers(page, house):
    day = house.workday()
    head = ["space", "date", "from", "to", "email"]
    rows = [["Schreibtisch 1", day, 8.5 / 24, 0.5, "mia@example.org"]]
    look(page, workbook.workbook_of([("Tabelle", head, rows)]), "buchungen.xlsx")
    assert results(page) == ["kann gebucht werden"]
    page.getControl("Alle buchen").click()
    [booking] = booked("mia")
    assert (booking.start, booking.end) == house.at(8.5, 12)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Tabelle"),
        (b"\x89PNG\r\n\x1a\n\0\0", "Zeile 3|Tabelle"),
        (b"PK\x03\x04 no workbook", "Tabelle"),
        (b"Platz;Tag\nx;y", "Die erste Zeile"),
        ((HEAD + "a;b;c;d;e;f\n" * 501).encode(), "500"),
    ],
)
def test_what_is_no_table_is_told(page, data, said):
    with pytest.raises(HTTPError, match="400"):
        look(page, data)
    told = html.fromstring(page.contents).xpath("string(//*[@role='alert'])")
    assert any(part in told for part in said.split("|")), told


def test_it_is_booked_once(page, house):
    look(page, table(house, "Schreibtisch 1;TAG;8:00;12:00;mia;"))
    sent = page.getControl(name="table").value
    page.getControl("Alle buchen").click()
    page.open(page.url.replace("@@kalender", "@@buchungen-einlesen"))
    look(page, table(house, "Schreibtisch 2;TAG;8:00;12:00;mia;"))
    page.getForm(index=1).getControl(name="table").value = sent
    with pytest.raises(HTTPError, match="400"):
        page.getControl("Alle buchen").click()
    assert len(booked("mia")) == 1


@pytest.fixture
def url(functional, desks):
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    return f"{base}/haus/@import-bookings"


def test_over_rest(url, house):
    row = {"space": "Schreibtisch 1", "day": house.workday().isoformat(), "person": "mia"}
    rows = [{**row, "start": "8:00", "end": "9:00"}, {**row, "start": "9:00", "end": "10:00"}]
    hilde = house.rest("hilde")
    assert hilde.post(url, json={"rows": rows, "trial": True}).json()["booked"] is False
    assert booked("mia") == []
    wrong = [*rows, {**row, "start": "9:30", "end": "11:00"}]
    answer = hilde.post(url, json={"rows": wrong})
    assert answer.status_code == 409
    assert answer.json()["items"][2]["problem"] == "Diese Zeit hat jemand anderes."
    assert booked("mia") == []
    answer = hilde.post(url, json={"rows": rows})
    assert (answer.status_code, answer.json()["booked"]) == (201, True)
    assert len(booked("mia")) == 2
    wrong = ({}, {"rows": {}}, {"rows": [5]}, {"rows": [{"moon": "x"}]}, {"rows": rows, "trial": 1})
    for body in wrong:
        assert hilde.post(url, json=body).status_code == 400
    for who in (None, "gesa", "mia"):
        assert house.rest(who).post(url, json={"rows": rows}).status_code == 401
