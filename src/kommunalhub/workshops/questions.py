"""Questions of one workshop's own, and what answers to them may be: pure, no Plone in here.

A question keeps its id for ever, so that answers find it again, however its words, its kind or its
place change. Answers to what is no longer asked stay.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import re


TEXT, CHOICE, YESNO = "text", "choice", "yesno"
KINDS = (TEXT, CHOICE, YESNO)
YES, NO = "yes", "no"
MOST, MOST_CHOICES = 20, 20
LONGEST_TITLE, LONGEST_CHOICE, LONGEST_ANSWER = 200, 100, 1000
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")

# What is wrong with a question, or with an answer.
WRONG_TITLE, WRONG_KIND, WRONG_ID = "title", "kind", "id"
WRONG_CHOICES, WRONG_CONDITION, WRONG_NUMBER = "choices", "condition", "many"
MISSING, NO_CHOICE, NO_YESNO, TOO_LONG, NO_TEXT = "missing", "choice", "yesno", "long", "text"


class WrongQuestion(ValueError):
    """Questions that cannot be asked; `code` is one of the above, `number` counts from 1."""

    def __init__(self, code, number=0):
        super().__init__(code, number)
        self.code = code
        self.number = number


@dataclass(frozen=True)
class Question:
    """One question. when: id of an earlier one; it is asked where that was answered by `equals`.

    equals: one of the choices of that question, or YES or NO.
    """

    id: str
    title: str
    kind: str = TEXT
    choices: tuple[str, ...] = ()
    needed: bool = False
    when: str = ""
    equals: str = ""

    @property
    def values(self):
        """What another question can ask for, as it stands in `equals`."""
        return (YES, NO) if self.kind == YESNO else self.choices


def read(data):
    """Return the Questions of a list of plain values; raises WrongQuestion.

    >>> [one] = read([{"id": "auto", "title": "Kommen Sie mit dem Auto?", "kind": "yesno"}])
    >>> one.needed, one.values
    (False, ('yes', 'no'))
    """
    if not isinstance(data, list | tuple) or len(data) > MOST:
        raise WrongQuestion(WRONG_NUMBER)
    found: dict[str, Question] = {}
    for number, values in enumerate(data, 1):
        one = _question(values, number)
        if one.id in found:
            raise WrongQuestion(WRONG_ID, number)
        if one.when and (one.when not in found or one.equals not in found[one.when].values):
            raise WrongQuestion(WRONG_CONDITION, number)
        found[one.id] = one
    return tuple(found.values())


def _question(values, number):
    if not isinstance(values, Mapping):
        raise WrongQuestion(WRONG_TITLE, number)
    texts = {}
    for name, code, longest in (
        ("id", WRONG_ID, 32),
        ("title", WRONG_TITLE, LONGEST_TITLE),
        ("kind", WRONG_KIND, 10),
        ("when", WRONG_CONDITION, 32),
        ("equals", WRONG_CONDITION, LONGEST_CHOICE),
    ):
        text = values.get(name) or ""
        if not isinstance(text, str) or len(text) > longest or not text.isprintable():
            raise WrongQuestion(code, number)
        texts[name] = text.strip()
    if not ID.fullmatch(texts["id"]):
        raise WrongQuestion(WRONG_ID, number)
    if not texts["title"]:
        raise WrongQuestion(WRONG_TITLE, number)
    texts["kind"] = texts["kind"] or TEXT
    if texts["kind"] not in KINDS or not isinstance(values.get("needed", False), bool):
        raise WrongQuestion(WRONG_KIND, number)
    if bool(texts["when"]) != bool(texts["equals"]):
        raise WrongQuestion(WRONG_CONDITION, number)
    choices = _choices(values.get("choices") or (), number) if texts["kind"] == CHOICE else ()
    return Question(**texts, choices=choices, needed=values.get("needed", False))


def _choices(values, number):
    if not isinstance(values, list | tuple) or not 2 <= len(values) <= MOST_CHOICES:
        raise WrongQuestion(WRONG_CHOICES, number)
    for one in values:
        fits = isinstance(one, str) and 0 < len(one.strip()) <= LONGEST_CHOICE
        if not fits or not one.isprintable():
            raise WrongQuestion(WRONG_CHOICES, number)
    found = tuple(one.strip() for one in values)
    if len(set(found)) < len(found):
        raise WrongQuestion(WRONG_CHOICES, number)
    return found


def plain(questions):
    """Return Questions as plain values, as they are kept and as `read` reads them."""
    return [{**vars(one), "choices": list(one.choices)} for one in questions]


def is_asked(one, answers):
    """Return whether a question is asked of who has answered the earlier ones like this.

    >>> read([{"id": "a", "title": "A?", "kind": "yesno"}])[0].id
    'a'
    >>> is_asked(Question("b", "B?", when="a", equals="yes"), {"a": True})
    True
    """
    if not one.when:
        return True
    value = answers.get(one.when)
    if isinstance(value, bool):
        value = YES if value else NO
    return value == one.equals


def checked(questions, typed, before: Mapping | None = None):
    """Return (answers, {id: what is wrong}) for what somebody typed.

    typed: {id: value}, values as of a form or of JSON. before: their answers until now; those to
    what is no longer asked stay, and a choice that is no longer offered may stay.
    answers: {id: text or bool} without those that are empty or not asked under their condition.
    """
    before = before or {}
    ids = {one.id for one in questions}
    answers = {key: value for key, value in before.items() if key not in ids}
    wrong = {}
    for one in questions:
        if not is_asked(one, answers):
            continue
        value, code = _value(one, typed.get(one.id), before.get(one.id))
        if code is None and value is None and one.needed:
            code = MISSING
        if code is not None:
            wrong[one.id] = code
        elif value is not None:
            answers[one.id] = value
    return answers, wrong


def _value(one, value, before):
    """Return (the value that is kept or None, what is wrong or None)."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    if value is None or value == "":
        return None, None
    if one.kind == YESNO:
        value = {YES: True, NO: False}.get(value, value) if isinstance(value, str) else value
        return (value, None) if isinstance(value, bool) else (None, NO_YESNO)
    if not isinstance(value, str):
        return None, NO_TEXT
    if one.kind == CHOICE:
        return (value, None) if value in (*one.choices, before) else (None, NO_CHOICE)
    return (value, None) if len(value) <= LONGEST_ANSWER else (None, TOO_LONG)


def missing(questions, answers):
    """Return the questions that somebody with these answers has to answer still."""
    return [
        one for one in questions if one.needed and one.id not in answers and is_asked(one, answers)
    ]


def moved(questions, key, by):
    """Return the questions with one moved up (-1) or down (1); raises WrongQuestion, KeyError."""
    found = list(questions)
    at = [one.id for one in found].index(key) if key in [one.id for one in found] else None
    if at is None:
        raise KeyError(key)
    to = at + by
    if 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return read(plain(found))


def without(questions, key):
    """Return the questions without one; raises WrongQuestion where another depends on it."""
    return read(plain(one for one in questions if one.id != key))
