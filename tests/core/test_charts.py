"""Pictures of numbers: well-formed, named, and with every number in it."""

from kommunalhub.core import charts
from lxml import etree

import pytest


SVG = "{http://www.w3.org/2000/svg}"


def drawn(series, labels=("10/26", "11/26")):
    return etree.fromstring(charts.bars("Titel <&>", "Text", list(labels), series))


def test_it_has_a_name_and_a_text():
    svg = drawn([("eingegangen", [1, 2])])
    assert svg.get("role") == "img"
    named = [svg.find(f".//*[@id='{name}']").text for name in svg.get("aria-labelledby").split()]
    assert named == ["Titel <&>", "Text"]


def test_bars_are_as_high_as_their_numbers():
    svg = drawn([("eingegangen", [1, 2]), ("abgeschlossen", [4, 0])])
    heights = [float(bar.get("height")) for bar in svg.iter(f"{SVG}rect") if "x" in bar.attrib]
    legend, bars = heights[:2], heights[2:]
    assert legend == [14, 14]
    assert bars[0] * 4 == pytest.approx(bars[1], abs=0.5)  # 1 and 4 of the first month
    assert (bars[2], bars[3]) == (pytest.approx(bars[0] * 2, abs=0.5), 0)


def test_series_differ_by_more_than_colour():
    svg = drawn([("a", [1, 1]), ("b", [1, 1])])
    fills = {bar.get("class"): bar.get("fill") for bar in svg.iter(f"{SVG}rect")}
    assert fills["bar bar-0"] is None
    assert fills["bar bar-1"] == "url(#chart-hatch)"


def test_nothing_is_drawn_without_a_fault():
    assert drawn([("a", [0, 0])]) is not None
    assert drawn([("a", [])], labels=()) is not None


def test_lying_bars_are_as_long_as_their_numbers_and_say_them():
    rows = [("Schreibtisch & Co.", 50, "50 %"), ("Halle", 25, "25 %"), ("Büro", None, "–")]
    svg = etree.fromstring(charts.lying_bars("Titel", "Text", rows, 100, "chart-a"))
    bars = [float(bar.get("width")) for bar in svg.iter(f"{SVG}rect")]
    assert bars == [pytest.approx(2 * bars[1], abs=0.2), bars[1]]
    assert svg.get("aria-labelledby") == "chart-a-title chart-a-text"
    assert {"50 %", "Schreibtisch & Co.", "–"} <= {text.text for text in svg.iter(f"{SVG}text")}
