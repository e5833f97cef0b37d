"""What editors do over REST; see test_http_examples.py."""

from datetime import datetime
from docs.test_http_examples import walk  # noqa: F401
from itertools import count
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.editorial.drafts import operations as drafts
from kommunalhub.editorial.trash import operations
from plone import api
from plone.dexterity.utils import createContentInContainer
from types import SimpleNamespace

import pytest
import transaction


#: A picture of one point.
DOT = "R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="


@pytest.fixture
def ask(walk, monkeypatch):  # noqa: F811
    """The walk, in a time that stands still, with chances that do as well."""
    walk.keeps_times = True
    now = datetime(2026, 11, 12, 11, 14, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    chances = count(0x4F)
    chance = SimpleNamespace(token_hex=lambda n: f"{next(chances):x}".zfill(2 * n))
    monkeypatch.setattr(operations, "secrets", chance)
    return walk


def written(place, title, portal_type="Document"):
    """Return the path of something that Malente's editors wrote, committed."""
    transaction.begin()
    folder = api.portal.get().unrestrictedTraverse(place)
    with api.env.adopt_user(username="malente-redaktion"):
        made = createContentInContainer(folder, portal_type, title=title)
    transaction.commit()
    return made.absolute_url_path().removeprefix("/plone")


def test_the_trash_over_rest(ask):
    editor = "malente-redaktion"
    folder = written("partner/malente", "Soziales", "Folder")
    page = written(folder[1:], "Wohngeld beantragen")
    assert ask("trash_delete", editor, "DELETE", page).status_code == 204
    assert ask("trash_gone", editor, "GET", page).status_code == 404
    [item] = ask("trash", editor, "GET", "/@trash").json()["items"]
    assert (item["title"], item["deleted_by"]) == ("Wohngeld beantragen", editor)
    thing = f"/@trash/{item['key']}"
    assert ask("trash_not_yours", "malente-pruefung", "GET", thing).status_code == 404
    wrong = ask("trash_wrong", editor, "POST", thing, {"place": "/workshops"})
    assert wrong.status_code == 400
    assert "'field': 'place'" in wrong.json()["message"]
    back = ask("trash_bring_back", editor, "POST", thing, {})
    assert (back.status_code, back.json()["review_state"]) == (200, "draft")
    assert ask("trash_bring_back_twice", editor, "POST", thing, {}).status_code == 404
    ask("trash_delete", editor, "DELETE", page)
    [item] = ask("trash_again", editor, "GET", "/@trash?q=wohngeld").json()["items"]
    thing = f"/@trash/{item['key']}"
    ask("trash_delete_folder", editor, "DELETE", folder)
    gone = ask("trash_place_gone", editor, "POST", thing, {})
    assert gone.status_code == 409
    elsewhere = ask("trash_elsewhere", editor, "POST", thing, {"place": "/partner/malente"})
    assert elsewhere.json()["@id"].endswith("/partner/malente/wohngeld-beantragen")
    assert ask.differing == []


def test_comments_over_rest(ask):
    editor, reader = "malente-redaktion", "malente-pruefung"
    transaction.begin()
    area = api.portal.get()["partner"]["malente"]
    with api.env.adopt_user(username=editor):
        page = createContentInContainer(area, "Document", title="Fernzugriff", talk_allowed=True)
        decide(page, "submit")
    with api.env.adopt_user(username=reader):
        decide(page, "approve")
    transaction.commit()
    path = f"/partner/malente/{page.getId()}/@page-talk"
    assert ask("page_talk", reader, "GET", path).json()["items_total"] == 0
    assert ask("page_talk_wrong", reader, "POST", path, {"text": " "}).status_code == 400
    said = ask("page_talk_comment", reader, "POST", path, {"text": "Gilt das auch am Telefon?"})
    [item] = said.json()["items"]
    assert (item["mine"], item["hidden"]) == (True, False)
    helpful = ask("page_talk_helpful", reader, "POST", path, {"helpful": True}).json()
    assert helpful["helpful"] == {"count": 1, "mine": True}
    number = {"number": item["number"]}
    assert ask("page_talk_not_yours", editor, "DELETE", path, number).status_code == 404
    down = {**number, "reason": "Bitte fragen Sie im Support."}
    assert ask("page_talk_down", editor, "PATCH", path, down).json()["items"][0]["hidden"]
    assert ask("page_talk_delete", reader, "DELETE", path, number).json()["items"] == []
    assert ask.differing == []


def test_people_over_rest(ask):
    editor, staff = "malente-redaktion", "malente-pruefung"
    body = {
        "@type": "Position",
        "title": "Soziales 1",
        "partner": "malente",
        "unit": "Bürgerdienste / Soziales",
        "tasks": ["Wohngeld beantragen", "Bildung und Teilhabe"],
        "account": staff,
        "room": "12",
        "phone": "040 66969-212",
        "hours": "Mo–Do 8:00–16:00",
        "number": "SOZ-1",
    }
    wrong = ask("position_wrong", editor, "POST", "/personen", {**body, "hours": "immer"})
    assert wrong.status_code == 400
    made = ask("position", editor, "POST", "/personen", body)
    assert made.status_code == 201
    position = "/personen/soziales-1"
    shown = ask("position_show", "malente-pruefung", "POST", f"{position}/@workflow/publish", {})
    assert shown.json()["review_state"] == "nameless"
    [item] = ask("people", staff, "GET", "/personen/@people?q=wohngeld").json()["items"]
    assert item["today"]["kind"] == "there" and item["tasks_found"] == ["Wohngeld beantragen"]
    [item] = ask("people_visitor", None, "GET", "/personen/@people?q=wohngeld").json()["items"]
    assert (item["name"], item["today"]["kind"]) == (None, "usual")
    own = {"hours": "Mo–Do 8:00–17:00", "note": "Gern per E-Mail"}
    assert ask("own_part", staff, "PATCH", f"{position}/@own-part", own).status_code == 200
    not_mine = ask("own_part_wrong", staff, "PATCH", f"{position}/@own-part", {"room": "1"})
    assert not_mine.status_code == 400
    rows = [{"number": "SOZ-1", "title": "Soziales 1", "partner": "Malente", "room": "14"}]
    table = {"rows": rows, "trial": True}
    trial = ask("people_import_trial", editor, "POST", "/personen/@people-import", table)
    assert trial.json()["counts"]["changed"] == 1
    assert ask.differing == []


def test_news_over_rest(ask):
    editor, reviewer, url = "malente-redaktion", "malente-pruefung", "/partner/malente"
    reader, news = "lensahn-mitarbeit", "/aktuelles/@news"
    image = {"data": DOT, "encoding": "base64", "content-type": "image/gif", "filename": "x.gif"}
    jetty = {"@type": "News Item", "title": "Badesteg", "description": "Eine Rampe für alle."}
    jetty |= {"topics": ["projekte"], "image": image, "focus_x": 35, "focus_y": 70}
    wrong = ask("news_picture_wrong", editor, "POST", url, jetty)
    assert wrong.status_code == 400
    assert "image_alt" in wrong.text
    jetty["image_alt"] = "Ein breiter Steg führt flach ins Wasser."
    assert ask("news_new", editor, "POST", url, jetty).status_code == 201
    page = f"{url}/badesteg"
    body = {"image_alt": 5, "focus_x": 101, "topics": 7, "pinned_until": "gestern"}
    told = ask("news_wrong_value", editor, "PATCH", page, body)
    assert told.status_code == 400
    assert all(name in told.text for name in body)
    assert ask("news_none", reader, "GET", news).json()["items_total"] == 0
    ask("news_submit", editor, "POST", f"{page}/@workflow/submit", {})
    ask("news_publish", reviewer, "POST", f"{page}/@workflow/publish", {})
    found = ask("news", reader, "GET", f"{news}?topic=projekte&partner=malente").json()
    [item] = found["items"]
    assert (item["title"], item["image"]["focus"]) == ("Badesteg", [35, 70])
    assert found["months"] == {"2026-11": 1}
    told = ask("news_wrong", reader, "GET", f"{news}?topic=x&month=2026-13&b_size=101")
    assert told.status_code == 400
    assert {one["field"] for one in told.json()["errors"]} == {"topic", "month", "b_size"}
    assert ask.differing == []


def released(path):
    """Let Malente's editors hand a page in and its reviewers publish it."""
    transaction.begin()
    page = api.portal.get().unrestrictedTraverse(path[1:])
    for who, step in (("malente-redaktion", "submit"), ("malente-pruefung", "publish")):
        with api.env.adopt_user(username=who):
            decide(page, step)
    transaction.commit()


def test_changing_a_page_over_rest(ask):
    editor, other = "malente-redaktion", "hubleitung"
    page = written("partner/malente", "Sprechzeiten")
    old = {"text": "<h2>Wann</h2><p>Montag 8 bis 12 Uhr</p>"}
    ask("page_draft_change", editor, "PATCH", page, old)
    kept = ask("page_versions", editor, "GET", f"{page}/@history").json()
    assert [one["version"] for one in kept if one["type"] == "versioning"] == [1, 0]
    new = {"text": "<h2>Wann</h2><p>Montag 8 bis 16 Uhr</p>"}
    assert ask("page_lock", editor, "POST", f"{page}/@lock", {}).json()["locked"]
    locked = ask("page_locked", other, "PATCH", page, new)
    assert (locked.status_code, locked.json()["type"]) == (423, "Locked")
    assert ask("page_unlock", editor, "DELETE", f"{page}/@lock").status_code == 200
    assert ask("page_restore", editor, "PATCH", f"{page}/@history", {"version": 0}).ok
    wrong = ask("page_restore_wrong", editor, "PATCH", f"{page}/@history", {"version": 99})
    assert wrong.status_code == 400
    ask("page_draft_change", editor, "PATCH", page, old)

    released(page)
    assert ask("page_closed", editor, "PATCH", page, new).status_code in (401, 403)
    made = ask("working_copy", editor, "POST", f"{page}/@workingcopy", {})
    assert made.status_code == 201
    there = ask("working_copy_there", other, "POST", f"{page}/@workingcopy", {})
    assert (there.status_code, there.json()["working_copy"]) == (409, made.json()["@id"])
    copy = f"{page}-ueberarbeitung"
    assert ask("working_copy_change", editor, "PATCH", copy, new).status_code == 204
    told = ask("working_copy_changes", editor, "GET", f"{copy}/@changes").json()
    assert [one["name"] for one in told["fields"]] == ["text"]
    assert ask("working_copy_none", editor, "GET", f"{page}/@changes").status_code == 404
    assert ask("working_copy_discard", editor, "DELETE", f"{copy}/@workingcopy").status_code == 204
    assert ask.differing == []


def test_variants_and_drafts_over_rest(ask):
    editor = "malente-redaktion"
    page = written("partner/malente", "Wohngeld")
    released(page)
    uid = api.portal.get().unrestrictedTraverse(page[1:]).UID()
    body = {"@type": "Document", "title": "Wohngeld in Leichter Sprache", "variant_kind": "plain"}
    half = ask("variant_half", editor, "POST", "/partner/malente", body)
    assert half.status_code == 400
    made = ask("variant_new", editor, "POST", "/partner/malente", {**body, "variant_of": uid})
    assert made.status_code == 201
    released("/partner/malente/wohngeld-in-leichter-sprache")
    found = ask("variants", None, "GET", f"{page}/@variants").json()
    assert [one["kind"] for one in found["items"]] == ["standard", "plain"]

    transaction.begin()
    thing = api.portal.get().unrestrictedTraverse(page[1:])
    with api.env.adopt_user(username=editor):
        typed = [("form.widgets.IBasic.title", "Wohngeld beantragen")]
        drafts.keep(thing, "edit", typed, "Wohngeld")
    transaction.commit()
    [kept] = ask("my_drafts", editor, "GET", "/@@meine-entwuerfe.json").json()
    assert (kept["title"], kept["form"]) == ("Wohngeld", "edit")
    assert ask.differing == []
