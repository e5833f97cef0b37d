"""From data to an accessible PDF. What people wrote goes in as data, never as markup."""

from decimal import Decimal
from functools import lru_cache
from kommunalhub import _
from kommunalhub.approvals.casefile.plaintext import breakable
from kommunalhub.approvals.casefile.plaintext import clean
from kommunalhub.approvals.casefile.plaintext import spelled
from kommunalhub.core import brand
from kommunalhub.core.language import in_site_language
from kommunalhub.lib.pictures import MEDIA_TYPE
from pathlib import Path

import json
import logging
import typst


logger = logging.getLogger(__name__)
TEMPLATE = Path(__file__).with_name("akte.typ")
FONTS = Path(__file__).with_name("fonts")
PROBE = Path(__file__).with_name("probe.typ")
#: What typst calls kinds of pictures.
PICTURES = {brand.MARK_TYPE: "svg", MEDIA_TYPE: "webp"}
#: Accessible, and fit for an archive.
STANDARDS = ("ua-1", "a-2a")


def pdf_of(data, timestamp, template=TEMPLATE):
    """Return the bytes of the PDF of a case file (see contents.data_of), or of another template.

    Whose paper it is need not be in the data: see letterhead. timestamp: seconds since 1970,
    printed nowhere. Signs that no font has are spelled out; should content still break a rule of
    PDF/UA, the file is made without the claim to keep them all.
    """
    whole = data if "brand" in data else letterhead() | data
    data, drawn = _each(whole, lambda text: breakable(clean(text))), look()
    try:
        return _compile(template, data, STANDARDS, timestamp, drawn)
    except typst.TypstError as error:
        logger.info("Spelling out signs of a case file: %s", error)
    data = _each(data, lambda text: spelled(text, can_show))
    try:
        return _compile(template, data, STANDARDS, timestamp, drawn)
    except typst.TypstError:
        logger.warning("A case file does not keep PDF/UA", exc_info=True)
    return _compile(template, data, (), timestamp, drawn)


def letterhead():
    """Return what every paper says of the hub it is from, and how its pages are numbered."""
    name = brand.read("name")
    mark = _("casefile_mark", default="Mark: ${hub}", mapping={"hub": name})
    return {
        "lang": "de",
        "page": in_site_language(_("casefile_page", default="Page {page} of {pages}")),
        "brand": {"name": name, "place": brand.read("place")},
        "mark": in_site_language(mark),
    }


def look():
    """Return the mark of the hub and its colour, as texts: typst takes no others."""
    mark, media_type = brand.mark()
    return {
        "mark": json.dumps(list(mark)),
        "form": PICTURES[media_type],
        "colour": brand.colour(),
    }


def amounts_in(rows):
    """Return the numbers of the columns that hold amounts: they stand under each other by the end.

    >>> amounts_in([("Dach", Decimal(5), None), ("Summe", Decimal(7), None)])
    [1]
    """
    kinds = [{type(value) for value in column} - {type(None)} for column in zip(*rows, strict=True)]
    return [at for at, found in enumerate(kinds) if found == {Decimal}]


def can_show(sign):
    """Return whether a font has this sign."""
    return sign.isascii() or _probe(sign)


@lru_cache(maxsize=4096)
def _probe(sign):
    try:
        _compile(PROBE, {"sign": sign}, ("ua-1",), 0, {})
    except typst.TypstError:
        return False
    return True


def _compile(template, data, standards, timestamp, drawn):
    return typst.compile(
        template.read_bytes(),
        root=str(template.parent),
        format="pdf",
        sys_inputs={"data": json.dumps(data), **drawn},
        pdf_standards=list(standards),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,  # the same page on every machine
        timestamp=int(timestamp),
    )


def _each(data, change):
    """Return the data with every text changed."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {name: _each(value, change) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_each(value, change) for value in data]
    return data
