"""The home of an administration over REST; see test_http_examples.py."""

from datetime import datetime
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer

import transaction


HOURS = {
    day: [["08:00", "12:00"], ["14:00", "16:00"]] for day in ("monday", "tuesday", "thursday")
} | {"friday": [["08:00", "12:00"]]}


def test_an_area_over_rest(walk, monkeypatch):  # noqa: F811
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    area = "/partner/malente/@area"
    facts = {
        "introduction": "Willkommen zwischen Kellersee und Dieksee.",
        "hours": HOURS,
        "special_days": [{"from": "2026-12-22", "hours": [["08:00", "12:00"]], "note": "Feier"}],
        "links": [{"title": "Workshops", "url": "/workshops"}],
        "blocks": [{"kind": "news", "rows": 5}, {"kind": "figures", "shown": False}],
    }
    arranged = walk("area_arrange", "malente-redaktion", "PATCH", area, facts)
    assert arranged.status_code == 200
    wrong = {"hours": {"monday": [["12:00", "08:00"]]}, "sign": "eagle"}
    refused = walk("area_wrong", "malente-redaktion", "PATCH", area, wrong)
    assert {error["field"] for error in refused.json()["errors"]} == {"hours", "sign"}
    seen = walk("area", "lensahn-mitarbeit", "GET", area)
    assert "figures" not in [block["kind"] for block in seen.json()["blocks"]]
    assert walk.differing == []


def test_a_shared_page_and_an_earlier_day_over_rest(walk, monkeypatch):  # noqa: F811
    walk.keeps_times = True
    now = datetime(2026, 11, 10, 9, 30, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    transaction.begin()
    area = api.portal.get()["partner"]["malente"]
    text = RichTextValue("<p>Das kostet [[Gebühr]].</p>", "text/html", "text/x-html-safe")
    with as_builder(api.portal.get()):
        fields = {"id": "meldebescheinigung", "title": "Meldebescheinigung", "text": text}
        page = createContentInContainer(area, "Document", **fields)
        api.content.transition(page, to_state="public")
    transaction.commit()
    later = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: later)
    path = "/partner/malente/meldebescheinigung"
    said = {"partner": "malente", "values": {"Gebühr": "5 Euro"}}
    filled = walk("slots_fill", "malente-redaktion", "PATCH", f"{path}/@slots", said)
    assert filled.status_code == 200
    other = said | {"partner": "lensahn"}
    refused = walk("slots_refused", "malente-redaktion", "PATCH", f"{path}/@slots", other)
    assert refused.status_code in (401, 403)
    seen = walk("slots", "lensahn-mitarbeit", "GET", f"{path}/@slots")
    assert seen.json()["partners"]["lensahn"]["missing"] == ["Gebühr"]
    earlier = walk("as_of", "lensahn-mitarbeit", "GET", f"{path}/@as-of?date=2026-11-12")
    assert earlier.json()["title"] == "Meldebescheinigung"
    assert earlier.json()["values"] == {"malente": {"Gebühr": "5 Euro"}}
    wrong = walk("as_of_wrong", "lensahn-mitarbeit", "GET", f"{path}/@as-of?date=2026-11-13")
    assert wrong.status_code == 400
    assert walk.differing == []
