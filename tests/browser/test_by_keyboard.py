"""By the Tab key alone everything on a page is reached, and one sees where one is."""

from browser.conftest import PHONE
from browser.heard import unreached

import pytest


#: What somebody books, asks for, counts and pays, and what does not work, by who does it.
PAGES = {
    "": [
        "/co-working/@@kalender",
        "/co-working/@@raumplan",
        "/co-working/@@preise",
        "/kalender",
        "/aktuelles",
    ],
    "oldenburg-redaktion": ["/projekte", "/projekte/pr-2026-001"],
    "malente-redaktion": [
        "/co-working/schreibtisch-2/@@buchen",
        "/co-working/schreibtisch-2/@@serie",
        "/@@meine-buchungen",
        "/@@kalender-abo",
        "/partner/malente/winterdienst-wege/@@vorschau-links",
    ],
    "lensahn-redaktion": ["/partner/lensahn/sitzungsdienst-anleitung/@@fassungen"],
    "dataport-pruefung": ["/partner/dataport/passwort-vergessen-ueberarbeitung"],
    "malente-mitarbeit": [
        "/@@stoerung-melden",
        "/support/geraete/farbdrucker-bauamt",
        "/partner/malente/neue-regel-fuer-fernzugriff/@@kenntnisnahme",
    ],
    "support": ["/support", "/support/t-2026-017", "/support/geraete/farbdrucker-bauamt"],
    "oldenburg-pruefung": ["/co-working/anfragen", "/co-working/anfragen/p-2026-001"],
    "hubleitung": [
        "/co-working/halle/@@sperren",
        "/co-working/@@preisliste",
        "/co-working/@@belege",
        "/co-working/@@auslastung",
        "/co-working/@@nicht-erschienen",
        "/co-working/@@buchungen-einlesen",
        "/co-working/@@qr-codes",
    ],
}


@pytest.mark.parametrize("user", PAGES)
def test_everything_is_reached_and_seen(demo_url, new_page, demo_login, user):
    found = {}
    page = new_page(PHONE, "dark")
    if user:
        demo_login(page, user)
    for path in PAGES[user]:
        assert page.goto(demo_url + path).ok, path
        lines = unreached(page)
        if lines:
            found[path] = lines
    assert found == {}
