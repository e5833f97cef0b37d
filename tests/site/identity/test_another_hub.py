"""Two hubs in one database: each says its own name, and nothing of the other."""

from io import BytesIO
from io import StringIO
from kommunalhub.core import brand
from kommunalhub.core import registry
from kommunalhub.core.acting import as_builder
from kommunalhub.partners.membership import partner_ids
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.identity import operations
from kommunalhub.site.identity import rules
from kommunalhub.site.server import sites
from kommunalhub.site.server.passwords import password
from pathlib import Path
from PIL import Image
from plone import api
from plone.namedfile.file import NamedImage
from pypdfium2 import PdfDocument
from zipfile import ZipFile
from zope.component.hooks import site as in_site

import pytest
import re
import requests
import transaction


WILSTER = Path(__file__).parent / "wilster.toml"
#: Words of the hub that the profile describes.
OLDENBURG = re.compile(
    r"Oldenburg|Malente|Lensahn|dataport|Ostholstein|Vitale|Schuhstra|Wagrien|nische Schweiz",
    re.I,
)
#: Rapeseed, in the mark of the house.
HOUSE = (245, 197, 24)
ADDRESSES = (
    *("", "/angebote/ueberblick", "/angebote/arbeitsplaetze", "/angebote/vor-ort"),
    *("/leichte-sprache", "/impressum", "/partner", "/foerderung", "/materialien", "/workshops"),
    *("/co-working", "/support", "/kalender", "/personen", "/aktuelles", "/@search", "/sitemap"),
    *("/@@partners-controlpanel", "/@@hub-controlpanel", "/@@usergroup-groupprefs", "/mein-hub"),
    *("/@partners", "/@groups", "/@@consents-controlpanel"),
    *("/projekte", "/projekte/++add++Project", "/netzwerk"),
    *("/foerderung/programme", "/foerderung/programme/@@fristenkalender", "/@@mail-letters"),
    *("/++add++FundingProgramme", "/manifest.webmanifest", "/robots.txt", "/aktuelles/RSS"),
    *("/netzwerk/erfahrungen", "/netzwerk/erfahrungen/++add++ExperienceReport", "/showroom"),
)


@pytest.fixture
def wilster(functional, monkeypatch, tmp_path):
    """Return the address of a second hub beside the first, made of a file of answers."""
    monkeypatch.setenv("KOMMUNALHUB_SECRETS", str(tmp_path))
    table, _lines = operations.read_file(WILSTER)
    # what a file need not say is not taken from the first hub either
    table["settings"].pop("kommunalhub.funding_partner_areas")
    sites.create_site(functional["app"], "wilster", False, table)
    transaction.commit()
    return f"http://localhost:{functional['port']}/wilster"


def test_nothing_of_one_hub_stands_in_the_other(functional, wilster):
    portal = functional["app"]["wilster"]
    with in_site(portal):
        assert set(partner_ids()) == {"wilster", "marsch", "deichtechnik"}
        groups = {group.getId() for group in api.group.get_groups()}
        assert {"wilster-editors", "marsch-reviewers", "hub-managers"} <= groups
        told = StringIO()
        for name, record in portal.portal_registry.records.items():
            told.write(f"{name} {record.value!r}\n")
        assert set(portal["partner"].objectIds()) >= {"wilster", "marsch"}
        told.write(" ".join(groups))
    visitor, manager = requests.Session(), requests.Session()
    manager.auth = (SITE_ADMIN, password(SITE_ADMIN))
    for person in (visitor, manager):
        for address in ADDRESSES:
            as_data = {"Accept": "application/json"} if address.startswith("/@") else {}
            as_data = {} if address.startswith("/@@") else as_data
            answer = person.get(f"{wilster}{address}", headers=as_data)
            assert answer.status_code < 500, address
            told.write(f"{address}: {answer.text}\n")
    letters = manager.get(f"{wilster}/@@mail-letters").text
    for letter in sorted(set(re.findall(r"mail-letters\?letter=([\w-]+)", letters))):
        said = manager.get(f"{wilster}/@@mail-letters?letter={letter}").text
        assert brand.OWN_COLOUR not in said.split("srcdoc=")[-1], letter
        told.write(said)
    assert found_in(told.getvalue()) == []
    home = visitor.get(wilster)
    assert "der Hub für die Wilstermarsch" in home.text
    assert "Dorfwerk" in home.text
    assert "Leben hinterm Deich" in visitor.get(f"{wilster}/projekte").text
    asked = manager.get(f"{wilster}/projekte/++add++Project").text
    assert "Deich und Wasser" in asked and "Ehrenamt und Zusammenhalt" not in asked
    [(css, held)] = re.findall(r'"([^"]+@@hub-colours.css[^"]+)">([^<]+)</style>', home.text)
    assert held.startswith(":root:root{--hub-sea:#6b2d5c;")
    assert "--hub-sea:#6b2d5c;" in visitor.get(css.replace("&amp;", "&")).text
    about = visitor.get(f"{wilster}/angebote/ueberblick").text
    assert "Amt Wilstermarsch" in about
    assert "Unser Thema heißt „Leben hinterm Deich“." in about


