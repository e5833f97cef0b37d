"""Whatever is drawn in the colour of the house is drawn in that of the hub."""

from colorsys import rgb_to_hls
from kommunalhub.core.statics import STATIC
from pathlib import Path

import kommunalhub
import pytest
import re


SOURCE = Path(kommunalhub.__file__).parent
#: The house is of the sea: hues in degrees, and how much colour there is in it at least.
SEA, COLOURED = range(175, 205), 0.25
#: Names of colours, which core/brand gives others, and grounds of dark pages, which have none.
TOKENS = re.compile(r"^\s*--hub-[\w-]+:.*$", re.MULTILINE)


def of_the_sea(text):
    """Return the colours in a text that are like that of the house."""
    found = []
    for colour in re.findall(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", text, re.IGNORECASE):
        digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
        hue, _light, much = rgb_to_hls(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))
        if much >= COLOURED and round(hue * 360) in SEA:
            found.append(colour)
    return found


@pytest.mark.parametrize("sheet", sorted(STATIC.glob("*.css")), ids=lambda path: path.name)
def test_no_rule_has_the_colour_of_the_house_for_itself(sheet):
    assert of_the_sea(TOKENS.sub("", sheet.read_text(encoding="utf-8"))) == []


def test_no_template_has_it_either():
    found = {
        path.relative_to(SOURCE).as_posix(): colours
        for path in SOURCE.glob("**/*.pt")
        if (colours := of_the_sea(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_the_search_finds_what_it_is_for():
    sheet = "a { color: #136a79 }\n  --hub-sea: #0b4f5c;\nb { color: #182326; outline: #f00 }"
    assert of_the_sea(TOKENS.sub("", sheet)) == ["#136a79"]
