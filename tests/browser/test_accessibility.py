"""axe-core finds no WCAG 2.2 A/AA violation, light and dark, on a desk and on a phone, and what is
used or read has a name in the accessibility tree.

Ours and Plone's own: none at all.
"""

from browser.conftest import DESKTOP
from browser.conftest import PHONE
from browser.drawn import look
from browser.drawn import wait_for_patterns
from browser.heard import unnamed
from kommunalhub.site.accounts import DEMO_PASSWORD
from network.dressing import dressed
from network.dressing import REFUSED
from playwright.sync_api import expect
from plone import api

import pytest
import re
import transaction


# 390 and 1280 px wide
WIDTHS = {"desk": DESKTOP, "phone": PHONE}

VISITOR = [
    "",
    "/foerderung",
    "/foerderung/programme",
    "/materialien",
    "/co-working",
    "/co-working/@@kalender",
    "/co-working/@@kalender?view=week",
    "/co-working/@@kalender?view=month",
    "/co-working/@@raumplan",
    "/co-working/@@preise",
    "/co-working/halle",
    "/co-working/halle/@@jetzt",
    "/workshops",
    "/workshops?view=month",
    "/kalender",
    "/kalender?view=month",
    "/partner/oldenburg/bauausschuss",
    "/@@bescheinigung-pruefen",
    "/support",
    "/support/@@haeufige-fragen",
    "/partner",
    "/partner/malente",
    "/partner/dataport/meldebescheinigung",
    "/aktuelles",
    "/partner/malente/kurpark-beteiligung",
    "/angebote",
    "/showroom",
    "/showroom/@@bildschirm",
    "/showroom/museumsscheune/diele",
    "/showroom/butterfass",
    "/impressum",
    "/leichte-sprache",
    "/@@search",
    "/@@search?q=Vergabe",
    "/@@search?q=xyzzy",
    "/@@search?art=FundingProgramme&sort=titel",
    "/@@barriere-melden",
    "/impressum/@@fehler-melden",
    "/@@register",
    "/login",
    "/@@login-help",
    "/gibt-es-nicht",
    "/projekte",
    "/projekte/@@projekt/pr-2026-001",
]
RECORDS = [
    "/@@process-check-controlpanel",
    "/foerderung/beratungen/malente/f-2026-012/@@journal-redact?seq=3",
]
SETTINGS = [
    "/@@overview-controlpanel",
    "/@@deadlines-controlpanel",
    "/@@closing-days-controlpanel",
    "/@@consents-controlpanel",
    "/@@substitutions-controlpanel",
    "/@@jobs-controlpanel",
    "/@@zahlen",
    "/@@mail-backlog",
    "/@@mail-letters",
    "/@@mail-letters?letter=awaits",
    "/@@search-gaps",
    "/@@hub-search-controlpanel",
    "/@@booking-controlpanel",
    "/@@hub-controlpanel",
    "/@@partner-start?partner=malente",
    "/@@pages-controlpanel",
    "/@@zustand",
    "/showroom/@@besuche",
]
#: A case of the demo that collects consents.
VOTING = "/co-working/antraege/c-2026-009"
#: A request for a space.
ASKED = "/co-working/anfragen/p-2026-001"
#: Tickets that are closed, and in work; a device of Malente's; what is disturbed at Lensahn's.
SOLVED, IN_WORK = "/support/t-2026-013", "/support/t-2026-017"
#: One that waits for its reporter, and one that is with the second level.
WAITING, OUTSIDE = "/support/t-2026-021", "/support/t-2026-020"
#: One about a projector of a space that can be booked.
BROKEN = "/support/t-2026-018"
DEVICE = "/support/geraete/farbdrucker-bauamt"
DISTURBED = "/support/stoerungen/drucken-im-amt-lensahn-leere-seiten"
#: A working copy that waits for its release.
COPY = "/partner/dataport/passwort-vergessen-ueberarbeitung"
MISSING = "/gibt-es-nicht"
STAFF = {
    "malente-pruefung": [
        "",
        "/@@inbox",
        "/@@inbox?several=1",
        "/@@submitted",
        "/@@decided",
        "/foerderung/beratungen/malente/f-2026-017/@@assign",
        "/foerderung/beratungen/malente/f-2026-017/@@decide-with-reason?transition=return",
        "/@@search?q=malente",
        "/@@mitteilungen",
        "/@@notice-preferences",
    ],
    "malente-redaktion": [
        "",
        "/partner/malente",
        "/partner/malente/@@bloecke-ordnen",
        "/partner/malente/edit",
        "/partner/dataport/meldebescheinigung",
        "/partner/dataport/meldebescheinigung/@@angaben",
        "/partner/malente/willkommen/@@stand-am?date=2026-11-10",
        "/partner/malente/++add++Document",
        "/partner/malente/winterdienst-wege/edit",
        "/partner/malente/winterdienst-wege/@@vorschau-links",
        "/partner/malente/rathaus-barrierefrei-erreichen/@@arbeitskopie",
        "/foerderung/beratungen/malente",
        "/foerderung/beratungen/malente/++add++FundingConsultation",
        "/materialien",
        "/materialien?q=Vergabe",
        "/materialien/++add++WorkshopMaterial",
        "/@@meine-bescheinigungen",
        "/@@saved-searches",
        "/@@personal-information",
        "/@@change-password",
        "/co-working/@@kalender",
        "/co-working/@@raumplan",
        "/co-working/schreibtisch-2/@@buchen",
        "/co-working/schreibtisch-2/@@jetzt",
        "/co-working/schreibtisch-2/@@serie",
        "/@@meine-buchungen",
        "/@@kalender-abo",
        "/@@papierkorb",
        "/partner/malente/neue-regel-fuer-fernzugriff/@@kenntnisnahme",
        "/partner/malente/hospitieren",
        "/@@termine",
        "/@@termine-abo",
        "/workshops/w-2026-006",
        "/workshops/w-2026-006/@@anmeldung",
        "/workshops/w-2026-001/@@rueckmeldung",
        "/support/++add++SupportTicket",
        "/support/@@team",
        "/support/@@meine-angaben",
        "/@@stoerung-melden",
        "/support/geraete",
        DEVICE,
        SOLVED,
        "/personen?q=Wohngeld",
        "/personen/@@aufbau",
        "/personen/++add++Position",
    ],
    "oldenburg-redaktion": [
        "/projekte",
        "/projekte/pr-2026-001",
        "/projekte/pr-2026-001/@@etappe/4",
        "/projekte/pr-2026-001/@@monatsbericht",
        "/projekte/pr-2026-001/@@aenderung",
        "/projekte/pr-2026-001/@@beteiligte-aendern",
        "/projekte/++add++Project",
        "/projekte/pr-2026-001/@@aufgabe",
        "/projekte/pr-2026-001/@@risiko",
        "/projekte/pr-2026-001/@@oeffentliche-vorschau",
        "/projekte/pr-2026-001/@@projekt-gelernt",
    ],
    "lensahn-redaktion": [
        "/projekte/pr-2026-008",
        "/netzwerk/erfahrungen",
        "/netzwerk/erfahrungen/ein-laden-im-dorf-traegt-sich-was-vier-laeden-gelernt-haben",
        "/netzwerk/erfahrungen/++add++ExperienceReport",
        "/support",
        "/partner/lensahn/sitzungsdienst-anleitung/@@fassungen",
        "/partner/lensahn/sitzungsdienst-anleitung/@@fassungen-vergleichen?from=0&to=2",
        DISTURBED,
        "/partner/lensahn/digitale-sprechstunde/@@termin-aendern?number=4",
    ],
    "support": [
        "/support",
        "/support?queue=solved&category=mail",
        "/support/@@aus-der-post",
        "/support/@@textbausteine",
        "/support/@@textbaustein",
        SOLVED,
        f"{SOLVED}/@@antwort-schreiben",
        IN_WORK,
        f"{IN_WORK}/@@join",
        OUTSIDE,
        f"{WAITING}/@@second-level",
        f"{BROKEN}/@@blockieren",
        "/support/@@meine-angaben",
        "/support/geraete/@@einlesen",
        "/support/geraete",
        "/support/geraete/@@qr-etiketten",
        "/support/geraete/++add++Device",
        DEVICE,
        "/support/stoerungen",
        "/support/stoerungen/++add++Disturbance",
        DISTURBED,
        "/support/@@haeufige-fragen",
    ],
    "oldenburg-pruefung": ["/co-working/anfragen", ASKED],
    "dataport-pruefung": [
        *(VOTING, f"{VOTING}/@@warum", "/@@vertretung", "/support/@@zweite-ebene"),
        COPY,
        f"{COPY}/@@aenderungen",
    ],
    "trainer": [
        "/workshops/++add++Workshop",
        "/workshops/w-2026-001/@@unterlagen",
        "/workshops/w-2026-001/@@neue-termine",
        "/workshops/w-2026-001/@@auswertung",
        "/workshops/w-2026-006/@@fragen",
        "/workshops/w-2026-006/@@teilnehmende",
        "/workshops/w-2026-006/@@einlass",
    ],
    "startup": ["", "/@@arbeitsplatz-beantragen"],
    "hubleitung": [
        "/netzwerk",
        "/netzwerk/@@hub-links",
        "/netzwerk/@@hub-questions",
        "/netzwerk/@@shared",
        "/workshops/@@aufbewahrung",
        "/support/@@supportzahlen",
        "/@@support-controlpanel",
        "/@@support-teams",
        "/impressum/edit",
        "/impressum/@@historyview",
        "/co-working/halle/edit",
        "/co-working/halle/@@sperren",
        "/co-working/@@raumplan",
        "/co-working/@@raumplan-bearbeiten",
        "/co-working/@@qr-codes",
        "/co-working/@@nicht-erschienen",
        "/co-working/@@preisliste",
        "/co-working/@@auslastung",
        "/co-working/@@belege",
        "/co-working/@@buchungen-einlesen",
        "/impressum/content_status_history",
        "/impressum/@@manage-aliases",
        *SETTINGS,
        *RECORDS,
    ],
}
#: Plone's own screens.
PLONES = (
    "/folder_contents",
    "/content_status_history",
    "/@@manage-aliases",
    "/@@redirection-controlpanel",
    "/@@search-controlpanel",
    "/@@navigation-controlpanel",
    "/@@usergroup-controlpanel",
    "/@@usergroup-userprefs",
    "/@@usergroup-groupprefs",
    "/@@usergroup-groupmembership?groupname=malente-staff",
    "/@@usergroup-groupdetails?groupname=malente-staff",
    "/@@usergroup-usermembership?userid=startup",
    "/@@user-information?userid=startup",
    "/@@user-preferences?userid=startup",
    "/@@new-user",
    "/sitemap",
)
EDITORS = (
    "/partner/malente/folder_contents",
    "/partner/malente/content_status_history",
    "/partner/malente/@@historyview",
    "/partner/malente/@@manage-aliases",
    "/partner/malente/++add++Event",
)
#: Rights are handed out by the system's administration alone.
ADMINISTRATORS = ("/partner/malente/@@sharing", "/@@usergroup-userprefs", "/@@usergroup-groupprefs")


