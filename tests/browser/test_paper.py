"""On paper and in forced colours: all that is to be read, nothing told by colour alone."""

from io import BytesIO
from kommunalhub.core.acting import as_builder
from plone import api
from plone.app.textfield.value import RichTextValue
from pypdf import PdfReader

import pytest
import transaction


#: A4 less 2 cm on both sides, in the pixels of CSS.
SHEET = {"width": 642, "height": 970}
CASE = "/foerderung/beratungen/malente/f-2026-017"
VOTING = "/co-working/antraege/c-2026-009"
READ = {
    "malente-pruefung": [
        "",
        "/@@inbox",
        "/@@inbox?several=1",
        "/@@submitted",
        "/@@mitteilungen",
        "/@@search",
        "/@@search?q=Vergabe",
        "/foerderung/programme",
        "/materialien",
        "/materialien/m-2026-024",
        CASE,
        f"{CASE}/@@warum",
    ],
    "oldenburg-redaktion": ["/projekte", "/projekte/pr-2026-001"],
    "dataport-pruefung": [VOTING, f"{VOTING}/@@warum"],
    "hubleitung": [
        "/@@zahlen",
        "/@@search-gaps",
        "/@@mail-backlog",
        "/@@mail-letters?letter=awaits",
        "/co-working/antraege",
        "/partner/malente",
    ],
}
#: What a page looks like on the sheet: lines of what is wrong.
WRONG = """() => {
  const found = [], sheet = document.documentElement.clientWidth;
  const name = (part) => [
    part.tagName.toLowerCase(), part.id && "#" + part.id, ...[...part.classList].map(c => "." + c),
    " ", part.textContent.trim().slice(0, 40),
  ].join("");
  const PRESSED = [
    "button, .btn, nav, [type=submit], [type=search], details.menu *, summary:not(.folds > *)",
  ].join();
  const FILLED = "input, select, textarea";
  for (const part of document.querySelectorAll("body *")) {
    if (!part.checkVisibility() || part.closest(".only-read, svg *, .configlets")) continue;
    const box = part.getBoundingClientRect(), style = getComputedStyle(part);
    if (box.width * box.height === 0) continue;
    if (box.right > sheet + 1 || box.left < -1) found.push("off the sheet: " + name(part));
    const cut = (how, inside, outside) => how !== "visible" && inside > outside + 1;
    if (style.display !== "inline" && (
      cut(style.overflowX, part.scrollWidth, part.clientWidth)
      || cut(style.overflowY, part.scrollHeight, part.clientHeight)
    )) found.push("cut off: " + name(part));
    if (part.matches(PRESSED)) found.push("to press: " + name(part));
    if (part.matches(FILLED)) found.push("to fill in: " + name(part));
  }
  for (const card of document.querySelectorAll("main .card")) {
    if (!card.checkVisibility() || card.matches(".rows, .turn")) continue;
    const told = [...card.childNodes].filter(
      (part) => !/^(H2|H3|LEGEND)$/.test(part.nodeName)
        && (part.innerText ?? part.textContent).trim()
        && (part.nodeType !== Node.ELEMENT_NODE || part.checkVisibility())
    );
    if (!told.length) found.push("empty box: " + name(card));
  }
  return found;
}"""
#: How the places of a case look: what is drawn in them, and whether nothing but colour tells it.
PLACES = """() => [...document.querySelectorAll(".line li")].map((place) => {
  const drawn = getComputedStyle(place, "::after");
  return {
    sign: drawn.content.split("/")[0].trim().replaceAll('"', ""),
    seen: drawn.color !== drawn.backgroundColor,
    edge: parseFloat(drawn.borderTopWidth) > 0 && drawn.borderTopColor !== drawn.backgroundColor,
    step: place.getAttribute("aria-current"),
    read: place.innerText + place.textContent,
  };
})"""


@pytest.fixture
def sheet(new_page):
    """A page as wide as a sheet of paper, in print."""
    page = new_page(SHEET)
    page.emulate_media(media="print")
    return page


@pytest.fixture
def published(demo):
    """Return a function that makes a public page with a text, and gives its path."""

    def published(title, text):
        portal = demo["portal"]
        with as_builder(portal):
            page = api.content.create(portal["partner"]["malente"], "Document", title=title)
            page.text = RichTextValue(text, "text/html", "text/x-html-safe")
            api.content.transition(page, to_state="public")
        transaction.commit()
        return "/" + "/".join(page.getPhysicalPath()[2:])

    return published


@pytest.mark.parametrize("user", READ)
def test_a_page_on_paper_is_for_reading(demo_url, demo_login, new_page, user):
    page = new_page(SHEET)
    demo_login(page, user)
    wrong = {}
    for path in READ[user]:
        answer = page.goto(demo_url + path)
        assert answer.ok, path
        page.emulate_media(media="print")
        if lines := page.evaluate(WRONG):
            wrong[path] = lines
        page.emulate_media(media="screen")
    assert wrong == {}


def test_pages_for_visitors_on_paper(demo_url, sheet):
    wrong = {}
    for path in ("", "/foerderung", "/materialien", "/partner/malente", "/leichte-sprache"):
        sheet.goto(demo_url + path)
        if lines := sheet.evaluate(WRONG):
            wrong[path] = lines
    assert wrong == {}


