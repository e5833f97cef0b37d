"""What stands on top, and when it goes back to where its day puts it."""

from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.core.pictures import rules as pictures
from kommunalhub.editorial.news import rules
from kommunalhub.editorial.news.demo.drawing import drawing
from kommunalhub.editorial.news.demo.drawing import SCENES
from kommunalhub.editorial.news.demo.drawing import SIZE
from PIL import Image

import pytest


TODAY = "2026-12-01"
days = st.sampled_from(["", "2026-11-30", TODAY, "2026-12-24"])


@given(st.lists(days))
def test_everything_is_shown_once_and_only_what_is_pinned_moves(pinned):
    keys = list(range(len(pinned)))
    shown = rules.arranged(list(zip(keys, pinned, strict=True)), TODAY)
    assert sorted(shown) == keys
    top = [key for key in keys if rules.is_pinned(pinned[key], TODAY)][: rules.MOST_PINNED]
    assert shown[: len(top)] == top
    assert shown[len(top) :] == [key for key in keys if key not in top]


@pytest.mark.parametrize("text", ["2026-13", "2026-1", "", None, 7, "2026-01-01", "0000-01"])
def test_what_is_no_month(text):
    assert not rules.is_month(text)


@pytest.mark.parametrize(
    ("picture", "text", "decorative", "lacks"),
    [
        (True, "Ein See", False, False),
        (True, "", True, False),
        (True, "", False, True),
        (True, "  ", None, True),
        (True, None, None, True),
        (False, None, None, False),
    ],
)
def test_a_picture_says_what_it_shows_or_that_it_shows_nothing(picture, text, decorative, lacks):
    assert pictures.lacks_text(picture, text, decorative) is lacks


def test_what_shows_something_is_no_decoration():
    assert pictures.says_both("Ein See", True)
    assert not pictures.says_both(" ", True)
    assert not pictures.says_both("Ein See", None)


def test_drawings_are_pictures_of_the_size_they_say():
    for scene in SCENES:
        assert Image.open(BytesIO(drawing(scene))).size == SIZE
