"""The money of an application on its pages, as people of an administration use them."""

from decimal import Decimal
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.storage import book_of
from kommunalhub.lib.tables import reading
from pages import Page
from people import Session
from pypdf import PdfReader

import io
import pytest
import re
import transaction
import zipfile


def fill(browser, **values):
    for name, value in values.items():
        several = ":list" if isinstance(value, list) else ""
        browser.getControl(name=f"form.widgets.{name}{several}").value = value


def save(browser):
    browser.getControl("Speichern").click()
    transaction.begin()
    return words(browser)


def words(browser):
    return re.sub(r"\s+", " ", browser.text.replace("\xa0", " "))


@pytest.fixture
def case(web, path):
    return web.unrestrictedTraverse(path)


def test_the_whole_way_of_the_money(case, path, visit):
    page = visit("malente-redaktion", f"{path}/@@antrag/1")
    page.getLink("Mittelabruf eintragen").click()
    assert "Von 90.000,00 € sind noch 90.000,00 € übrig" in words(page)
    fill(page, day="2026-10-01", due="40.000", amount="30.000,01")
    assert "höchstens 30.000,00 € abrufen" in save(page)
    fill(page, amount="30.000")
    assert "Der Mittelabruf ist eingetragen." in save(page)
    assert page.url.endswith("/@@antrag/1#mittelabrufe")

    page.getLink("Geld ist eingegangen").click()
    assert page.getControl(name="form.widgets.amount").value == "30.000,00"
    fill(page, day="2026-10-12")
    save(page)
    assert Account(case, application_of(case, 1)).received == 30000

    page.getLink("Beleg eintragen").click()
    fill(page, invoice="RE 17", payee="Dachdeckerei Muster", paid_on="2026-10-20", item=["0"])
    fill(page, net="33.613,45", gross="40.000")
    assert "Der Beleg ist eingetragen." in save(page)
    (row,) = book_of(case, 1).receipts.values()
    assert (row["item"], row["eligible"]) == ("Dach", Decimal(40000))

    page.getLink("Verwendungsnachweis einreichen").click()
    assert "40.000,00 € zählen" in words(page)
    fill(page, kind=["regular"], day="2026-11-02", report="Das Dach ist dicht.")
    assert "mit den Büchern und Belegen" in save(page)
    fill(page, confirmed=["selected"])
    assert "Der Verwendungsnachweis ist eingereicht." in save(page)
    assert "Beleg eintragen" not in page.text

    page = visit("berater", f"{path}/@@antrag/1")
    page.getLink("Antwort des Fördergebers eintragen").click()
    fill(page, state=["accepted"], day="2026-11-10")
    text = save(page)
    assert "anerkannt" in text
    page = visit("berater", path)
    page.getControl("Abschließen").click()
    assert "Abgeschlossen" in page.text


def test_a_case_is_not_closed_before(case, path, visit):
    page = visit("berater", path)
    assert "noch nicht anerkannt" in words(page)


RECEIPT = {
    "form.widgets.invoice": "RE 17",
    "form.widgets.payee": "Dachdeckerei",
    "form.widgets.paid_on": "2026-10-20",
    "form.widgets.item:list": "0",
    "form.widgets.gross": "40.000",
    "form.buttons.save": "Speichern",
}


def test_a_receipt_comes_with_its_file_or_not_at_all(case, path, web):
    session = Session(web.absolute_url(), "malente-redaktion", accept="text/html")
    page = Page(session, f"{path}/@@beleg/1")
    bad = {"files": ("rechnung.exe", b"MZ", "application/pdf")}
    page = page.submit("@@beleg/1", bad, **RECEIPT)
    assert "rechnung.exe" in page.text
    transaction.begin()
    assert not book_of(case, 1).receipts
    good = {"files": ("re-17.pdf", b"%PDF-1.7 Rechnung", "application/pdf")}
    page.submit("@@beleg/1", good, **RECEIPT)
    transaction.begin()
    (row,) = book_of(case, 1).receipts.values()
    assert row["files"] == ("re-17.pdf",)
    assert case["re-17.pdf"].file.data == b"%PDF-1.7 Rechnung"
    session.close()


def test_money_is_dropped_and_paid_back(case, path, visit):
    page = visit("malente-redaktion", f"{path}/@@mittelabruf/1")
    fill(page, day="2026-10-01", due="40.000", amount="30.000")
    save(page)
    page.getLink("Aufgeben").click()
    fill(page, comment="Falsches Formular")
    assert "Falsches Formular" in save(page)
    page.getLink("Mittelabruf eintragen").click()
    fill(page, day="2026-10-01", due="40.000", amount="20.000")
    save(page)
    page.getLink("Geld ist eingegangen").click()
    fill(page, day="2026-10-12")
    save(page)
    page.getLink("Rückzahlung eintragen").click()
    fill(page, day="2026-11-01", amount="20.000,01", comment="Zu viel abgerufen")
    assert "Mehr können Sie nicht zurückzahlen" in save(page)
    fill(page, amount="5.000", interest="12,34")
    text = save(page)
    assert "12,34 €" in text
    assert Account(case, application_of(case, 1)).paid_back == 5000


TABLE = """Beleg;Bezahlt am;Empfänger;Brutto;Position
17;20.10.2026;Dachdeckerei Müller;40.000,00;Dach
18;21.10.2026;Gerüstbau;12.000,00;{item}
"""


