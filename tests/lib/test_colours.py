"""Whatever colour a hub takes, its pages can be read."""

from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import brand
from kommunalhub.lib import colours

import pytest
import re


any_colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(any_colour, any_colour, any_colour)
def test_going_towards_a_colour_reaches_the_contrast_or_that_colour(colour, other, ground):
    found = colours.towards(colour, other, ground, colours.READABLE)
    assert found == other or colours.contrast(found, ground) >= colours.READABLE


@given(any_colour)
def test_contrast_does_not_ask_which_is_which(colour):
    there, back = colours.contrast(colour, colours.WHITE), colours.contrast(colours.WHITE, colour)
    assert there == back
    assert 1 <= there <= 21


@given(any_colour)
def test_every_shade_can_be_read_where_it_stands(colour):
    assume(colours.writing_error(colour) is None)
    light, dark = brand.shades(colour)
    read = colours.READABLE
    for name in ("sea", "sea-deep", "sea-light"):
        assert colours.contrast(colours.WHITE, light[name]) >= read, name
    for ground in (brand.CARD, brand.GROUND, light["sea-soft"]):
        assert colours.contrast(light["link"], ground) >= read
        assert colours.contrast(light["sea-line"], ground) >= colours.SEEN
    for ground in (brand.DARK_CARD, brand.DARK_GROUND, dark["sea-soft"]):
        assert colours.contrast(dark["link"], ground) >= read
        assert colours.contrast(dark["sea-line"], ground) >= colours.SEEN
    assert colours.contrast(brand.DARK_INK, dark["sea-soft"]) >= read


@pytest.mark.parametrize("wrong", ["", "red", "#fff", "#0b4f5", "#0b4f5c;}", "#0b4f5c\n"])
def test_what_is_no_colour_is_none(wrong):
    assert colours.writing_error(wrong) == "form"


def test_the_grounds_are_those_of_the_pages():
    from kommunalhub.core.statics import STATIC

    css = (STATIC / "frame.css").read_text()
    light, dark = css.split("prefers-color-scheme", 1)
    told = {
        name: re.search(rf"--hub-{name}: (#\w+);", half).group(1)
        for name, half in (("ground", light), ("sea", light))
    }
    assert told == {"ground": brand.GROUND, "sea": brand.OWN_COLOUR}
    assert f"--hub-ground: {brand.DARK_GROUND};" in dark
    assert f"--hub-card: {brand.DARK_CARD};" in dark
    assert f"--hub-ink: {brand.DARK_INK};" in dark