#: How pages are looked at, the first look with the load; ours, and Plone's own.
LOOKS = (("desk", "light"), ("phone", "dark"))
PLONES_LOOKS = (("desk", "dark"), ("phone", "light"))


#: Pages that one test looks at: so a failure comes early, and processes share the work.
AT_ONCE = 12


def parts(pages):
    """Yield the parameters (user, paths) of {user: paths}, named by the first page of each part."""
    for user, paths in pages.items():
        for at in range(0, len(paths), AT_ONCE):
            yield pytest.param(user, paths[at : at + AT_ONCE], id=f"{user}:{paths[at] or '/'}")


def problems(page, axe, url, paths, looks=LOOKS):
    """Return {(path, width, scheme): findings} of the looks that have any.

    A page is loaded once, and looked at in each way as when somebody makes the window narrow: see
    test_a_page_made_narrow_is_the_one_loaded_so.
    """
    found = {}
    for path in paths:
        for at, (width, scheme) in enumerate(looks):
            look(page, WIDTHS[width], scheme)
            if not at:
                answer = page.goto(url + path)
                assert answer.ok or path in (MISSING, *REFUSED), (answer.status, path)
                wait_for_patterns(page)
            lines = faults(page, axe, path)
            if lines:
                found[path, width, scheme] = lines
    return found


