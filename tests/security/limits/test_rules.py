"""What one request may ask for."""

from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.security.limits import rules

import pytest


KINDS = {"path": rules.PATHS, "Title": rules.WORDS, "SearchableText": rules.WORDS}.get


class Record:
    """Looks like a record of ZPublisher."""

    def __init__(self, **options):
        self.__dict__.update(options)

    def __getattr__(self, name):
        if name == "items":
            return self.__dict__.items
        raise AttributeError(name)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"path": "/hub", "portal_type": ["News Item", "Document"], "is_folderish": True},
        {"path": {"query": ["/hub/a", "/hub/b"], "depth": -1, "navtree": 1, "navtree_start": 2}},
        {"path": {"query": [("/hub", 0), ("beratungen", -1)]}},
        {"path": Record(query="/hub", depth=1)},
        {"created": {"query": datetime(2026, 1, 1), "range": "min"}},
        {"created": {"query": (datetime(2026, 1, 1), datetime(2027, 1, 1)), "range": "min:max"}},
        {"UID": {"not": "0815"}, "sort_on": ["due", "sortable_title"], "sort_order": "reverse"},
        {"UID": [str(n) for n in range(rules.MOST_VALUES)], "sort_limit": 2000, "b_size": "30"},
        {"Title": "Vergabe* UND (Haushalt ODER Ge?ühr)", "sort_on": None},
        {"show_inactive": None, "anything": object()},
    ],
)
def test_what_pages_ask_is_answered(query):
    rules.check_query(query, KINDS)


@pytest.mark.parametrize(
    ("query", "name", "why"),
    [
        ({"path": {"query": "/hub", "depth": 1000000}}, "path.depth", "number"),
        ({"path": {"query": "/hub", "depth": -2}}, "path.depth", "number"),
        ({"path": {"query": "/hub", "depth": "tief"}}, "path.depth", "number"),
        ({"path": {"query": "/hub", "depth": [1]}}, "path.depth", "number"),
        ({"path": {"query": "/hub", "depth": 1e300}}, "path.depth", "number"),
        ({"path": Record(query="/hub", depth=10**30)}, "path.depth", "number"),
        ({"path": "/hub", "path_depth": 1000000}, "path_depth", "number"),
        ({"path": {"query": "/hub", "navtree": 1, "navtree_start": 9**9}}, "path.navtree_start", 0),
        ({"path": {"query": [("/hub", 10**9)]}}, "path.level", "number"),
        ({"path": {"query": [["/hub"] * 3]}}, "path", "nested"),
        ({"path": ["/hub"] * 1000}, "path", "many"),
        ({"path": "/a" * 100000}, "path", "long"),
        ({"portal_type": ["x"] * 100000}, "portal_type", "many"),
        ({"portal_type": {"not": ["x"] * 100000}}, "portal_type", "many"),
        ({"portal_type": [["x"]]}, "portal_type", "nested"),
        ({"portal_type": {"query": {"query": "x"}}}, "portal_type", "nested"),
        ({"portal_type": {"query": "x", "operator": ["or"]}}, "portal_type.operator", "form"),
        ({"Title": "a*" * 20}, "Title", "wildcards"),
        ({"Title": "a* " * 20}, "Title", "wildcards"),
        ({"Title": {"query": ["(" * 500]}}, "Title", "nested"),
        ({"Title": "Wort " * 150}, "Title", "words"),
        ({"Title": "W" * 5000}, "Title", "long"),
        ({"sort_limit": 10**9}, "sort_limit", "number"),
        ({"sort-limit": 10**9}, "sort-limit", "number"),
        ({"b_size": "alle"}, "b_size", "number"),
        ({"b_start": -1}, "b_start", "number"),
        ({"sort_on": ["Title"] * 1000}, "sort_on", "many"),
        ({"sort_order": [None]}, "sort_order", "form"),
    ],
)
def test_what_costs_too_much_is_refused_by_its_name(query, name, why):
    with pytest.raises(rules.TooMuch) as told:
        rules.check_query(query, KINDS)
    assert told.value.name == name
    assert not why or told.value.why == why


@pytest.mark.parametrize("rows", [None, [], (), [{"i": "Subject", "o": "op", "v": ["a"]}]])
def test_rows_of_collections_are_read(rows):
    rules.check_rows(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [None],
        ["x"],
        [1],
        [{}],
        [{"i": ["path"], "o": "op"}],
        [{"i": "path", "o": None}],
        {"i": "path", "o": "op"},
        "path",
        1,
        [{"i": "path", "o": "op", "v": "/"}] * 1000,
        [{"i": "path", "o": "op", "v": ["/"] * 100000}],
        [{"i": "path", "o": "op", "v": [[["/"]]]}],
    ],
)
def test_rows_of_another_form_are_refused(rows):
    with pytest.raises(rules.TooMuch):
        rules.check_rows(rows)


@pytest.mark.parametrize(
    ("form", "strict"),
    [
        ({}, True),
        ({"b_start": "", "b_size": "30", "expand.navigation.depth": "3"}, True),
        ({"fullobjects": "1", "b_size": "50"}, True),
        ({"b_start": "unsinn"}, False),
        ({"b_start": "-7"}, False),
        ({"b_start": ["0", "20"]}, False),
    ],
)
def test_what_clients_ask_for_is_answered(form, strict):
    rules.check_asked(form, strict)


@pytest.mark.parametrize(
    ("form", "strict"),
    [
        ({"b_size": "1000000"}, False),
        ({"b_start": 10**30}, False),
        ({"b_size": "x"}, True),
        ({"b_size": ["1", "2"]}, True),
        ({"sort_limit": "1e9"}, True),
        ({"path.depth": "1000000"}, False),
        ({"expand.navigation.depth": "9" * 400}, False),
        ({"fullobjects": "", "b_size": "1000"}, True),
    ],
)
def test_numbers_no_list_answers_are_refused(form, strict):
    with pytest.raises(rules.TooMuch):
        rules.check_asked(form, strict)


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["path", "Title", "b_size", "sort_on", "x"]), NESTED))
def test_whatever_comes_is_let_pass_or_refused(query):
    for check in (lambda: rules.check_query(query, KINDS), lambda: rules.check_asked(query)):
        try:
            check()
        except rules.TooMuch as error:
            assert error.name
