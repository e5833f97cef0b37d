"""A blind visitor walks a tour of the demo: what a screen reader is told, scene by scene."""

from browser.heard import nodes
from browser.heard import told
from browser.heard import unnamed
from browser.test_tour import tab_to
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours.shown import paragraphs
from playwright.sync_api import expect
from showroom.tours.conftest import have_ready
from staging import staged

import pytest
import re


TOUR = "dorfkirche"


def cut(portal):
    """Cut the panoramas of the tour, as the job does once a site runs."""
    for scene in graph.scenes_of(portal["showroom"][TOUR]):
        have_ready(scene)


pictured = staged(cut, on="demo_content")


@pytest.fixture
def stops(demo, pictured):
    """The scenes of the tour in their order, as they are told."""
    return rules.stops(graph.tour_of(demo["portal"]["showroom"][TOUR]))


def follow(page, role, name):
    """Go by keyboard to what is called so, and press Enter."""
    tab_to(page, role, name)
    page.keyboard.press("Enter")


def listen(page):
    """Return what is told of a page: everything in a line, names of links, headings by level."""
    tree = nodes(page)
    links = [told(node, "name") for node in tree if told(node, "role") == "link"]
    headings = [told(node, "name") for node in tree if told(node, "role") == "heading"]
    texts = [told(node, "name") for node in tree if told(node, "role") == "StaticText"]
    return " ".join(texts), links, headings


def interrupts(page):
    """Return how places that speak by themselves interrupt: `polite` after what is being read."""
    return [
        one["value"]["value"]
        for node in nodes(page)
        for one in node.get("properties", ())
        if told(node, "role") == "status" and one["name"] == "live"
    ]


def test_all_scenes_are_heard_and_walked_through(stops, page, demo_url):
    page.goto(f"{demo_url}/showroom/{TOUR}")
    follow(page, "link", "Rundgang beginnen")
    for stop in stops:
        page.wait_for_url(f"**/{TOUR}/{stop.scene.id}")
        said, links, headings = listen(page)
        assert headings[0] == stop.scene.title
        assert {"Was Sie hier sehen", "Näher ansehen", "Wege in Worten"} <= set(headings)
        assert f"Szene {stop.number} von {len(stops)}" in said
        for paragraph in paragraphs(stop.scene.words):
            assert paragraph in said
        assert stop.looks and stop.exits
        for look in stop.looks:
            assert f"Punkt {look.mark} · {look.detail.title}" in links
            assert look.detail.text in said
        for way in stop.exits:
            assert f"{way.mark} · {way.way.words}" in links
            assert f"Nach „{way.target.title}“" in said
        assert unnamed(page) == []
        if stop.after:
            follow(page, "link", f"Weiter: {stop.after.title}")


def test_the_view_itself_says_where_one_came_to(stops, page, demo_url):
    first = stops[0]
    way = first.exits[0]
    page.goto(f"{demo_url}/showroom/{TOUR}/{first.scene.id}")
    follow(page, "button", "Rundum ansehen")
    expect(page.get_by_role("application", name=first.scene.title)).to_be_focused()
    follow(page, "link", f"Weg {way.mark}: {way.way.words}")
    stage = page.get_by_role("application", name=way.target.title)
    expect(stage).to_be_focused()
    expect(stage).to_have_accessible_description(re.compile("Tabulatortaste"))
    spoken = page.locator("[data-said]")
    expect(spoken).to_contain_text(f"{way.target.title}, Szene")
    assert set(interrupts(page)) == {"polite"}
    assert unnamed(page) == []