def faults(page, axe, path):
    """Return what keeps people out of a page as it stands."""
    lines = unnamed(page) + axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        lines.append(f"{wide} px wider than the screen")
    # The dialogue for repeated dates has one too, hidden until it is opened.
    headings = page.locator("h1:visible").count()
    if headings != 1 and path != "/login":
        lines.append(f"{headings} headings of the first order")
    return lines


@pytest.mark.parametrize("_user, paths", parts({"visitor": VISITOR}))
def test_pages_for_visitors(demo_url, page, axe, _user, paths):
    assert problems(page, axe, demo_url, paths) == {}


@pytest.mark.parametrize("user, paths", parts(STAFF))
def test_pages_for_people_signed_in(demo_url, page, axe, demo_login, user, paths):
    demo_login(page, user)
    assert problems(page, axe, demo_url, paths) == {}


def test_pages_of_hubs_that_are_linked(demo, demo_url, new_page, axe, demo_login):
    for user, paths in dressed(demo["portal"], "hubleitung").items():
        page = new_page()
        if user:
            demo_login(page, user)
        assert problems(page, axe, demo_url, paths) == {}, user


@pytest.mark.parametrize("user, paths", [("hubleitung", PLONES), ("malente-redaktion", EDITORS)])
def test_plones_screens(demo_url, page, axe, demo_login, user, paths):
    demo_login(page, user)
    assert problems(page, axe, demo_url, paths, PLONES_LOOKS) == {}


