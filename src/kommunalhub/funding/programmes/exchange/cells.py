"""Calls and documents of programmes as cells of a table, and back; all else as in any table.

>>> next(read_calls("ab 01.02.2027 bis 31.03.2027; 200.000,00; Frühjahr"))["closes"]
datetime.date(2027, 3, 31)
"""

from kommunalhub import _
from kommunalhub.core.exchange import cells
from kommunalhub.core.exchange.cells import amount_text
from kommunalhub.core.exchange.cells import BETWEEN
from kommunalhub.core.exchange.cells import parts_of
from kommunalhub.core.exchange.cells import read_day
from kommunalhub.core.messages import filled
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.programmes.documents import new_id
from kommunalhub.funding.rows import IRows

import re


CALL = re.compile(r"(?:(?:ab|from)\s+(\S+)\s+)?(?:bis|until)\s+(\S+)", re.IGNORECASE)
DOCUMENT = re.compile(
    r"(?P<title>.*?)(?P<maybe>\s*\(falls zutreffend\))?(?:\s*\[(?P<id>[^\]]+)\])?"
)
NOT_A_CALL = _(
    "exchange_not_a_call",
    default="Call ${row}: please write it like „ab 01.02.2027 bis 31.03.2027; 200.000; remark“.",
)


def text_of(field, value, titles):
    """Return a value as the text of a cell; titles: {token: title} of the field's pick list."""
    if value and field.__name__ == "calls":
        return BETWEEN.join(map(call_text, sorted(value, key=lambda row: row["closes"])))
    if value and field.__name__ == "checklist":
        return BETWEEN.join(map(document_text, value))
    return cells.text_of(field, value, titles)


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
    if IRows.providedBy(field):
        if not text:
            return ()
        if field.__name__ == "calls":
            return tuple(read_calls(text))
        return tuple(read_documents(text, stored))
    return cells.value_of(field, text, tokens)


def read_calls(text):
    for number, part in enumerate(parts_of(text), 1):
        days, *rest = (one.strip() for one in part.split(";", 2))
        found = CALL.fullmatch(days)
        if found is None:
            raise FieldError(filled(NOT_A_CALL, row=number))
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
