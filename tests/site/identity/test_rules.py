"""A file of answers says all that is wrong with it at once."""

from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.site.identity import operations
from kommunalhub.site.identity import rules
from pathlib import Path
from PIL import Image

import pytest
import tomllib


HERE = Path(__file__).parent
WILSTER = tomllib.loads((HERE / "wilster.toml").read_text(encoding="utf-8"))
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
        ({"rooms": "x" * 2001}, "rooms is longer than 300 characters"),
        ({"colour": "red"}, "colour is not written as #rrggbb"),
        (
            {"colour": "#ffff00"},
            "white cannot be read on colour: contrast 1.1 to 1, 4.5 are needed",
        ),
        ({"partner": [{"colour": "#ffff00"}]}, "white cannot be read on colour of partner 1"),
        ({"host": "kiel"}, "host is no partner"),
        ({"host": "kiel"}, "those are wilster, marsch, deichtechnik"),
        ({"operator": ["wilster"]}, "operator is no text"),
        ({"point": "Wilster"}, "point is no latitude and longitude"),
        ({"name": "x" * 41}, "name is longer than 40 characters"),
        ({"motto": "x"}, "motto is not known"),
        ({"logo": "missing.png"}, "logo is no file beside this one"),
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


FILE = """# the hub of Rendsburg
name = "Hub"
  place = "Rendsburg" # on the canal
address = '''
name = "not here"
colour = "nor here"
'''
colour = "#ffff00"
host = "rendsburg"
operator = "nobody"

[[ partner ]]  # the first
id = "rendsburg"
title = "Stadt Rendsburg"
short_title = "Rendsburg"
kind = "municipality"

[[partner]]
id = "amt"
title = "Amt"
shorttitle = "Amt"
kind = "office_union"

[settings]
"plone.site_title" = "x"
[settings."kommunalhub.project_fields"]
canal = "Kanal"
"""


def test_each_fault_is_told_with_its_line():
    with pytest.raises(rules.WrongAnswers) as caught:
        rules.read(tomllib.loads(FILE))
    assert caught.value.told(rules.lines_of(FILE)) == [
        "region is missing",
        "line 8: white cannot be read on colour: contrast 1.1 to 1, 4.5 are needed; #737300 "
        "would do",
        "line 10: operator is no partner; those are rendsburg, amt",
        "line 18: short_title of partner 2 is missing",
        "line 21: shorttitle of partner 2 is not known",
        "line 25: the setting plone.site_title is not one of the hub",
    ]
    assert rules.lines_of(FILE)["settings", "kommunalhub.project_fields"] == 26


def test_the_example_of_the_handbook_is_enough():
    page = Path(__file__).parents[3] / "docs" / "how-to" / "operate" / "another-hub.md"
    example = page.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    answers = rules.read(tomllib.loads(example))
    assert (answers.title, len(answers.partners)) == ("Kanalhub Rendsburg", 3)


@given(
    st.dictionaries(st.text("abc", min_size=1), st.text("xyz", min_size=1)),
    st.lists(st.text("xyz", min_size=1), unique=True),
)
def test_each_field_has_a_token_of_its_own_and_those_that_stay_keep_theirs(known, titles):
    known = {token: title for title, token in {v: k for k, v in known.items()}.items()}
    after = rules.fields_after(known, titles, lambda title: title[:1])
    assert list(after.values()) == titles and len(after) == len(titles)
    assert all(after[token] == title for token, title in known.items() if title in titles)


@given(st.text())
def test_any_text_has_lines(text):
    assert all(0 < line <= len(text.splitlines()) for line in rules.lines_of(text).values())


@given(st.dictionaries(st.sampled_from([*rules.TEXTS, "partner", "settings", "x"]), anything))
def test_whatever_stands_in_it_is_taken_or_refused(data):
    try:
        answers = rules.read(data)
    except rules.WrongAnswers:
        return
    assert answers.host in {partner["id"] for partner in answers.partners}


def test_a_logo_lies_beside_the_file(tmp_path):
    table, _lines = operations.read_file(HERE / "rendsburg.toml")
    made = Image.open(BytesIO(rules.read(table).logo))
    assert (made.format, made.size) == ("WEBP", (360, 120))
    for wrong in ('logo = "no.png"', "logo = 5", 'logo = "hub.toml"', 'logo = ["x"]'):
        file = tmp_path / "hub.toml"
        text = (HERE / "rendsburg.toml").read_text(encoding="utf-8")
        file.write_text(text.replace('logo = "rendsburg.png"', wrong), encoding="utf-8")
        table, lines = operations.read_file(file)
        with pytest.raises(rules.WrongAnswers) as caught:
            rules.read(table)
        assert [one[:7] for one in caught.value.told(lines)] == ["line 9:"]


@pytest.mark.parametrize("file", sorted(HERE.glob("*.toml")), ids=lambda file: file.stem)
def test_each_file_of_a_town_makes_a_hub(file):
    answers = rules.read(operations.read_file(file)[0])
    assert answers.brand["theme"] and len(answers.partners) == 3
