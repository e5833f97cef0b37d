"""The tour of the demo as a screen reader tells it: rooms, details, ways, by keyboard alone.

The panoramas of this demo are not cut: what is told needs no picture.
"""

from browser.heard import unnamed
from playwright.sync_api import expect

import pytest
import re


TOUR = "/showroom/museumsscheune"
ROOMS = ["Der Hof", "Die Diele", "Die Stube", "Der Stall", "Der Dachboden"]
WAY = re.compile("^[A-Z] · ")


@pytest.fixture
def room(demo_url, page):
    """The page of the first room, reached by the way that the tour offers."""
    page.goto(demo_url + TOUR)
    told = page.get_by_role("main").get_by_role("heading", level=3).all_inner_texts()
    assert told == [f"{place} · {name}" for place, name in enumerate(ROOMS, 1)]
    page.get_by_role("link", name="Rundgang beginnen").press("Enter")
    return page


def test_each_room_says_what_is_there_and_how_one_goes_on(room):
    main = room.get_by_role("main")
    way = None
    for place, name in enumerate(ROOMS, 1):
        expect(main.get_by_role("heading", level=1)).to_have_text(name)
        assert unnamed(room) == []
        headings = main.get_by_role("heading").all_inner_texts()
        parts = ["Was Sie hier sehen", "Näher ansehen", "Wege in Worten", "Alle Szenen"]
        assert headings[:5] == [name, *parts]
        expect(main).to_contain_text(f"Szene {place} von {len(ROOMS)}")
        article = main.get_by_role("article")
        details = article.get_by_role("link", name=re.compile(r"^Punkt \d · ")).all_inner_texts()
        ways = article.get_by_role("link", name=WAY)
        told = ways.all_inner_texts()
        assert len(details) > 2 and told
        assert len({*details, *told}) == len(details) + len(told)
        way = ways.first
        if place < len(ROOMS):
            main.get_by_role("link", name=f"Weiter: {ROOMS[place]}").press("Enter")
    expect(main.get_by_role("link", name=re.compile("^Weiter: "))).to_have_count(0)
    way.press("Enter")
    expect(main.get_by_role("heading", level=1)).to_have_text("Die Diele")
