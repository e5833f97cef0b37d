"""PDF by PDFium, page by page; pictures of text by tesseract where that is there."""

from ctypes import c_float
from dataclasses import asdict
from kommunalhub.lib.filetext import ocr as recognition
from kommunalhub.lib.filetext import pdflines
from kommunalhub.lib.filetext import pdfsigns
from kommunalhub.lib.filetext import pdftags
from kommunalhub.lib.filetext import pdfwritten
from kommunalhub.lib.filetext.layout.arranging import Arranger
from kommunalhub.lib.filetext.layout.arranging import Reached
from kommunalhub.lib.filetext.layout.headings import Entry
from kommunalhub.lib.filetext.layout.lines import Page
from kommunalhub.lib.filetext.limits import DAMAGED
from kommunalhub.lib.filetext.limits import ENCRYPTED
from kommunalhub.lib.filetext.limits import Full
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.sink import clean
from kommunalhub.lib.german.folding import mended

import pypdfium2
import pypdfium2.raw
import re


#: Signs for several letters at once.
_JOINED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_LIGATURES = str.maketrans(_JOINED)
#: A hyphen that ends a line, as PDFium says it, with or without the line's end.
_LINE_END = re.compile("-?[\x02\ufffe](?:\r?\n)?")
#: Pages before a stretch that tell what heads and feet are, and pages more that it may have.
BEFORE, MOST_MORE = 4, 5
#: Entries of an outline that are looked at.
MOST_ENTRIES = 10_000


def read(file, sink, limits, ocr):
    """Read a stretch of a PDF: each page as it stands there at once, and arranged at the end."""
    sink.unit = "page"
    document = _open(file)
    sink.pages = total = len(document)
    if ocr:
        outline = outline_of(document)
        recognition.read(document, sink, limits, ocr, Arranger(total, outline, _reached(sink)))
        return
    begin, last = max(1, sink.first - BEFORE), min(total, sink.first + limits.stretch - 1)
    broken = fields = 0
    pages = []
    number = begin
    try:
        while number <= min(total, last):
            if number > limits.parts:
                raise Full
            try:
                page, found = page_of(document, number)
            except pypdfium2.PdfiumError:
                broken += number >= sink.first
                number += 1
                continue
            pages.append(page)
            if number >= sink.first:
                fields += found
                said = [line.text for line in page.lines]
                sink.draft("\n".join((*said, *page.written)), number)
            if (
                number == last
                and _is_divided(page)
                and last < sink.first + limits.stretch + MOST_MORE
            ):
                last += 1  # its last word ends on the next page
            number += 1
        if last < total:
            sink.next = {"first": last + 1}
    finally:
        _arrange(document, pages, total, sink)
    if broken:
        raise Refused(DAMAGED, "pages")
    if not sink.has_text and not fields and sink.first == 1:
        sink.why_empty = "scanned"  # an empty form is no picture of a page


def _arrange(document, pages, total, sink):
    arranger = Arranger(total, outline_of(document), _reached(sink))
    for part in arranger.parts(pages, sink.first):
        sink.write(part)
    if sink.next is not None:
        sink.next["reached"] = asdict(arranger.reached)
        return
    margins = arranger.margins()
    if margins is not None:
        sink.write(margins)


def _reached(sink):
    return Reached(**sink.reached) if sink.reached else None


def _is_divided(page):
    return any(line.text.endswith("-") for line in page.lines[-4:])


def _open(file):
    try:
        document = pypdfium2.PdfDocument(file)
        len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Refused(ENCRYPTED, "password") from error
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_SECURITY:
            raise Refused(ENCRYPTED, "certificate") from error
        raise Refused(DAMAGED, "package") from error
    pdfwritten.prepare(document)
    return document


def page_of(document, number):
    """Return (layout.lines.Page, how many fields it has) of a page."""
    page = document[number - 1]
    try:
        words = page.get_textpage()
        try:
            text = pdfsigns.in_units(words.get_text_range())
            edits = pdfsigns.edits_of(text, words)
            levels = pdftags.headings_on(document, page)
            width, height, lines = pdflines.lines_of(text, words, page, edits, _tidy, levels)
            written = pdfwritten.on(document, page)
            return Page(number, width, height, lines, written.texts), written.fields
        finally:
            words.close()
    finally:
        page.close()


def _tidy(text):
    return clean(joined(text), keep="\t")


def outline_of(document):
    """Return the Entries of the outline of a document."""
    found = []
    try:
        for mark in document.get_toc(max_depth=8):
            if len(found) >= MOST_ENTRIES:
                break
            target = mark.get_dest()
            number = target.get_index() if target is not None else None
            if number is not None:
                title = mark.get_title() or ""
                found.append(Entry(mark.level + 1, title[:200], number + 1, _top(target)))
    except (pypdfium2.PdfiumError, RecursionError, ValueError):
        return found
    return found


def _top(target):
    """Return how high on its page the target of a mark is, None where it does not tell."""
    has, place = [pypdfium2.raw.FPDF_BOOL() for _ in range(3)], [c_float() for _ in range(3)]
    told = pypdfium2.raw.FPDFDest_GetLocationInPage(target.raw, *has, *place)
    return place[1].value if told and has[1].value else None


def joined(text):
    r"""Return text with words whole again that were divided at the end of a line.

    >>> joined("Förder\ufffemittel, Ein\ufffeund Auszahlung, Malente-\r\nMitte")
    'Fördermittel, Ein- und Auszahlung, Malente-Mitte'
    """
    return mended(_LINE_END.sub("-\n", text.translate(_LIGATURES)))
