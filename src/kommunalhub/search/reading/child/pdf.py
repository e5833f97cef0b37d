"""PDF by PDFium, page by page; pictures of text by tesseract where that is there."""

from kommunalhub.search.reading.child import ocr as recognition
from kommunalhub.search.reading.limits import DAMAGED
from kommunalhub.search.reading.limits import ENCRYPTED
from kommunalhub.search.reading.limits import Full
from kommunalhub.search.reading.limits import Refused

import pypdfium2
import pypdfium2.raw
import re


#: A word divided at the end of a line; PDFium marks the sign itself, too.
_DIVIDED = re.compile("(?<=[^\\W\\d_])[\x02\ufffe\u00ad-][\x02\ufffe]?\r?\n(?=[a-zäöüß])")
#: Signs for several letters at once.
_JOINED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_LIGATURES = str.maketrans(_JOINED)
#: Words like „Ein- und Auszahlung“ keep their hyphen, also across lines.
_PAIR = re.compile(r"\r?\n(?:und|oder|bzw|sowie|als|bis|noch)\b")


def read(file, sink, limits, ocr):
    """Read a PDF."""
    sink.unit = "page"
    document = _open(file)
    broken = 0
    for number in range(1, len(document) + 1):
        if number > limits.parts:
            raise Full
        try:
            text = text_of(document, number)
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        sink.part(joined(text), "page", number)
    if broken:
        raise Refused(DAMAGED, "pages")
    if not sink.has_text and ocr:
        recognition.read(document, sink, limits, ocr)
    elif not sink.has_text:
        sink.why_empty = "scanned"


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
    return document


def text_of(document, number):
    """Return the text of a page as it stands there."""
    page = document[number - 1]
    try:
        words = page.get_textpage()
        try:
            return words.get_text_range()
        finally:
            words.close()
    finally:
        page.close()


def joined(text):
    r"""Return text with words whole again that were divided at the end of a line.

    >>> joined("Förder-\r\nmittel, Ein-\r\nund Auszahlung, Malente-\r\nMitte")
    'Fördermittel, Ein-\r\nund Auszahlung, Malente-\r\nMitte'
    """

    def join(found):
        return found.group() if _PAIR.match(text, found.end() - 1) else ""

    return _DIVIDED.sub(join, text.translate(_LIGATURES)).replace("\x02", "-")
