"""Pages are moved, renamed and thrown away by who may delete them; their old addresses lead on."""

from kommunalhub.site.accounts import DEMO_PASSWORD
from people import Visitor

import pytest
import requests


AREA, OTHER = "partner/malente", "partner/lensahn"
EDITOR, COLLEAGUE, REVIEWER = "malente-redaktion", "malente-mitarbeit", "malente-pruefung"
HUB = "hubleitung"


@pytest.fixture
def ask(demo):
    """Return a function that asks over REST as somebody of the demo; follows nothing."""
    site = demo["portal"].absolute_url()

    def ask(who, method, path, accept="application/json", **body):
        auth = (who, DEMO_PASSWORD) if who else None
        headers = {"Accept": accept, "Accept-Language": "de"}
        return requests.request(
            method,
            path if path.startswith("http") else f"{site}/{path}",
            json=body or None,
            auth=auth,
            headers=headers,
            allow_redirects=False,
        )

    return ask


@pytest.fixture
def made(ask):
    """Return a function that makes a draft of the editor and gives its address."""

    def made(portal_type, title, place=AREA):
        answer = ask(EDITOR, "POST", place, **{"@type": portal_type, "title": title})
        assert answer.status_code == 201, answer.text
        return answer.json()["@id"]

    return made


def move(ask, who, page, place):
    return ask(who, "POST", f"{place}/@move", source=page)


def menu(demo, who, page):
    """Return what the menu offers to take the page away with, and the browser."""
    browser = Visitor(demo["app"])
    browser.addHeader("Authorization", f"Basic {who}:{DEMO_PASSWORD}")
    browser.open(page)
    words = ("object_cut", "object_rename", "delete_confirmation")
    return {word for word in words if f"{page}/{word}?" in browser.contents}, browser


def test_who_writes_a_draft_may_move_rename_and_throw_it_away(demo, ask, made):
    page, folder = made("Document", "Hundesteuer anmelden"), made("Folder", "Rathaus")
    assert menu(demo, REVIEWER, f"{demo['portal'].absolute_url()}/{AREA}")[0] == set()
    offered, browser = menu(demo, EDITOR, page)
    assert offered == {"object_cut", "object_rename", "delete_confirmation"}

    browser.getLink(url="object_rename").click()
    browser.getControl(name="form.widgets.new_id").value = "hundesteuer"
    browser.getControl(name="form.buttons.Rename").click()
    renamed = f"{page.rpartition('/')[0]}/hundesteuer"
    assert browser.url == renamed
    browser.getLink(url="object_cut").click()
    browser.open(folder)
    browser.getLink(url="object_paste").click()
    moved = f"{folder}/hundesteuer"
    assert ask(EDITOR, "GET", moved).json()["title"] == "Hundesteuer anmelden"
    for old in (page, renamed):
        for accept in ("text/html", "application/json"):
            answer = ask(EDITOR, "GET", old, accept=accept)
            assert answer.status_code in (301, 302)
            assert answer.headers["Location"] == moved

    browser.open(moved)
    browser.getLink(url="delete_confirmation").click()
    browser.getControl(name="form.buttons.Delete").click()
    assert ask(EDITOR, "GET", moved).status_code == 404
    assert "Hundesteuer anmelden" in ask(EDITOR, "GET", "@trash").text


def test_a_public_page_is_moved_by_the_hub_alone_and_found_where_it_was(demo, ask, made):
    page, folder = made("Document", "Wohngeld beantragen"), made("Folder", "Soziales")
    for who, step in ((EDITOR, "submit"), (REVIEWER, "publish")):
        assert ask(who, "POST", f"{page}/@workflow/{step}").status_code == 200
    assert menu(demo, EDITOR, page)[0] == set()
    for who in (EDITOR, REVIEWER, COLLEAGUE, None):
        assert move(ask, who, page, folder).status_code in (401, 403, 404), who
    assert move(ask, HUB, page, folder).status_code == 200
    answer = ask(None, "GET", page, accept="text/html")
    assert answer.status_code in (301, 302)
    assert answer.headers["Location"] == f"{folder}/wohngeld-beantragen"


def test_nothing_is_taken_away_by_others_or_put_where_one_may_not_write(ask, made):
    page, folder = made("Document", "Neue Zeiten"), made("Folder", "Ablage")
    for who in (COLLEAGUE, "lensahn-redaktion", None):
        assert move(ask, who, page, folder).status_code in (401, 403, 404), who
    assert move(ask, EDITOR, page, OTHER).status_code in (401, 403, 404)
    assert ask(EDITOR, "GET", page).status_code == 200
