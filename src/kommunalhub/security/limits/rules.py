"""What one request may ask of the catalog and of lists: the table, and checks against it.

The figures are far above what pages and clients need, and far below what would hurt: each bounds
how often something loops or how much is unpacked, whoever asks.
"""

from collections.abc import Mapping

import re


#: {name: (least, most)} of numbers that stand beside a query, or on top of an address or body.
NUMBERS = {
    "b_size": (0, 1_000),
    "b_start": (0, 1_000_000),
    "sort_limit": (0, 10_000),
}
#: {name: (least, most)} of options of an index; -1 is how an index says "any".
OPTIONS = {
    "depth": (-1, 100),
    "level": (-100, 100),
    "navtree_start": (0, 100),
}
#: Whole objects on one page of a list: each of them is woken.
MOST_OBJECTS = 200
#: Values for one index, and of those paths: each of them is walked.
MOST_VALUES, MOST_PATHS = 2_000, 200
#: Rows of a query as collections keep it.
MOST_ROWS = 50
#: Parts of an address.
MOST_STEPS = 100
#: Indexes to sort by.
MOST_SORTS = 5
#: Letters of a value, of a path, and of what is asked of an index of words.
LONGEST_VALUE, LONGEST_PATH, LONGEST_WORDS = 10_000, 2_000, 1_000
#: Words, wildcards in all and in one word, and brackets in brackets.
MOST_WORDS, MOST_WILDCARDS, WILDCARDS_IN_WORD, DEEPEST_BRACKETS = 100, 10, 2, 10

WILDCARD = re.compile(r"[*?]")
#: Kinds of indexes that have limits of their own.
PATHS, WORDS = "paths", "words"
LISTS = (list, tuple, set, frozenset)
#: What stands beside the indexes in a query, in both spellings.
BESIDE = {
    spelt
    for name in (*NUMBERS, "sort_on", "sort_order")
    for spelt in (name, name.replace("_", "-"))
}
OLD_OPTIONS = tuple(f"_{name}" for name in OPTIONS)


class TooMuch(ValueError):
    """More was asked than is answered. name: of what; why: number, many, long, form or nested.

    least, most: the limits, where there are some.
    """

    def __init__(self, name, why, most=None, least=None):
        super().__init__(f"{name}: {why}, {least} to {most}")
        self.name, self.why, self.least, self.most = name, why, least, most


def check_query(query, kind_of):
    """Raise TooMuch for a query of the catalog that asks for more than is answered.

    query: {index or option: what is asked}; kind_of(name): PATHS, WORDS or None. Which options an
    index knows at all is not asked here, see catalog.py.

    >>> check_query({"path": {"query": "/hub", "depth": 1}, "sort_limit": 20}, lambda name: None)
    >>> check_query({"path": {"query": "/hub", "depth": 1000000}}, lambda name: None)
    Traceback (most recent call last):
    ...
    kommunalhub.security.limits.rules.TooMuch: path.depth: number, -1 to 100
    """
    for name, asked in query.items():
        kind = type(asked)
        if name in BESIDE:
            _check_beside(name, asked)
        elif name.endswith(OLD_OPTIONS):
            _check_old_option(name, asked)
        elif kind is str and len(asked) <= LONGEST_WORDS and kind_of(name) != WORDS:
            continue  # most of them: nothing to walk through
        elif kind is not bool:
            _check_index(name, asked, kind_of(name))


def _check_beside(name, asked):
    plain = name.replace("-", "_")
    if plain in NUMBERS:
        check_number(name, asked, *NUMBERS[plain])
        return
    if isinstance(asked, LISTS) and len(asked) > MOST_SORTS:
        raise TooMuch(name, "many", MOST_SORTS)
    if not _is_text_or_texts(asked):
        raise TooMuch(name, "form")


def _check_old_option(name, value):
    """Look at `path_depth` and its kind: how options were said before there were records."""
    for option, bounds in OPTIONS.items():
        if name.endswith(f"_{option}"):
            check_number(name, value, *bounds)


def check_number(name, value, least, most):
    """Raise TooMuch unless the value is a whole number between the two; none at all is fine.

    >>> check_number("b_size", "25", 0, 1000), check_number("b_size", None, 0, 1000)
    (None, None)
    >>> check_number("b_size", "1e9", 0, 1000)
    Traceback (most recent call last):
    ...
    kommunalhub.security.limits.rules.TooMuch: b_size: number, 0 to 1000
    """
    if value is None:
        return
    try:
        fits = not isinstance(value, float) and least <= int(value) <= most
    except (TypeError, ValueError):
        fits = False
    if not fits:
        raise TooMuch(name, "number", most, least)


