"""What reading gives, as it is written down and read again."""

from hypothesis import given
from hypothesis import strategies as some
from kommunalhub.lib.filetext.parts import BODY
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import DEEPEST
from kommunalhub.lib.filetext.parts import Part

import json
import pytest


def test_written_and_read_again():
    sections = ((0, ("Kapitel 4",)), (12, ("Kapitel 4", "4.2 Vergabevermerk")))
    part = Part("page", 17, "", "Kapitel 4\n\n4.2 Vergabevermerk", (), sections, CONTENTS, "en")
    assert Part.from_stored(part.as_stored()) == part
    assert Part.from_stored(json.loads(json.dumps(part.as_stored()))) == part


def test_what_was_kept_before_parts_had_headings():
    part = Part.from_stored(("slide", 3, "", "Text"))
    assert (part.role, part.headings, part.sections, part.language) == (BODY, (), (), "de")
    assert (part.unit, part.way_at(2)) == ("slide", ())


@pytest.mark.parametrize(
    "values",
    [
        (),
        ("page", 1, "Text"),
        ("page", "1", "", "Text"),
        ("page", True, "", "Text"),
        (*("page", 1, "", {}), *((), (), BODY, "de")),
        (*("page", 1, "", ""), *((), (), BODY, "de", "mehr")),
        (*("page", 1, "", ""), *((), [1], BODY, "de")),
    ],
)
def test_what_is_no_part(values):
    with pytest.raises((TypeError, ValueError)):
        Part.from_stored(values)


anything = some.recursive(
    some.none() | some.integers() | some.text(max_size=9), lambda inner: some.lists(inner)
)


@given(some.text(max_size=20), some.lists(anything), some.lists(some.tuples(anything, anything)))
def test_whatever_it_is_told_sections_lie_within_the_text(text, headings, sections):
    """The program that wrote it has read a file of somebody else."""
    try:
        part = Part.from_stored(("page", 1, "", text, headings, sections, "boss", "de"))
    except (TypeError, ValueError):
        return
    places = [place for place, _way in part.sections]
    assert places == sorted(set(places))
    assert all(0 <= place < max(len(text), 1) for place in places)
    assert all(len(way) <= DEEPEST for way in (part.headings, *(way for _at, way in part.sections)))
    assert part.role == BODY
