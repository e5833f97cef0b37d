"""The home of an administration over REST; see test_http_examples.py."""

from datetime import datetime
from docs.test_http_examples import walk  # noqa: F401
from kommunalhub.core import formatting


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
