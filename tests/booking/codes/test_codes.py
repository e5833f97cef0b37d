"""Codes to print, and the page they lead to."""

from datetime import timedelta
from io import BytesIO
from kommunalhub.booking import operations
from kommunalhub.booking.codes import here
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.booking.codes.sheets import address_to
from kommunalhub.core import formatting
from lxml import html
from people import PASSWORD
from pypdf import PdfReader

import pytest
import requests
import transaction


def read(visitor):
    return html.fromstring(visitor.contents)


def text(visitor):
    return " ".join(read(visitor).xpath("//main")[0].text_content().split())


@pytest.fixture
def clock(monkeypatch, house):
    """Set the time to 9:05 of a workday; return how to set it anew in minutes after 9:00."""
    start = house.at(9, 18)[0]

    def clock(minutes):
        monkeypatch.setattr(formatting, "now", lambda: start + timedelta(minutes=minutes))

    clock(5)
    return clock


@pytest.fixture
def desks(web, house):
    one = house.add_space(web, "Schreibtisch 1", check_in=30)
    two = house.add_space(web, "Schreibtisch 2")
    transaction.commit()
    return one, two


def book(house, space, who, first, last, purpose=""):
    with house.As(who):
        made = operations.book(space, *house.at(first, last, 0), purpose)
    transaction.commit()
    return made


def scan(functional, house, space, who=None):
    visitor = house.browser(functional, who)
    visitor.open(f"{space.absolute_url()}/@@jetzt")
    return visitor


def test_a_code_is_square_and_white_around():
    code = code_of("https://hub.example/co-working/schreibtisch-1/@@jetzt")
    for x, y, length in code.runs:
        assert min(x, y) >= 4
        assert max(x + length, y + 1) <= code.size - 4
    # three corners bear the sign by which a reader finds a code
    corners = {(4, 4, 7), (code.size - 11, 4, 7), (4, code.size - 5, 7)}
    assert corners <= set(code.runs)


def test_all_codes_stand_on_one_page_for_the_hub_management(functional, desks, house):
    visitor = house.browser(functional, "hilde")
    visitor.open(f"{functional['portal'].absolute_url()}/haus/@@qr-codes")
    page = read(visitor)
    assert [one.text for one in page.xpath("//ul[@class='codes']/li/h2")] == [
        "Schreibtisch 1",
        "Schreibtisch 2",
    ]
    pictures = page.xpath("//ul[@class='codes']//*[local-name()='svg']")
    assert [one.get("aria-label") for one in pictures] == [
        "QR-Code, der zu „Schreibtisch 1“ führt",
        "QR-Code, der zu „Schreibtisch 2“ führt",
    ]
    assert address_to(desks[0]) in visitor.contents
    visitor.open(f"{visitor.url}?space={desks[1].UID()}")
    assert len(read(visitor).xpath("//ul[@class='codes']/li")) == 1


