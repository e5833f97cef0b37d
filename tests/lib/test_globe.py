"""Places, as people copy them from maps."""

from kommunalhub.lib import globe

import pytest


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("54.2928, 10.8886", (54.2928, 10.8886)),
        ("54,2928 10,8886", (54.2928, 10.8886)),
        ("54, 10", (54.0, 10.0)),
        ("54.2928,10.8886", (54.2928, 10.8886)),
        ("-90; 180", (-90.0, 180.0)),
    ],
)
def test_a_place_is_read_as_people_write_it(text, point):
    assert globe.point_of(text) == point


@pytest.mark.parametrize(
    "text", [None, "", "54", "91, 10", "54, 181", "nan, nan", "1e5, 2", "54.2 N 10.8 O"]
)
def test_what_is_no_place_is_none(text):
    assert globe.point_of(text) is None
