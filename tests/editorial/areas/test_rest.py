"""@area over HTTP: what it tells to whom, and what it refuses."""

from base64 import b64encode
from io import BytesIO
from PIL import Image

import pytest
import requests


PASSWORD = "kommunalhub-demo"
EDITOR, COLLEAGUE = "malente-redaktion", "malente-mitarbeit"


@pytest.fixture
def ask(demo):
    def ask(who, method="GET", path="partner/malente/@area", **data):
        options = {"auth": (who, PASSWORD)} if who else {}
        if method != "GET":
            options["json"] = data.pop("json", data)
        url = f"{demo['portal'].absolute_url()}/{path}"
        return requests.request(method, url, headers={"Accept": "application/json"}, **options)

    return ask


def kinds(answer):
    return [one["kind"] for one in answer.json()["blocks"]]


def block(answer, kind):
    return next(one for one in answer.json()["blocks"] if one["kind"] == kind)


def test_the_area_over_rest(ask):
    public, inside, own = ask(None), ask(COLLEAGUE), ask(EDITOR)
    assert (public.status_code, inside.status_code, own.status_code) == (200, 200, 200)
    assert "note" not in kinds(public) and "note" in kinds(inside)
    assert "hospitieren" not in public.text
    assert block(own, "contact")["data"]["hours"]["monday"] == [
        ["08:00", "12:00"],
        ["14:00", "16:00"],
    ]
    version = own.json()["version"]
    blocks = [{"kind": "news", "rows": 5}, {"kind": "links", "internal": True}]
    days = [{"from": "2026-12-24", "until": "2026-12-31", "hours": [], "note": "Ferien"}]
    changed = ask(EDITOR, "PATCH", version=version, blocks=blocks, special_days=days)
    assert changed.status_code == 200
    assert kinds(changed)[0] == "introduction"  # left out, it stands where it belongs
    assert block(changed, "news")["rows"] == 5
    assert block(changed, "contact")["data"]["special_days"] == days
    assert "links" not in kinds(ask(None)) and "workshops" not in ask(None).text
    assert ask(EDITOR, "PATCH", version=version, note="Alt").status_code == 409
    for who in (None, COLLEAGUE, "malente-pruefung", "lensahn-redaktion"):
        assert ask(who, "PATCH", note="Fremd").status_code in (401, 403)
    assert ask("hubleitung", "PATCH", note="Vom Hub").status_code == 200
    small = BytesIO()
    Image.new("RGB", (8, 8)).save(small, "PNG")
    picture = {"data": b64encode(small.getvalue()).decode(), "encoding": "base64"}
    told = ask(EDITOR, "PATCH", picture=picture, picture_text="Ein Punkt")
    shown = block(told, "introduction")["data"]["picture"]
    assert (shown["text"], shown["width"]) == ("Ein Punkt", 8)
    assert requests.get(shown["src"]).headers["Content-Type"] == "image/webp"
    assert ask(None, path="partner/malente/@@bereich-bild/x").status_code == 404
    before = ask(EDITOR).json()
    for wrong in WRONG:
        answer = ask(EDITOR, "PATCH", json=wrong)
        assert answer.status_code == 400, (wrong, answer.status_code)
        assert answer.json()["type"] == "BadRequest"
    assert ask(EDITOR).json() == before