def test_nothing_of_a_long_text_is_cut_off(demo_url, published, sheet):
    """A word without end, code, a table with many columns."""
    columns = "".join(f"<th>Spalte{number}mitLangemNamen</th>" for number in range(12))
    text = (
        f"<p>{'Donaudampfschifffahrt' * 12}</p><pre><code>{'x = 1; ' * 60}</code></pre>"
        f"<table><thead><tr>{columns}</tr></thead></table><p>Schluss.</p>"
    )
    sheet.goto(demo_url + published("L" * 200, text))
    assert "Spalte11mitLangemNamen" in sheet.inner_text(".prose")
    assert sheet.evaluate(WRONG) == []


def test_links_keep_the_address_where_it_is_of_use(demo_url, published, sheet):
    links = {
        "Richtlinie": "https://example.org/richtlinie",
        "https://example.org/": "https://example.org/",
        "Impressum": f"{demo_url}/impressum",
        "Mail": "mailto:hub@example.org",
        "oben": "#inhalt",
    }
    text = "".join(f'<p><a href="{url}">{title}</a></p>' for title, url in links.items())
    sheet.goto(demo_url + published("Links", text))
    shown = sheet.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".prose a")].map(
             (link) => [link.textContent, getComputedStyle(link, "::after").content]))"""
    )
    assert set(shown) == set(links)
    assert [title for title, after in shown.items() if after != "none"] == ["Richtlinie"]
    assert "https://example.org/richtlinie" in shown["Richtlinie"]


def test_a_dark_screen_is_printed_on_white(demo_url, new_page):
    page = new_page(SHEET, "dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{demo_url}/foerderung/programme")
    colours = page.evaluate(
        """() => ["body", "h1", "main a"].map((place) => {
             const style = getComputedStyle(document.querySelector(place));
             return Math.max(...style.color.match(/[0-9]+/g).slice(0, 3).map(Number));
           })"""
    )
    assert max(colours) < 128
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    "media",
    [
        {},
        {"color_scheme": "dark"},
        {"media": "print"},
        {"forced_colors": "active"},
        {"forced_colors": "active", "color_scheme": "dark"},
    ],
    ids=["screen", "dark", "paper", "forced", "forced-dark"],
)
@pytest.mark.parametrize("user", ["malente-pruefung", "malente-redaktion"])
def test_where_a_case_stands_is_told_by_shape(demo_url, demo_login, new_page, user, media):
    """For those who are next and for those who are not, in every way to look at a page."""
    page = new_page(SHEET)
    demo_login(page, user)
    page.goto(demo_url + CASE)
    page.emulate_media(**media)
    places = page.evaluate(PLACES)
    kinds = page.eval_on_selector_all(".line li", "all => all.map(one => one.classList[0])")
    assert set(kinds) == {"done", "now", "next"}
    signs = {"done": "✓", "now": "●", "next": ""}
    for kind, place in zip(kinds, places, strict=True):
        assert place["sign"] == signs[kind], (kind, place)
        assert place["edge"] or kind == "done", (kind, place)
        assert place["seen"] or kind == "next", (kind, place)
        assert place["step"] == ("step" if kind == "now" else None)
        assert ("(erledigt)" in place["read"]) == (kind == "done")


def test_what_is_chosen_is_told_without_grounds(demo_url, demo_login, new_page):
    """Forced colours take grounds and shadows away: the places in menu and list have lines."""
    page = new_page()
    demo_login(page, "malente-pruefung")
    page.emulate_media(forced_colors="active")
    page.goto(f"{demo_url}/@@inbox")
    for place in ("header.top [aria-current]", "main nav.acts [aria-current]"):
        line = page.eval_on_selector(
            place,
            """(part) => {
              const style = getComputedStyle(part);
              return style.outlineStyle !== "none" || style.textDecorationLine === "underline";
            }""",
        )
        assert line, place
    mark = page.eval_on_selector(".brand .mark", "m => getComputedStyle(m).backgroundImage")
    assert mark.startswith("conic-gradient")


def test_a_case_as_sheets_of_a4(demo_url, demo_login, new_page):
    """All of it is there, from the mark to the last line, on as few sheets as it needs."""
    page = new_page()
    demo_login(page, "malente-pruefung")
    page.goto(demo_url + CASE)
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    for part in ("Dach der Feuerwache", "Abgeschlossen", "184.500,00 €", "Unterlagen", "Angelegt"):
        assert part in text, part
    for part in ("Begründung", "Meine Vorgänge", "Akte als PDF", "Rückfragen und Notizen"):
        assert part not in text, part
    assert len(reader.pages) <= 3


@pytest.mark.parametrize(
    ("path", "told"),
    [("/@@search?art=FundingProgramme", "geändert am"), ("/foerderung/programme", "Stand ")],
)
def test_a_long_list_begins_on_the_first_sheet(demo_url, page, path, told):
    page.goto(demo_url + path)
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) > 1
    assert sheets[0].extract_text().count(told) > 2
