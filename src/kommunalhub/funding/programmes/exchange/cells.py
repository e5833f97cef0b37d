"""Values of programmes as cells of a table, and back. Pure but for the pick lists that are given.

>>> next(read_calls("ab 01.02.2027 bis 31.03.2027; 200.000,00; Frühjahr"))["closes"]
datetime.date(2027, 3, 31)
"""

from babel.numbers import format_decimal
from datetime import date
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.programmes.documents import new_id
from kommunalhub.funding.programmes.exchange import words
from kommunalhub.funding.rows import IRows
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
CALL = re.compile(r"(?:(?:ab|from)\s+(\S+)\s+)?(?:bis|until)\s+(\S+)", re.IGNORECASE)
DOCUMENT = re.compile(
    r"(?P<title>.*?)(?P<maybe>\s*\(falls zutreffend\))?(?:\s*\[(?P<id>[^\]]+)\])?"
)


def text_of(field, value, titles):
    """Return a value as the text of a cell; titles: {token: title} of the field's pick list."""
    if value in (None, "", (), set(), frozenset()):
        return ""
    if field.__name__ == "calls":
        return BETWEEN.join(map(call_text, sorted(value, key=lambda row: row["closes"])))
    if field.__name__ == "checklist":
        return BETWEEN.join(map(document_text, value))
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


def call_text(row):
    opens = f"ab {row['opens']:%d.%m.%Y} " if row.get("opens") else ""
    pot = amount_text(row["pot"]) if row.get("pot") is not None else ""
    parts = [f"{opens}bis {row['closes']:%d.%m.%Y}", pot, row.get("remark") or ""]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return "; ".join(parts)


def document_text(row):
    maybe = "" if row.get("required") else " (falls zutreffend)"
    return f"{row['title']}{maybe} [{row['id']}]"


def value_of(field, text, tokens, stored=None):
    """Return what a cell says; raises FieldError. tokens: {title in small letters, token: token}.

    stored: what the field holds now; documents without an id keep the one they have.
    """
    if not text:
        return nothing(field)
    if field.__name__ == "calls":
        return tuple(read_calls(text))
    if field.__name__ == "checklist":
        return tuple(read_documents(text, stored))
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


def nothing(field):
    """Return what an empty cell says."""
    if IRows.providedBy(field):
        return ()
    return set() if ISet.providedBy(field) else field.missing_value


def parts_of(text):
    return [part for part in (one.strip() for one in re.split(r"[|\n]", text)) if part]


def token_of(text, tokens):
    try:
        return tokens[" ".join(text.split()).casefold()]
    except KeyError as error:
        raise FieldError(words.said(words.NOT_IN_LIST, value=text[:60])) from error


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


def read_calls(text):
    for number, part in enumerate(parts_of(text), 1):
        days, *rest = (one.strip() for one in part.split(";", 2))
        found = CALL.fullmatch(days)
        if found is None:
            raise FieldError(words.said(words.NOT_A_CALL, row=number))
        pot = rest[0] if rest else ""
        yield {
            "opens": read_day(found[1]) if found[1] else None,
            "closes": read_day(found[2]),
            "pot": read_typed(pot) if pot else None,
            "remark": rest[1] if len(rest) > 1 else "",
        }


def read_documents(text, stored=None):
    ids = {row["title"]: row["id"] for row in stored or ()}
    taken = set()
    for part in parts_of(text):
        found = DOCUMENT.fullmatch(part)
        title = found["title"].strip()
        id_ = found["id"] or ids.get(title) or new_id(title, taken)
        taken.add(id_)
        yield {"id": id_, "title": title, "required": not found["maybe"]}