def look_at(page, data, name="belege.csv"):
    page.getControl(name="file").add_file(data, "text/csv", name)
    page.getControl("Ansehen").click()
    return words(page)


def test_receipts_are_read_from_a_table_all_or_none(case, path, visit):
    page = visit("malente-redaktion", f"{path}/@@belege-einlesen/1")
    text = look_at(page, TABLE.format(item="Feier").encode("cp1252"))
    assert "Position: Bitte wählen Sie eine Position des Plans." in text
    assert "Alle eintragen" not in text
    text = look_at(page, TABLE.format(item="Gerüst").encode("cp1252"))
    assert "kann eingetragen werden" in text
    transaction.begin()
    assert not book_of(case, 1).receipts
    page.getControl("Alle eintragen").click()
    assert "Belege eingetragen: 2" in words(page)
    transaction.begin()
    assert [row["payee"] for row in book_of(case, 1).receipts.values()] == [
        "Dachdeckerei Müller",
        "Gerüstbau",
    ]
    page = visit("malente-redaktion", f"{path}/@@belege-einlesen/1")
    assert "schon eingetragen" in look_at(page, TABLE.format(item="Gerüst").encode())


@pytest.mark.parametrize("data", [b"", b"\x00\xff\x00", b"a;b\n1;2\n", b"PK\x03\x04 kaputt"])
def test_what_is_no_table_says_so(path, visit, data):
    page = visit("malente-redaktion", f"{path}/@@belege-einlesen/1")
    look_at(page, data)
    assert page.headers["Status"].startswith("400")


def test_what_stays_earmarked(case, path, visit):
    page = visit("malente-redaktion", f"{path}/@@inventar-eintrag/1")
    fill(page, title="Wärmebildkamera", bought_on="2026-10-05", price="890", place="Wache")
    text = save(page)
    assert "zweckgebunden bis 5. Oktober 2036" in text
    assert "§ 38 Abs. 4 GemHVO" in text
    page.getLink("Abgang eintragen").click()
    fill(page, day="2026-11-01", comment="Gestohlen")
    assert "fragen Sie zuerst den Fördergeber" in save(page)
    fill(page, anyway=["selected"])
    assert "weg seit" in save(page)
    sheet = visit("malente-mitarbeit", f"{path.rpartition('/')[0]}/@@zweckbindung.xlsx")
    rows = reading.rows_of(sheet.contents)
    assert rows[1].cells[2:6] == ("Wärmebildkamera", "", "05.10.2026", "890,00 €")
    assert rows[1].cells[8] == "01.11.2026"
    other = visit("beide-mitarbeit", "foerderung/beratungen/lensahn/@@zweckbindung.xlsx")
    assert len(reading.rows_of(other.contents)) == 1


def test_all_of_it_is_taken_along(case, path, visit):
    page = visit("malente-redaktion", f"{path}/@@belege-einlesen/1")
    look_at(page, TABLE.format(item="=1+1").encode())
    look_at(page, TABLE.format(item="Gerüst").encode())
    page.getControl("Alle eintragen").click()
    book = visit("malente-mitarbeit", f"{path}/@@foerderung.xlsx/1").contents
    assert [row.cells[0] for row in reading.rows_of(book)] == [
        "Position",
        "Dach",
        "Gerüst",
        "Blitzschutz",
    ]
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert 'name="Belege"' in parts.read("xl/workbook.xml").decode()
        assert "Dachdeckerei Müller" in parts.read("xl/sharedStrings.xml").decode()
    pdf = visit("malente-mitarbeit", f"{path}/@@verwendung.pdf/1")
    reader = PdfReader(io.BytesIO(pdf.contents))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data()
    text = "".join(page.extract_text() for page in reader.pages)
    assert "Verwendungsnachweis: Ortskern" in text
    assert "Dachdeckerei Müller" in re.sub(r"-?\s*\n", "", text) or "Müller" in text


@pytest.mark.parametrize(
    "view",
    [
        *("mittelabruf/1", "rueckzahlung/1", "beleg/1", "verwendungsnachweis/1"),
        *("inventar-eintrag/1", "belege-einlesen/1"),
    ],
)
def test_only_who_keeps_the_file_writes(path, visit, view):
    for who in ("malente-mitarbeit", "lensahn-redaktion", None):
        page = visit(who, f"{path}/@@{view}")
        assert "form.widgets" not in page.text
        assert 'name="file"' not in page.text


@pytest.mark.parametrize("view", ["foerderung.xlsx/1", "verwendung.pdf/1"])
def test_strangers_take_nothing_along(path, visit, view):
    page = visit("lensahn-redaktion", f"{path}/@@{view}")
    assert "application" not in page.headers.get("Content-Type", "")


@pytest.mark.parametrize(
    "address",
    [
        *("mittelabruf/2", "mittelabruf/x", "mittelabruf/1/1", "mittelabruf", "beleg/1/9"),
        *("mittel-eingang/1", "mittel-eingang/1/9", "nachweis-ergebnis/1/1", "foerderung.xlsx/9"),
        *("verwendung.pdf", "belege-einlesen/7", "inventar-abgang/1/1"),
    ],
)
def test_what_is_not_there_is_not_found(path, visit, address):
    page = visit("malente-redaktion", f"{path}/@@{address}")
    assert page.headers["Status"].startswith("404")