def test_what_leaves_a_hub_carries_its_own_mark(functional, wilster):
    """Papers, workbooks, calendars, feeds, icons: colours and words of this hub, none of another.

    All papers are made by casefile/printing, all workbooks by core/workbook (tests/test_one_way).
    """
    portal, own = functional["app"]["wilster"], (200, 30, 120)
    manager = requests.Session()
    manager.auth = (SITE_ADMIN, password(SITE_ADMIN))
    icon = f"{wilster}/favicon.ico"
    # without a logo it is the mark of the house in the colour of the hub
    drawn = requests.get(icon).text
    assert brand.tint("#6b2d5c") in drawn and brand.TINTED not in drawn
    with in_site(portal):
        file = BytesIO()
        Image.new("RGB", (300, 100), own).save(file, "PNG")
        operations.change_logo(NamedImage(file.getvalue(), "image/png", "logo.png"))
        home = brand.icon_url(wilster)
    transaction.commit()
    assert requests.get(icon).content == requests.get(home).content
    assert Image.open(BytesIO(requests.get(icon).content)).size == (300, 100)
    for address in ("/projekte/@@projekte-pdf", "/co-working/@@qr-codes.pdf"):
        answer = manager.get(f"{wilster}{address}")
        assert answer.headers["Content-Type"] == "application/pdf", address
        paper = PdfDocument(answer.content)
        words = paper[0].get_textpage().get_text_range() + repr(paper.get_metadata_dict())
        assert "Dorfwerk" in words and found_in(words) == [], address
        colours = {point for _n, point in paper[0].render().to_pil().getcolors(1 << 24)}
        assert any(is_near(one, own) for one in colours), address
        assert not any(is_near(one, HOUSE) for one in colours), address
    workbook = ZipFile(BytesIO(manager.get(f"{wilster}/projekte/@@projekte-xlsx").content))
    about = workbook.read("docProps/core.xml") + workbook.read("docProps/app.xml")
    assert b"<dc:creator>Dorfwerk</dc:creator>" in about
    for address in (
        "/termine.ics",
        "/workshops/workshops.ics",
        "/aktuelles/nachrichten.atom",
    ):
        answer = requests.get(f"{wilster}{address}")
        assert answer.status_code == 200 and found_in(answer.text) == [], address


def is_near(one, other):
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def found_in(text):
    """Return the words around what tells of the other hub."""
    return [text[max(hit.start() - 60, 0) : hit.end() + 30] for hit in OLDENBURG.finditer(text)]


def test_the_first_hub_stays_as_it_was(portal):
    assert (registry.read("kommunalhub.brand_name"), brand.stylesheet_urls("")) == (
        *("Digital Hub", []),
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"kommunalhub.no_such_thing": 1}, "there is no setting kommunalhub.no_such_thing"),
        ({"kommunalhub.trash_days": "soon"}, "kommunalhub.trash_days cannot be 'soon'"),
    ],
)
def test_a_setting_that_cannot_be_is_told(portal, setting, said):
    table = operations.read_file(WILSTER)[0]
    with pytest.raises(rules.WrongAnswers, match=said), as_builder(portal):
        operations.give(rules.read(table | {"settings": setting}))


def test_all_values_that_cannot_be_are_told_at_once_with_their_lines(portal):
    table, lines = operations.read_file(WILSTER)
    table["partner"][1]["email"] = "nobody"
    table["partner"][2]["kind"] = "club"
    table["settings"] |= {"kommunalhub.funding_funders": 5}
    with pytest.raises(rules.WrongAnswers) as caught, as_builder(portal):
        operations.give(rules.read(table))
    at = [told.partition(":")[0] for told in caught.value.told(lines)]
    text = WILSTER.read_text(encoding="utf-8").splitlines()
    wrong = ('id = "marsch"', 'kind = "operator"', '[settings."kommunalhub.funding_funders"]')
    # a field that the file leaves out is told at its administration
    assert at == [f"line {text.index(line) + 1 - (line[:2] == 'id')}" for line in wrong]


def test_no_file_is_told(tmp_path):
    with pytest.raises(rules.WrongAnswers, match="cannot be read"):
        operations.read_file(tmp_path / "missing.toml")
