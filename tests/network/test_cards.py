"""What leaves the house of each kind of things: these of its texts and no others, nobody's name."""

from datetime import datetime
from datetime import UTC
from kommunalhub import network
from kommunalhub.core.shareable import IShareable
from kommunalhub.lib.exchange import cards
from kommunalhub.network import traces
from kommunalhub.network.browser import words
from pathlib import Path
from plone.app.textfield import RichText
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContent
from plone.dexterity.utils import iterSchemataForType
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.interface.verify import verifyObject
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IText

import pytest


#: All texts of a type that its card may hold; a field that is new stays in the house.
TEXTS = {
    "ExperienceReport": {"title", "description", "for_whom", "what", "worked", "went_wrong"}
    | {"again"},
    "Exhibit": {"title", "description", "text", "place", "address", "opening_hours", "access"},
    "FundingLesson": {"title", "project", "course", "delayed", "helped", "again", "pitfalls"},
    "FundingProgramme": {"title", "description", "details", "eligible_costs", "period_text"}
    | {"legal_basis", "guideline_url", "source_url"},
    "Workshop": {"title", "description", "program", "place"},
    "WorkshopMaterial": {"title", "description", "text"},
}
FIXED = {"language": "de", "material_language": "de", "workshop_language": "de"}


def filled(portal, portal_type):
    """Return (thing, {name of a field: its text}) with something in every field for texts."""
    texts, values = {}, dict(FIXED)
    for schema in iterSchemataForType(portal_type):
        for name, field in getFieldsInOrder(schema):
            text = f"zz-{name.replace('_', '-')}-zz"
            if isinstance(field, RichText):
                values[name] = RichTextValue(f"<p>{text}</p>", "text/html", "text/html")
            elif IText.providedBy(field) and not IChoice.providedBy(field) and name not in FIXED:
                values[name] = text
            else:
                continue
            texts[name] = text
    values |= {name: datetime(2026, 12, 1, 9, tzinfo=UTC) for name in ("start", "end")}
    values |= {"creators": ("zz-creator-zz",), "contributors": ("zz-contributor-zz",)}
    thing = createContent(portal_type, **values)
    thing.id = "thing"
    return thing.__of__(portal), texts


def kinds():
    return [name for name, _kind in getUtilitiesFor(IShareable)]


def test_all_kinds_are_known(portal):
    assert all(verifyObject(IShareable, kind) for _name, kind in getUtilitiesFor(IShareable))
    assert set(kinds()) == set(TEXTS)
    assert {kind.kind for _name, kind in getUtilitiesFor(IShareable)} == set(words.KINDS)


@pytest.mark.parametrize("portal_type", sorted(TEXTS))
def test_a_card_holds_these_texts_and_no_others(portal, portal_type):
    thing, texts = filled(portal, portal_type)
    content = getUtility(IShareable, name=portal_type).content(thing)
    card = cards.written(content, "https://hub.example/netzwerk", "0" * 32, "CC-BY-4.0").decode()
    assert {name for name, text in texts.items() if text in card} == TEXTS[portal_type]
    assert card.count("zz-") == len(TEXTS[portal_type])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Fragen Sie Frau Kruse, Telefon 04361 498-0</p>", ("Kruse", "04361 498-0")),
        ("<p>hallo@example.org</p>", ("hallo@example.org",)),
        ("<p>Am 8. Dezember 2026 um 9:00 Uhr, 12 Plätze, 80 % bis 50.000 €</p>", ()),
    ],
)
def test_what_tells_who_somebody_is_is_found(text, found):
    day = datetime(2026, 12, 1, tzinfo=UTC)
    content = cards.Content("material", "Titel", "https://a.example", day, html=text)
    card = cards.written(content, "https://hub.example/netzwerk", "0" * 32, "CC-BY-4.0")
    assert traces.found_in(card) == found


def test_nobody_waits_for_another_hub_in_a_request():
    """Jobs alone ask other machines: a hub that is down makes no page slow."""
    package = Path(network.__file__).parent
    asking = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "fetching.ask(" in path.read_text(encoding="utf-8")
        or "outgoing.fetch(" in path.read_text(encoding="utf-8")
    }
    assert asking == {"fetching.py", "jobs.py"}
