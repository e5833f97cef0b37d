"""An exhibit over REST, from the draft to the list; see test_http_examples.py."""

from base64 import b64encode
from datetime import datetime
from datetime import UTC
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from people import step
from plone import api
from plone.dexterity.utils import createContentInContainer
from showroom.conftest import add_exhibit
from showroom.solids.objects import glb

import pytest
import transaction


EXHIBIT = {
    "@type": "Exhibit",
    "title": "Die Kornmühle",
    "description": "Ein Mahlwerk von nahem.",
    "kind": "gallery",
    "topics": ["crafts"],
    "languages": ["de"],
}
SOLID = {
    "@type": "Solid",
    "title": "Ein Butterfass",
    "alternative": "Ein Fass aus Dauben, unten breiter als oben.",
    "measures": "66 cm hoch",
    "credits": "Digital Hub",
    "licence": "cc_by",
}
PICTURE = {"@type": "ExhibitPicture", "title": "Das Mahlwerk", "image": {"data": "eA=="}}


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still."""
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 10, 14, tzinfo=UTC)
    monkeypatch.setattr(formatting, "now", lambda: now)
    return walk


def test_an_exhibit_over_rest(ask):
    editor, reviewer = "malente-redaktion", "malente-pruefung"
    made = ask("exhibit", editor, "POST", "/showroom", EXHIBIT)
    assert made.status_code == 201
    exhibit = made.json()["@id"]
    gaps = ask("exhibit_gaps", editor, "GET", f"{exhibit}/@gaps").json()
    assert not gaps["publishable"]
    refused = ask("exhibit_picture_wrong", editor, "POST", exhibit, PICTURE)
    assert refused.status_code == 400
    ask("exhibit_submit", editor, "POST", f"{exhibit}/@workflow/submit")
    kept = ask("exhibit_publish_refused", reviewer, "POST", f"{exhibit}/@workflow/publish")
    assert kept.status_code == 403
    found = ask("exhibits", reviewer, "GET", "/showroom/@exhibits?topic=crafts").json()
    assert [one["title"] for one in found["items"]] == ["Die Kornmühle"]
    wrong = ask("exhibits_wrong", reviewer, "GET", "/showroom/@exhibits?kind=x")
    assert wrong.status_code == 400
    numbers = ask("showroom_visits", "hubleitung", "GET", "/showroom/@visits")
    assert numbers.status_code == 200
    assert ask.differing == []


GROUP = {
    "group": "Klasse 4b der Grundschule",
    "persons": 24,
    "date": "2026-12-02",
    "start": "10:00",
    "length": 90,
    "fullname": "Lea Muster",
    "email": "lea@schule.example",
}


def test_a_group_over_rest(ask):
    transaction.begin()
    portal = api.portal.get()
    for name, value in (("smtp_host", "localhost"), ("email_from_address", "hub@example.org")):
        api.portal.set_registry_record(f"plone.{name}", value)
    with as_builder(portal):
        folder = api.content.create(portal, "Folder", "haus")
        hall = createContentInContainer(folder, "Space", title="Halle", kind="hall", seats=40)
        api.content.transition(hall, to_state="public")
    kept = add_exhibit(portal, "malente-redaktion", takes_groups=True)
    step(kept, "malente-redaktion", "submit")
    step(kept, "malente-pruefung", "publish")
    transaction.commit()
    url = f"/showroom/{kept.getId()}/@group-visit"
    assert ask("group_visit", None, "POST", url, GROUP).status_code == 202
    wrong = ask("group_visit_wrong", None, "POST", url, {**GROUP, "persons": 1, "date": "morgen"})
    assert wrong.status_code == 400
    assert ask.differing == []


def test_an_object_in_3d_over_rest(ask):
    editor = "malente-redaktion"
    transaction.begin()
    with api.env.adopt_user(username=editor):
        folder = api.portal.get()["showroom"]
        kept = createContentInContainer(folder, "Exhibit", title="Das Butterfass", kind="solid")
    transaction.commit()
    exhibit = f"/showroom/{kept.getId()}"
    foreign = glb([(("buffers", 0, "uri"), "https://fremd.example/fass.bin")])
    wrong = ask("solid_wrong", editor, "POST", exhibit, {**SOLID, "file": file_of(foreign)})
    assert wrong.status_code == 400
    made = ask("solid_new", editor, "POST", exhibit, {**SOLID, "file": file_of(glb())})
    assert made.status_code == 201
    view = {"@type": "SolidView", "title": "Von oben", "turn": 400, "tilt": "oben"}
    assert (
        ask("solid_view_wrong", editor, "POST", f"{exhibit}/ein-butterfass", view).status_code
        == 400
    )
    assert ask.differing == []


def file_of(data):
    return {"data": b64encode(data).decode(), "encoding": "base64", "filename": "fass.glb"}