def test_the_pdf_is_accessible_and_has_every_code(functional, desks, house):
    url = f"{functional['portal'].absolute_url()}/haus/@@qr-codes.pdf"
    answer = requests.get(url, auth=("hilde", PASSWORD))
    assert answer.headers["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "Schreibtisch 1" in words
    assert "Schreibtisch 2" in words
    assert requests.get(url, auth=("mia", PASSWORD)).status_code in (401, 403, 404)


def test_one_tap_checks_in_and_a_second_is_harmless(functional, desks, house, clock):
    made = book(house, desks[0], "mia", 9, 12)
    visitor = scan(functional, house, desks[0], "mia")
    again = scan(functional, house, desks[0], "mia")
    visitor.getControl("Ich bin da").click()
    assert "Sie sind eingecheckt. Willkommen!" in visitor.contents
    again.getControl("Ich bin da").click()
    assert "Sie sind eingecheckt. Willkommen!" in again.contents
    assert "Dieser Platz ist Ihrer" in again.contents
    transaction.begin()
    with house.As("mia"):
        assert operations.get(desks[0], made.id).arrived == formatting.now()


def test_too_early_says_from_when_on(functional, desks, house, clock):
    book(house, desks[0], "mia", 10, 12)
    shown = text(scan(functional, house, desks[0], "mia"))
    assert "Sie können ab 9:45 Uhr einchecken." in shown
    clock(50)
    assert "Ich bin da" in text(scan(functional, house, desks[0], "mia"))


def test_what_is_free_is_booked_at_once_and_once_only(functional, desks, house, clock):
    book(house, desks[0], "max", 12, 13)
    visitor = scan(functional, house, desks[0], "mia")
    assert "frei bis 12:00" in text(visitor)
    again = scan(functional, house, desks[0], "mia")
    visitor.getControl("Bis 11:00 Uhr").click()
    assert "Gebucht: Schreibtisch 1" in visitor.contents
    assert "Sie sind eingecheckt." in visitor.contents
    again.getControl("Bis 11:00 Uhr").click()  # the answer got lost, so it was sent again
    assert "Gebucht: Schreibtisch 1" in again.contents
    transaction.begin()
    with house.As("mia"):
        [made] = operations.of_person("mia")
    assert [formatting.clock(moment) for moment in (made.start, made.end)] == ["9:00", "11:00"]
    assert made.arrived is not None


def test_who_was_slower_loses_nothing(functional, desks, house, clock):
    visitor = scan(functional, house, desks[0], "mia")
    book(house, desks[0], "max", 10, 12)
    visitor.raiseHttpErrors = False
    visitor.getControl("Bis 11:00 Uhr").click()
    assert visitor.headers["status"].startswith("409")
    assert "Es ist nichts gebucht und nichts verloren." in visitor.contents


def test_a_place_given_back_in_this_quarter_is_booked_from_now_on(functional, desks, house, clock):
    made = book(house, desks[0], "max", 9, 12)
    with house.As("max"):
        operations.cancel(desks[0], made.id)
    transaction.commit()
    visitor = scan(functional, house, desks[0], "mia")
    visitor.getControl("Bis 10:05 Uhr").click()
    assert "Gebucht: Schreibtisch 1" in visitor.contents


def test_what_is_taken_names_what_is_free(functional, desks, house, clock):
    book(house, desks[0], "mia", 9, 12, "Geheimes Gespräch")
    shown = text(scan(functional, house, desks[0], "lena"))
    assert "belegt bis 12:00, dann frei" in shown
    assert "(Malente)" in shown
    assert "Geheimes" not in shown
    assert "Schreibtisch 2" in shown
    assert "Ich bin da" not in shown


def test_without_log_in_one_is_led_there_and_back(functional, desks, house, clock):
    book(house, desks[0], "mia", 9, 12, "Geheimes Gespräch")
    visitor = scan(functional, house, desks[0])
    assert "belegt bis 12:00, dann frei" in text(visitor)
    assert "Malente" not in text(visitor)
    visitor.getLink("Anmelden", url="jetzt").click()
    visitor.getControl(name="__ac_name").value = "mia"
    visitor.getControl(name="__ac_password").value = PASSWORD
    visitor.getControl(name="buttons.login").click()
    assert visitor.url.endswith("/schreibtisch-1/@@jetzt")
    visitor.getControl("Ich bin da").click()
    assert "Sie sind eingecheckt. Willkommen!" in visitor.contents


def test_who_may_not_book_is_told_why(functional, desks, house, clock):
    shown = text(scan(functional, house, desks[0], "gesa"))
    assert "Bitte beantragen Sie einen Arbeitsplatz" in shown
    with house.As("hilde"):
        desks[1].notice = 4
    transaction.commit()
    assert "mindestens 4 Stunden vorher" in text(scan(functional, house, desks[1], "mia"))


@pytest.mark.parametrize(
    "data",
    [
        {"book": "1"},
        {"book": "1", "start": "gestern", "end": "morgen"},
        {"book": "1", "start": "9999-12-31T23:59Z", "end": "9999-12-31T23:59Z"},
        {"book": "1", "start": "2020-01-01T08:00Z", "end": "2020-01-01T09:00Z"},
        {"arrived": "1", "id": "x" * 5000},
        {"arrived": "1"},
    ],
)
def test_nonsense_is_refused_and_books_nothing(functional, desks, house, clock, data):
    page = scan(functional, house, desks[0], "mia")
    token = page.getControl(name="_authenticator", index=0).value
    answer = requests.post(
        f"{desks[0].absolute_url()}/@@jetzt",
        {"_authenticator": token, **data},
        auth=("mia", PASSWORD),
    )
    assert answer.status_code == 409
    transaction.begin()
    with house.As("mia"):
        assert operations.of_person("mia") == []


def test_a_forged_form_and_a_visitor_do_nothing(functional, desks, house, clock):
    url = f"{desks[0].absolute_url()}/@@jetzt"
    data = {"book": "1", "start": "2026-01-01T08:00Z", "end": "2026-01-01T09:00Z"}
    assert requests.post(url, data, auth=("mia", PASSWORD)).status_code == 403
    assert requests.post(url, data, allow_redirects=False).status_code in (302, 401, 403)


def test_lengths_grow():
    assert list(here.LENGTHS) == sorted(here.LENGTHS)