def test_screens_of_administrators(demo_url, page, axe, demo_login, administrator):
    demo_login(page, administrator)
    assert problems(page, axe, demo_url, ADMINISTRATORS) == {}


@pytest.fixture
def administrator(demo):
    """Return the id of somebody who is Manager of the site."""
    api.user.create(username="technik", email="technik@example.org", password=DEMO_PASSWORD)
    api.user.grant_roles(username="technik", roles=["Manager"])
    transaction.commit()
    return "technik"


def test_every_page_of_a_case(demo_url, page, axe, demo_login):
    demo_login(page, "malente-pruefung")
    page.goto(f"{demo_url}/@@inbox")
    cases = page.eval_on_selector_all(
        "main .rows b a", "links => links.map(a => new URL(a.href).pathname)"
    )
    assert cases
    root = demo_url.rpartition("/")[0]
    ways = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
    assert problems(page, axe, root, cases[:3], ways) == {}


#: Scripts of theirs go by the width: filters that are put aside, programmes beside a form.
BY_WIDTH = (
    *("/@@search?q=Vergabe", "/materialien", "/workshops", "/kalender"),
    *("/showroom", "/foerderung/programme"),
    "/foerderung/beratungen/malente/++add++FundingConsultation",
)


@pytest.mark.parametrize("path", BY_WIDTH)
def test_a_page_made_narrow_is_the_one_loaded_so(demo_url, page, demo_login, path):
    demo_login(page, "malente-redaktion")
    heard = []
    for width in ("desk", "phone"):
        look(page, WIDTHS[width], "light")
        page.goto(demo_url + path)
        look(page, WIDTHS["phone"], "dark")
        heard.append(page.locator("body").aria_snapshot())
    assert heard[0] == heard[1]


@pytest.mark.parametrize(
    ("path", "first"), [("/showroom", ".exhibit"), ("/foerderung/programme", ".grid .card a")]
)
def test_on_a_phone_what_is_listed_stands_on_the_first_screen(demo_url, phone, path, first):
    phone.goto(demo_url + path)
    assert phone.locator("main select").locator("visible=true").count() == 0
    assert phone.locator(f"main {first}").first.bounding_box()["y"] < PHONE["height"]
    phone.locator("main summary").first.press("Enter")
    chosen = phone.locator("main select").first
    chosen.select_option(index=1)
    chosen.press("Tab")
    phone.get_by_role("button", name="Anzeigen").press("Enter")
    expect(phone).to_have_url(re.compile(r"\?"))
    expect(chosen).to_be_visible()  # what is in use stays open


def test_what_came_of_several_tickets(demo_url, new_page, axe, demo_login):
    page = new_page(WIDTHS["phone"], "dark")
    demo_login(page, "support")
    page.goto(f"{demo_url}/support?queue=nobody")
    page.locator("table.queue .pick input").first.check()
    for act, told in (("hand", "#problem"), ("take", "#ergebnis")):  # to nobody: refused
        page.click(f"button[name=act][value={act}]")
        page.wait_for_selector(told)
        assert unnamed(page) + axe(page) == []


#: What was wider than the smallest screen once: Plone's tables, and words that do not end.
NARROW = (
    "/@@manage-aliases",
    "/@@overview-controlpanel",
    "/@@search?q=" + "donaudampfschifffahrt" * 4,
    "/@@usergroup-userprefs",
    "/content_status_history",
    "/folder_contents",
)


def test_nothing_scrolls_sideways_on_the_smallest_screen(demo_url, new_page, demo_login):
    page = new_page({"width": 320, "height": 640})
    demo_login(page, "hubleitung")
    wide = {}
    for path in NARROW:
        page.goto(demo_url + path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide == dict.fromkeys(NARROW, 0)
