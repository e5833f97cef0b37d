"""What somebody has written onto a page of a PDF: entries of form fields, and free text."""

from ctypes import c_ushort
from ctypes import cast
from ctypes import POINTER
from dataclasses import dataclass

import pypdfium2.raw as pdfium


#: Fields whose entries are words.
ENTRIES = {
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
}
#: Of a field whose entry is shown as dots: ISO 32000-1, 12.7.4.3.
PASSWORD = 1 << 13
#: Not shown: hidden, or for programs that do not know it.
UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_INVISIBLE
#: So many notes and fields of a page, and letters of one.
MOST, LONGEST = 5_000, 100_000


@dataclass(frozen=True)
class Written:
    """fields: how many there are, filled in or not; texts: what people wrote."""

    fields: int = 0
    texts: tuple = ()


def prepare(document):
    """Have the fields of a document known, before any of its pages is opened."""
    document.init_forms()


def on(document, page):
    """Return what is Written onto a page. Remarks (sticky notes) are left out, as in Word."""
    fields, texts = 0, []
    form = document.formenv
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            is_field = kind == pdfium.FPDF_ANNOT_WIDGET
            fields += is_field
            if pdfium.FPDFAnnot_GetFlags(note) & UNSEEN:
                continue
            if is_field and form is not None:
                texts.append(_entry(form, note))
            elif kind == pdfium.FPDF_ANNOT_FREETEXT:
                texts.append(_said(pdfium.FPDFAnnot_GetStringValue, note, b"Contents"))
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return Written(fields, tuple(filter(None, texts)))


def _entry(form, note):
    if pdfium.FPDFAnnot_GetFormFieldType(form, note) not in ENTRIES:
        return ""
    if pdfium.FPDFAnnot_GetFormFieldFlags(form, note) & PASSWORD:
        return ""
    return _said(pdfium.FPDFAnnot_GetFormFieldValue, form, note)


def _said(ask, *about):
    """Return a text that PDFium writes into memory of ours; it counts bytes, with a zero behind."""
    size = ask(*about, None, 0)
    if not 2 < size <= 2 * LONGEST:
        return ""
    room = (c_ushort * (size // 2 + 1))()
    ask(*about, cast(room, POINTER(c_ushort)), size)
    return bytes(room)[: size - 2].decode("utf-16-le", "replace").replace("\r", "\n")
