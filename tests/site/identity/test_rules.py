"""A file of answers says all that is wrong with it at once."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.site.identity import rules
from pathlib import Path

import pytest
import tomllib


WILSTER = tomllib.loads((Path(__file__).parent / "wilster.toml").read_text(encoding="utf-8"))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def wrong(**changes):
    with pytest.raises(rules.WrongAnswers) as caught:
        rules.read(WILSTER | changes)
    return str(caught.value)


def test_a_whole_file_is_read():
    answers = rules.read(WILSTER)
    assert (answers.title, answers.host, answers.operator) == (
        *("Dorfwerk Wilster", "wilster", "deichtechnik"),
    )
    assert [partner["id"] for partner in answers.partners] == ["wilster", "marsch", "deichtechnik"]
    assert set(answers.brand) == set(rules.BRAND)


def test_without_a_title_it_is_called_by_name_and_place():
    assert rules.read(WILSTER | {"title": ""}).title == "Dorfwerk Wilster"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "name is missing"),
        ({"theme": 5}, "theme is no text"),
        ({"rooms": "x" * 2001}, "rooms is longer than 2000 characters"),
        ({"colour": "red"}, "colour is not written as #rrggbb"),
        ({"colour": "#ffff00"}, "white cannot be read on colour"),
        ({"host": "kiel"}, "host is no partner"),
        ({"operator": ["wilster"]}, "operator is no text"),
        ({"motto": "x"}, "motto is not known"),
        ({"partner": "wilster"}, "partner is no list of tables"),
        ({"partner": [*WILSTER["partner"], {"id": "wilster"}]}, "two partners wilster"),
        ({"partner": [*WILSTER["partner"], {"id": "x"}]}, "title of partner 4 is missing"),
        ({"partner": [*WILSTER["partner"], {"no": "x"}]}, "no of partner 4 is not known"),
        ({"settings": []}, "settings is no table"),
        ({"settings": {"plone.site_title": "x"}}, "the setting plone.site_title is not one of"),
    ],
)
def test_each_fault_is_named(changes, said):
    assert said in wrong(**changes)


def test_all_faults_are_named_at_once():
    said = wrong(name="", place="", colour="red")
    assert said.count(";") == 2


@given(st.dictionaries(st.sampled_from([*rules.TEXTS, "partner", "settings", "x"]), anything))
def test_whatever_stands_in_it_is_taken_or_refused(data):
    try:
        answers = rules.read(data)
    except rules.WrongAnswers:
        return
    assert answers.host in {partner["id"] for partner in answers.partners}
