"""What a tagged PDF says of its text: which of it are headings. Word and LibreOffice write that."""

from ctypes import byref
from ctypes import create_string_buffer

import pypdfium2.raw as pdfium
import re


#: So many elements of a page are looked at, so deep.
MOST, DEEPEST = 20_000, 60
_HEADING = re.compile(r"H([1-6])")
#: Of a heading that does not tell its level.
PLAIN, LEVEL = "H", 1


def headings_on(document, page):
    """Return {id of marked content: level of the heading that it belongs to} of a page."""
    if not pdfium.FPDFCatalog_IsTagged(document.raw):
        return {}
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    found, room = {}, [MOST]
    try:
        for number in range(min(pdfium.FPDF_StructTree_CountChildren(tree), MOST)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)
            _walk(element, 0, 0, found, room)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _walk(element, level, depth, found, room):
    room[0] -= 1
    if not element or depth > DEEPEST or room[0] < 0:
        return
    kind = _kind(element)
    told = _HEADING.fullmatch(kind)
    level = int(told[1]) if told else LEVEL if kind == PLAIN else level
    if level:
        for at in range(min(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element), MOST)):
            found[pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at)] = level
    for number in range(min(pdfium.FPDF_StructElement_CountChildren(element), MOST)):
        if level:
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if content >= 0:
                found[content] = level
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            _walk(child, level, depth + 1, found, room)


def _kind(element):
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    if not 2 < size <= 200:
        return ""
    room = create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, byref(room), size)
    return room.raw[: size - 2].decode("utf-16-le", "replace")
