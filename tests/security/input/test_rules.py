"""What a text, a form and a body may hold."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.security.input import rules
from kommunalhub.security.input.faults import arises_in_reading

import pytest


@pytest.mark.parametrize("text", ["", "Grüße", "Zeile\r\n\tzwei", "🙂", "a\u00adb\u200bc"])
def test_texts_people_write_are_read(text):
    rules.check_text(text)


@pytest.mark.parametrize("text", ["a\x00", "\ud800", "caf\udce9"])
def test_signs_that_are_none_are_named(text):
    with pytest.raises(rules.WrongForm) as told:
        rules.check_form({"title": [text]})
    assert (told.value.name, told.value.why) == ("title", "signs")


@pytest.mark.parametrize(
    ("data", "why", "name"),
    [
        ([], "object", ""),
        (None, "object", ""),
        ("x", "object", ""),
        ({"a": {"b": ["\x00"]}}, "signs", "a"),
        ({"a": {"\ud800": 1}}, "signs", "a"),
        ({"a": [float("inf")]}, "number", "a"),
        ({"a": [1] * (rules.MOST_NODES + 1)}, "nested", "a"),
    ],
)
def test_odd_bodies_are_refused_by_their_name(data, why, name):
    with pytest.raises(rules.WrongForm) as told:
        rules.check_data(data)
    assert (told.value.why, told.value.name) == (why, name)


def test_depth_has_an_end():
    data = {"a": 1}
    for _ in range(rules.DEEPEST - 1):
        data = {"a": data}
    rules.check_data(data)
    with pytest.raises(rules.WrongForm):
        rules.check_data({"a": {"a": data}})


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), inner
        )
    ),
    max_leaves=30,
)


@given(st.dictionaries(st.sampled_from(["title", "topics"]), JSON))
def test_what_json_can_say_is_read(data):
    rules.check_data(data)


@pytest.mark.parametrize(
    ("names", "is_input"),
    [
        (["ZPublisher.mapply", "plone.restapi.services.users.add"], True),
        (
            ["plone.restapi.services", "plone.restapi.deserializer.dxcontent", "dateutil.parser"],
            True,
        ),
        (["plone.restapi.services", "kommunalhub.security.limits.catalog", "BTrees"], True),
        (["plone.restapi.services.content.add", "kommunalhub.approvals.subscribers"], False),
        (["kommunalhub.security.limits.budget", "os"], False),
        (["kommunalhub.funding.restapi.plan", "json"], False),
        (["plone.restapiother", "x"], False),
        ([], False),
    ],
)
def test_only_code_that_reads_blames_the_input(names, is_input):
    assert arises_in_reading(names) is is_input
