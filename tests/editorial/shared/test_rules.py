"""Slots in a text, and values in their place: without Plone."""

from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.shared import rules
from lxml import html
from types import SimpleNamespace

import pytest


TEXT = "<p>Sie zahlen [[Gebühr]] bei <b>uns</b>, [[Kontakt]].</p><h2>Mehr</h2><p>[[Gebühr]]</p>"


def shown(name):
    return "slot", (name.upper(), "2. Zeile")


def test_slots_stand_where_they_are_read():
    assert rules.slots_of(TEXT) == ("Gebühr", "Kontakt")
    found = html.fragment_fromstring(rules.filled(TEXT, shown), create_parent="div")
    assert found.text_content() == (
        "Sie zahlen GEBÜHR2. Zeile bei uns, KONTAKT2. Zeile.MehrGEBÜHR2. Zeile"
    )
    assert len(found.cssselect("span.slot")) == 3 and len(found.cssselect("br")) == 3


@pytest.mark.parametrize(
    "text", ["", "<p>Ohne</p>", "<p>[eckig]</p>", "<p>[[]]</p>", "<p>[[<b>x</b>]]</p>"]
)
def test_what_has_no_slot_stays_as_it_is(text):
    assert rules.slots_of(text) == ()
    assert html.tostring(tree(rules.filled(text, shown))) == html.tostring(tree(text))


def tree(text):
    return html.fragment_fromstring(text, create_parent="div")


def test_no_attribute_is_filled_and_a_text_before_all_elements_stays_text():
    text = 'a &lt;b&gt; [[x]]<a href="/[[x]]" title="a > [[x]]">[[x]]</a>'
    found = tree(rules.filled(text, lambda name: ("slot", ('"><script>',))))
    assert found.cssselect("script") == []
    link = found.cssselect("a")[0]
    assert (link.get("href"), link.get("title")) == ("/[[x]]", "a > [[x]]")
    assert found.text == "a <b> "


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_somebody_fills_in_is_text(value, other):
    lines = rules.lines_of(value) or ("x",)
    found = tree(rules.filled(TEXT, lambda name: ("slot", lines)))
    assert {one.tag for one in found.iter()} <= {"div", "p", "b", "h2", "span", "br", "a"}
    assert rules.lines_of("\n".join(lines)) == lines


def test_bounds():
    many = "".join(f"<p>[[Lücke {number}]]</p>" for number in range(30))
    assert len(rules.slots_of(many)) == rules.MOST_SLOTS
    assert rules.problem("x" * 501) == "long"
    assert rules.problem("x\n" * 13) == "lines"
    assert rules.problem("x\n" * 12) is None


def test_what_was_said_at_a_moment():
    entries = [SimpleNamespace(when=datetime(2026, 3, day), day=day) for day in (2, 5)]
    assert rules.at(entries, None).day == 5
    assert rules.at(entries, datetime(2026, 3, 4)).day == 2
    assert rules.at(entries, datetime(2026, 3, 1)) is None


def test_a_text_has_changed_since_only_where_something_was_said():
    mark = rules.mark_of(TEXT)
    assert not rules.is_stale(None, mark)
    assert not rules.is_stale(SimpleNamespace(values=(), mark="old"), mark)
    assert not rules.is_stale(SimpleNamespace(values=(("a", "b"),), mark=mark), mark)
    assert rules.is_stale(SimpleNamespace(values=(("a", "b"),), mark="old"), mark)


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("Tel. 040 66969-210 oder (040) 66969-211", ["tel:04066969210", "tel:04066969211"]),
        ("+49 40 66969210", ["tel:+494066969210"]),
        (
            "buerger.buero@malente.example.org, Zimmer 3",
            ["mailto:buerger.buero@malente.example.org"],
        ),
        ("Mo–Do 8–12, 14–16 Uhr, ab 01.03.2026", []),
        ("5 Euro, 12.30 Euro mit Karte", []),
        ("DE02 1203 0000 0000 2020 51", []),
    ],
)
def test_who_can_be_reached_is_a_link(line, links):
    pieces = rules.pieces_of(line)
    assert "".join(text for text, _href in pieces) == line
    assert [href for _text, href in pieces if href] == links
    inside = tree(rules.filled('<a href="/x">[[a]]</a>', lambda name: ("slot", (line,))))
    assert len(inside.cssselect("a")) == 1  # no link in a link
