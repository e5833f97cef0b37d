"""Values of fields as cells of a table, and back. Pure but for the pick lists that are given.

>>> from zope.schema import Date
>>> text_of(Date(), read_day("2027-03-31"), {})
'31.03.2027'
"""

from babel.numbers import format_decimal
from datetime import date
from kommunalhub.core.exchange import words
from kommunalhub.core.messages import filled
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IInt
from zope.schema.interfaces import ISet

import re


#: What parts several values in one cell; titles of pick lists have commas in them.
BETWEEN = " | "
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def text_of(field, value, titles):
    """Return a value as the text of a cell; titles: {token: title} of the field's pick list."""
    if value in (None, "", (), set(), frozenset()):
        return ""
    if ISet.providedBy(field):
        return BETWEEN.join(sorted(str(titles.get(token, token)) for token in value))
    if IChoice.providedBy(field):
        return str(titles.get(value, value))
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if IDecimal.providedBy(field):
        return amount_text(value)
    return str(value)


def amount_text(value):
    return format_decimal(value, format="#,##0.00", locale="de")


def value_of(field, text, tokens):
    """Return what a cell says; raises FieldError. tokens: {title in small letters: token}."""
    if not text:
        return set() if ISet.providedBy(field) else field.missing_value
    if ISet.providedBy(field):
        return {token_of(part, tokens) for part in parts_of(text)}
    if IChoice.providedBy(field):
        return token_of(text, tokens)
    if IDate.providedBy(field):
        return read_day(text)
    if IDecimal.providedBy(field):
        return read_typed(text)
    if IInt.providedBy(field):
        return read_number(text)
    return text


def parts_of(text):
    return [part for part in (one.strip() for one in re.split(r"[|\n]", text)) if part]


def token_of(text, tokens):
    try:
        return tokens[" ".join(text.split()).casefold()]
    except KeyError as error:
        raise FieldError(filled(words.NOT_IN_LIST, value=text[:60])) from error


def read_day(text):
    """Return the day in a text: ISO, German, or as a workbook keeps it."""
    text = text.strip().removesuffix(" 00:00")
    iso, german = ISO.fullmatch(text), GERMAN.fullmatch(text)
    try:
        if iso:
            return date(*map(int, iso.groups()))
        if german:
            day, month, year = map(int, german.groups())
            return date(year, month, day)
    except ValueError:
        pass
    raise FieldError(words.NOT_A_DAY)


def read_number(text):
    if not re.fullmatch(r"\d{1,6}", text.strip()):
        raise FieldError(words.NOT_A_WHOLE_NUMBER)
    return int(text)