def check_rows(rows):
    """Raise TooMuch unless this is a query as collections keep it, of a sensible length.

    >>> check_rows([{"i": "portal_type", "o": "some.operation", "v": ["News Item"]}])
    >>> check_rows([None])
    Traceback (most recent call last):
    ...
    kommunalhub.security.limits.rules.TooMuch: query: form, None to None
    """
    if not rows:
        return
    if isinstance(rows, str | Mapping) or not hasattr(rows, "__len__"):
        raise TooMuch("query", "form")
    if len(rows) > MOST_ROWS:
        raise TooMuch("query", "many", MOST_ROWS)
    for row in rows:
        try:
            row = dict(row)
        except (TypeError, ValueError):
            raise TooMuch("query", "form") from None
        if not isinstance(row.get("i"), str) or not isinstance(row.get("o"), str):
            raise TooMuch("query", "form")
        _check_values(row["i"], row.get("v"), None)


def check_asked(form, strict=True):
    """Raise TooMuch for numbers in an address, a form or a body that no list answers.

    form: {name: value}; a dotted name ends with an option, as `path.depth`. An empty field is as
    good as none. strict: refuse what is no number, too; a page leads to its beginning instead.

    >>> check_asked({"path.depth": "1", "b_start": "", "title": "x"})
    >>> check_asked({"b_start": "viele"}, strict=False)
    >>> check_asked({"path.depth": "99999"}, strict=False)
    Traceback (most recent call last):
    ...
    kommunalhub.security.limits.rules.TooMuch: path.depth: number, -1 to 100
    """
    for name, value in form.items():
        if name in NUMBERS:
            bounds = NUMBERS[name]
        elif "." in name and name.rpartition(".")[2] in OPTIONS:
            bounds = OPTIONS[name.rpartition(".")[2]]
        else:
            continue
        if value != "" and (strict or _is_large_number(value)):
            check_number(name, value, *bounds)
    if "fullobjects" in form and form.get("b_size"):
        check_number("b_size", form["b_size"], 0, MOST_OBJECTS)


def _is_large_number(value):
    return str(value).strip().isdecimal()


def _check_index(name, asked, kind):
    items = getattr(asked, "items", None)  # of a dictionary, or of a record of ZPublisher
    if items is None:
        _check_values(name, asked, kind)
        return
    for option, value in items():
        if option in OPTIONS:
            check_number(f"{name}.{option}", value, *OPTIONS[option])
        elif option in ("query", "not"):
            _check_values(name, value, kind)
        elif isinstance(value, (*LISTS, dict)):
            raise TooMuch(f"{name}.{option}", "form")


def _check_values(name, values, kind):
    if not isinstance(values, LISTS):
        values = (values,)
    most = MOST_PATHS if kind == PATHS else MOST_VALUES
    if len(values) > most:
        raise TooMuch(name, "many", most)
    for value in values:
        if isinstance(value, str | bytes):
            if kind is not None or len(value) > LONGEST_VALUE:
                _check_text(name, value, kind)
        elif isinstance(value, (*LISTS, Mapping)):
            _check_pair(name, value, kind)


def _check_pair(name, value, kind):
    """Let pass a path with its level; nothing else stands in a list in a list."""
    if kind != PATHS or not isinstance(value, LISTS) or len(value) != 2:
        raise TooMuch(name, "nested")
    path, level = value
    if not isinstance(path, str):
        raise TooMuch(name, "nested")
    _check_text(name, path, kind)
    check_number(f"{name}.level", level, *OPTIONS["level"])


def _check_text(name, text, kind):
    most = {PATHS: LONGEST_PATH, WORDS: LONGEST_WORDS}.get(kind, LONGEST_VALUE)
    if len(text) > most:
        raise TooMuch(name, "long", most)
    if kind == WORDS and isinstance(text, str):
        _check_words(name, text)


def _check_words(name, text):
    words = text.split()
    if len(words) > MOST_WORDS:
        raise TooMuch(name, "words", MOST_WORDS)
    wildcards = [len(WILDCARD.findall(word)) for word in words]
    if sum(wildcards) > MOST_WILDCARDS or max(wildcards, default=0) > WILDCARDS_IN_WORD:
        raise TooMuch(name, "wildcards", WILDCARDS_IN_WORD)
    depth = deepest = 0
    for letter in text:
        if letter == "(":
            depth += 1
            deepest = max(depth, deepest)
        elif letter == ")":
            depth -= 1
    if deepest > DEEPEST_BRACKETS:
        raise TooMuch(name, "nested")


def _is_text_or_texts(asked):
    if asked is None or isinstance(asked, str):
        return True
    return isinstance(asked, LISTS) and all(isinstance(one, str) for one in asked)
