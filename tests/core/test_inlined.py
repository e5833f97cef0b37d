"""Visitors' pages hold their styles; who is signed in gets links."""

from base64 import b64encode
from bs4 import BeautifulSoup
from hashlib import sha256
from kommunalhub.core.browser import inlined
from kommunalhub.core.statics import fingerprint
from kommunalhub.lib import stylesheets
from people import add_people
from people import called_example
from people import visitor
from plone import api
from soupsieve import SelectorSyntaxError

import pytest
import re
import transaction


PAGES = ("/@@register", "/@@search?SearchableText=Antrag", "/@@barriere-melden")
STATES = re.compile(r"::?[\w-]+(\([^()]*\))?")


@pytest.fixture
def site(functional):
    return f"http://localhost:{functional['port']}/{functional['portal'].getId()}"


def styles_of(policy):
    return next(part for part in policy.split("; ") if part.startswith("style-src ")).split()[1:]


def hash_of(css):
    return f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"


@pytest.mark.parametrize("path", PAGES)
def test_a_visitor_waits_for_no_style_sheet(site, path):
    answer = visitor().get(site + path)
    page = BeautifulSoup(answer.text, "html.parser")
    assert not page.select('link[rel~="stylesheet"]')
    styles = [style.string for style in page.select("style")]
    assert len(styles) >= 2 and "--hub-sea" in styles[0]
    allowed = styles_of(answer.headers["Content-Security-Policy"])
    assert allowed == ["'self'", *dict.fromkeys(map(hash_of, styles))]
    assert inlined.HEADER not in answer.headers


@pytest.mark.parametrize("path", PAGES)
def test_what_is_left_out_matches_nothing(site, path):
    page = visitor().get(site + path).text
    tree = BeautifulSoup(page, "html.parser")
    looked = 0
    for style in tree.select("style[data-sheet]"):
        here = flat(stylesheets.parsed(style.string or ""))
        here = {name for rule in here for name, _needs in rule.needs}
        for rule in flat(inlined.rules_at(style["data-sheet"])):
            for name, _needs in rule.needs:
                if name in here:
                    continue
                try:
                    matched = tree.select_one(STATES.sub("", name).strip(" >+~") or "no")
                except SelectorSyntaxError:
                    continue
                assert matched is None, (name, matched)
                looked += 1
    assert looked > 300


def flat(rules):
    for rule in rules:
        yield from flat(rule.rules) if rule.rules is not None else [rule]


def test_who_is_signed_in_gets_links(functional, site):
    with api.env.adopt_roles(["Manager"]):
        add_people(called_example({"mia": ["malente-staff"]}))
    transaction.commit()
    answer = visitor("mia").get(f"{site}/@@search")
    page = BeautifulSoup(answer.text, "html.parser")
    links = [link["href"] for link in page.select('link[rel="stylesheet"]')]
    assert any(f"hub.css?v={fingerprint('hub.css')}" in link for link in links)
    assert not page.select("style")
    assert styles_of(answer.headers["Content-Security-Policy"]) == ["'self'"]


def test_a_colour_of_its_own_is_held_too(functional, site):
    api.portal.set_registry_record("kommunalhub.brand_colour", "#7a1f3d")
    transaction.commit()
    page = BeautifulSoup(visitor().get(site + PAGES[0]).text, "html.parser")
    [style] = [style for style in page.select("style") if "hub-colours" in style["data-sheet"]]
    assert "--hub-sea:#7a1f3d" in style.string and "prefers-color-scheme:dark" in style.string


def test_a_page_without_the_script_that_brings_the_rest_keeps_its_links(functional):
    page = '<link rel="stylesheet" href="/hub/++resource++kommunalhub/hub.css?v=1"><p>{}</p>'
    made = inlined.Inlined(None, functional["request"])
    assert made.inlined(page) == page
    script = page.format('<script src="/hub/++resource++kommunalhub/hub.js"></script>')
    assert "<style data-sheet=" in made.inlined(script)


@pytest.mark.parametrize(
    "address",
    [
        "/++resource++kommunalhub/../../secret.css?v=1",
        "/++resource++kommunalhub/nothing.css?v=1",
        "/++plone++kommunalhub-nothing/++unique++1/tours.css",
        "https://elsewhere.example/style.css",
    ],
)
def test_other_addresses_stay_links(functional, address):
    page = f'<link rel="stylesheet" href="{address}">'
    assert inlined.with_styles(page) == (page, ())
