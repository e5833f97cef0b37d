"""From data to an accessible PDF. What people wrote goes in as data, never as markup."""

from functools import lru_cache
from kommunalhub.approvals.casefile.plaintext import breakable
from kommunalhub.approvals.casefile.plaintext import clean
from kommunalhub.approvals.casefile.plaintext import spelled
from kommunalhub.core.statics import STATIC
from pathlib import Path

import json
import logging
import typst


logger = logging.getLogger(__name__)
TEMPLATE = Path(__file__).with_name("akte.typ")
FONTS = Path(__file__).with_name("fonts")
PROBE = Path(__file__).with_name("probe.typ")
#: The mark of the hub, as in the tab of a browser.
MARK = STATIC / "icon.svg"
#: Accessible, and fit for an archive.
STANDARDS = ("ua-1", "a-2a")


def pdf_of(data, timestamp, template=TEMPLATE):
    """Return the bytes of the PDF of a case file (see contents.data_of), or of another template.

    timestamp: seconds since 1970, printed nowhere. Signs that no font has are spelled out; should
    content still break a rule of PDF/UA, the file is made without the claim to keep them all.
    """
    data = _each(data, lambda text: breakable(clean(text)))
    try:
        return _compile(template, data, STANDARDS, timestamp)
    except typst.TypstError as error:
        logger.info("Spelling out signs of a case file: %s", error)
    data = _each(data, lambda text: spelled(text, can_show))
    try:
        return _compile(template, data, STANDARDS, timestamp)
    except typst.TypstError:
        logger.warning("A case file does not keep PDF/UA", exc_info=True)
    return _compile(template, data, (), timestamp)


def can_show(sign):
    """Return whether a font has this sign."""
    return sign.isascii() or _probe(sign)


@lru_cache(maxsize=4096)
def _probe(sign):
    try:
        _compile(PROBE, {"sign": sign}, ("ua-1",), 0)
    except typst.TypstError:
        return False
    return True


def _compile(template, data, standards, timestamp):
    return typst.compile(
        template.read_bytes(),
        root=str(template.parent),
        format="pdf",
        sys_inputs={"data": json.dumps(data), "mark": MARK.read_text("utf-8")},
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