def test_the_picture_is_cut_over_rest_and_its_whole_is_kept_for_editors(ask):
    image = BytesIO()
    Image.new("RGB", (1000, 500)).save(image, "PNG")
    picture = {"data": b64encode(image.getvalue()).decode(), "encoding": "base64"}
    told = ask(EDITOR, "PATCH", picture=picture, picture_text="See", cut_left=20, picture_turn=90)
    whole = {"cut_left": 0, "cut_top": 0, "cut_right": 0, "cut_bottom": 0, "picture_turn": 0}
    assert told.json()["cut"] == whole | {"cut_left": 20, "picture_turn": 90}
    assert "cut" not in ask(None).json()

    def shown(told):
        found = block(told, "introduction")["data"]["picture"]
        image = Image.open(BytesIO(requests.get(found["src"]).content))
        assert image.size == (found["width"], found["height"])
        return image.size, found["text"], found["src"]

    size, text, src = shown(told)
    assert (size, text) == ((288, 720), "See")  # 400 × 1000, no higher than shown
    # as it is told of pictures of pages; what is left out stays
    told = ask(EDITOR, "PATCH", picture_turn={"token": "0", "title": "x"}, cut_bottom=50)
    assert told.json()["cut"] == whole | {"cut_left": 20, "cut_bottom": 50}
    size, text, other = shown(told)
    assert (size, text) == ((800, 250), "See") and other != src
    original = other.partition("?")[0] + "?ganz=1"
    for who, most in ((EDITOR, (1000, 500)), (COLLEAGUE, (800, 250)), (None, (800, 250))):
        auth = (who, PASSWORD) if who else None
        found = requests.get(original, auth=auth)
        assert Image.open(BytesIO(found.content)).size == most, who
        assert "private" in found.headers["Cache-Control"]
    for wrong in (
        {"cut_left": 60, "cut_right": 40},
        {"cut_right": 76},
        {"cut_left": -1},
        {"cut_left": "10"},
        {"cut_left": True},
        {"cut_left": 96},
        {"picture_turn": 45},
        {"picture_turn": None},
        {"picture_turn": {"token": 90}},
        {"picture_turn": {"token": []}},
    ):
        answer = ask(EDITOR, "PATCH", json=wrong)
        assert answer.status_code == 400, (wrong, answer.text)
    assert shown(ask(EDITOR)) == (size, text, other)
    told = ask(EDITOR, "PATCH", picture=picture, picture_text="Neu")
    assert told.json()["cut"] == whole  # another picture is whole again
    told = ask(EDITOR, "PATCH", picture=None, cut_left=10)
    assert told.json()["cut"] == whole


WRONG = [
    [],
    "x",
    {"title": "Anders"},
    {"introduction": 5},
    {"introduction": "x" * 3001},
    {"note": ["x"]},
    {"sign": "eagle"},
    {"sign": {}},
    {"version": "1", "note": "x"},
    {"version": True, "note": "x"},
    {"hours": []},
    {"hours": {"funday": []}},
    {"hours": {"monday": "8-12"}},
    {"hours": {"monday": [["08:00"]]}},
    {"hours": {"monday": [["12:00", "08:00"]]}},
    {"hours": {"monday": [["08:00", "25:00"]]}},
    {"hours": {"monday": [[8, 12]]}},
    {"special_days": [{"from": "2026-13-01"}]},
    {"special_days": [{"from": "2026-12-02", "until": "2026-12-01"}]},
    {"special_days": [{"from": 5}]},
    {"special_days": [None]},
    {"special_days": [{"from": "2026-12-01"}] * 61},
    {"contacts": [{}]},
    {"contacts": [{"title": "Amt", "email": "nirgends"}]},
    {"contacts": [{"title": "Amt", "fax": "1"}]},
    {"links": [{"title": "x", "url": "javascript:x"}]},
    {"links": {"title": "x"}},
    {"blocks": "news"},
    {"blocks": [{"kind": "news"}, {"kind": "news"}]},
    {"blocks": [{"kind": "nothing"}]},
    {"blocks": [{"kind": ["news"]}]},
    {"blocks": [{"kind": "news", "rows": 0}]},
    {"blocks": [{"kind": "news", "rows": True}]},
    {"blocks": [{"kind": "news", "shown": "yes"}]},
    {"blocks": [{"kind": "news", "title": "x" * 81}]},
    {"picture": "x"},
    {"picture": {"data": "!!!"}},
    {"picture": {"data": "eHh4"}, "picture_text": "x"},
    {"picture_text": ""},
    {"picture_decorative": "yes"},
    {"crest": {"data": 5}},
]
