"""PDF by PDFium, page by page; pictures of text by tesseract where that is there."""

from kommunalhub.lib.filetext import ocr as recognition
from kommunalhub.lib.filetext import pdfsigns
from kommunalhub.lib.filetext import pdfwritten
from kommunalhub.lib.filetext.limits import DAMAGED
from kommunalhub.lib.filetext.limits import ENCRYPTED
from kommunalhub.lib.filetext.limits import Full
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.german.folding import mended

import pypdfium2
import pypdfium2.raw
import re


#: Signs for several letters at once.
_JOINED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_LIGATURES = str.maketrans(_JOINED)
#: A hyphen that ends a line, as PDFium says it, with or without the line's end.
_LINE_END = re.compile("-?[\x02\ufffe](?:\r?\n)?")
#: A word that is divided where a page ends, and its second half.
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\s*\Z")
_SECOND_HALF = re.compile(r"\s*([^\W\d_][^\s]*)")


def read(file, sink, limits, ocr):
    """Read a PDF."""
    sink.unit = "page"
    document = _open(file)
    broken = fields = 0
    has_pages_text = False
    waiting = None  # the page before, where its last word ends on the next one
    for number in range(1, len(document) + 1):
        if number > limits.parts:
            _write(sink, waiting)
            raise Full
        try:
            text, written = text_of(document, number)
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        fields += written.fields
        has_pages_text = has_pages_text or bool(text.strip())
        text = joined(text)
        if waiting is not None:
            whole, text = over_the_page(waiting[1], text)
            _write(sink, (waiting[0], whole, waiting[2]))
        waiting = number, text, written.texts
        if not _DIVIDED.search(text):  # at once: the next page may be the end of this program
            _write(sink, waiting)
            waiting = None
    _write(sink, waiting)
    if broken:
        raise Refused(DAMAGED, "pages")
    if not sink.has_text and ocr:
        recognition.read(document, sink, limits, ocr)
    elif not sink.has_text and not fields:  # an empty form is no picture of a page
        sink.why_empty = "scanned"


def _write(sink, page):
    if page is not None:
        number, text, written = page
        sink.part("\n".join((text, *written)), "page", number)


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


def text_of(document, number):
    """Return (text of a page as it stands there, pdfwritten.Written on it)."""
    page = document[number - 1]
    try:
        words = page.get_textpage()
        try:
            return pdfsigns.set_right(words.get_text_range(), words), pdfwritten.on(document, page)
        finally:
            words.close()
    finally:
        page.close()


def joined(text):
    r"""Return text with words whole again that were divided at the end of a line.

    >>> joined("Förder\ufffemittel, Ein\ufffeund Auszahlung, Malente-\r\nMitte")
    'Fördermittel, Ein- und Auszahlung, Malente-Mitte'
    """
    return mended(_LINE_END.sub("-\n", text.translate(_LIGATURES)))


def over_the_page(before, after):
    """Return both pages, the word that is divided between them whole on the first.

    >>> over_the_page("die Kläranlagenertüchti-", "gungsrichtlinie, neu")
    ('die Kläranlagenertüchtigungsrichtlinie,', ' neu')
    >>> over_the_page("Ein-", "und Auszahlung"), over_the_page("Seite 1", "Seite 2")
    (('Ein-', 'und Auszahlung'), ('Seite 1', 'Seite 2'))
    """
    divided, half = _DIVIDED.search(before), _SECOND_HALF.match(after)
    if not divided or not half or not half[1][0].islower():
        return before, after
    whole = mended(f"{before[: divided.start()]}-\n{half[1]}")
    if whole.endswith(f"- {half[1]}"):
        return before, after
    return whole, after[half.end() :]
