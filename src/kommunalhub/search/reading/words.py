"""Plain words for what came of reading a file, and for where in it something stands."""

from kommunalhub import _
from kommunalhub.lib.filetext import limits
from kommunalhub.lib.filetext.plain import time_code
from kommunalhub.search.reading import state


#: For each outcome: a few words for lists.
SHORT = {
    state.WAITING: _("reading_waiting", default="being read …"),
    limits.OK: _("reading_ok", default="searchable"),
    limits.ENCRYPTED: _("reading_encrypted", default="password-protected"),
    limits.DAMAGED: _("reading_damaged", default="damaged"),
    limits.TOO_LARGE: _("reading_too_large", default="too large to search"),
    limits.EMPTY: _("reading_empty", default="no searchable text"),
    limits.TIMEOUT: _("reading_timeout", default="takes too long to read"),
    limits.UNSUPPORTED: _("reading_unsupported", default="content is not searched"),
}
#: For each outcome: what it means and what to do.
SENTENCES = {
    state.WAITING: _(
        "reading_waiting_long",
        default="The file is being read … After that the search finds what it says.",
    ),
    limits.OK: _("reading_ok_long", default="The search finds what the file says."),
    limits.ENCRYPTED: _(
        "reading_encrypted_long",
        default="The file is password-protected. The search finds its title only.",
    ),
    limits.DAMAGED: _(
        "reading_damaged_long",
        default="The file is damaged and could not be read completely. Please save it anew and "
        "upload it again.",
    ),
    limits.TOO_LARGE: _(
        "reading_too_large_long",
        default="The file is too large to be read completely. Please split it.",
    ),
    limits.EMPTY: _(
        "reading_empty_long",
        default="The file has no searchable text. The search finds its title only.",
    ),
    limits.TIMEOUT: _(
        "reading_timeout_long",
        default="Reading the file took too long and was ended. Please save it anew or split it.",
    ),
    limits.UNSUPPORTED: _(
        "reading_unsupported_long",
        default="Files of this kind are not searched. The search finds the title only.",
    ),
}
#: Where the reason tells more.
BY_REASON = {
    (limits.OK, "cut"): _(
        "reading_cut_long",
        default="The file is very long. The search finds what its first part says.",
    ),
    (limits.EMPTY, "scanned"): _(
        "reading_scanned_long",
        default="The file has no searchable text, only pictures of pages. Please have the text "
        "recognised when scanning.",
    ),
    (limits.EMPTY, "no_bytes"): _(
        "reading_no_bytes_long", default="The file is empty. Please upload it again."
    ),
    (limits.EMPTY, "missing"): _(
        "reading_missing_long",
        default="The content of the file is missing on the server. Please upload it again.",
    ),
    **dict.fromkeys(
        [(limits.UNSUPPORTED, "crash"), (limits.UNSUPPORTED, "content")],
        _(
            "reading_failed_long",
            default="The file could not be read. The search finds its title, and what was read "
            "until then. Please save it anew, for example as a PDF, and upload it again.",
        ),
    ),
    **dict.fromkeys(
        [(limits.UNSUPPORTED, "entities"), (limits.UNSUPPORTED, "nested")],
        _(
            "reading_refused_long",
            default="For safety the file is not read: it is built as no common program writes it. "
            "Please save it anew in the program that it was made with.",
        ),
    ),
    (limits.UNSUPPORTED, "other_content"): _(
        "reading_other_content_long",
        default="The content of the file does not match its name, so it is not searched. Please "
        "save it anew in the program that it was made with.",
    ),
    (limits.UNSUPPORTED, "old_format"): _(
        "reading_old_format_long",
        default="Files in old Office formats are not searched. Please save it as .docx, .xlsx, "
        ".pptx or PDF.",
    ),
}


def short(outcome):
    """Return a few words for an outcome, None for one that is not known."""
    return SHORT.get(outcome)


def sentence(outcome, reason=""):
    """Return a sentence for an outcome and its reason."""
    return BY_REASON.get((outcome, reason)) or SENTENCES[outcome]


def sentence_of(kept, begun=None):
    """Return a sentence for a state.Kept; begun: what is read so far of a file that still waits."""
    if kept.outcome == state.WAITING and begun is not None and begun.begin is not None:
        mapping = {"number": begun.begin[0] - 1, "pages": begun.pages}
        return _(
            "reading_waiting_pages",
            default="The file is being read: ${number} of ${pages} pages are done.",
            mapping=mapping,
        )
    if kept.reason == "cut" and kept.pages:
        last = max((part.number or 0 for part in kept.parts), default=0)
        return _(
            "reading_cut_pages",
            default="The file is very long. The search finds what its first ${number} of ${pages}"
            " pages say.",
            mapping={"number": last, "pages": kept.pages},
        )
    return sentence(kept.outcome, kept.reason)


def programs(office, ocr):
    """Return sentences on what the server can do with files; office, ocr: its programs, or None."""
    return (
        _(
            "programs_office",
            default="Word, PowerPoint and Excel files show a picture of their first page: "
            "LibreOffice is on this server.",
        )
        if office
        else _(
            "programs_no_office",
            default="Word, PowerPoint and Excel files show a picture only if they carry one: "
            "LibreOffice is not on this server.",
        ),
        _(
            "programs_ocr",
            default="Scanned PDF files are read: tesseract is on this server.",
        )
        if ocr
        else _(
            "programs_no_ocr",
            default="Scanned PDF files are not read: tesseract is not on this server.",
        ),
    )


def places(unit, numbers):
    """Return where in a file something stands: „Seite 17, 45“; None without such places."""
    if unit == "second":
        numbers = map(time_code, numbers)
        return _("place_time", default="from ${time}", mapping={"time": ", ".join(numbers)})
    return place(unit, ", ".join(map(str, numbers)))


def place(unit, number):
    """Return where in a file something stands: „Folie 12“; None where there are no such places."""
    if number is None:
        return None
    mapping = {"number": number}
    if unit == "page":
        return _("place_page", default="Page ${number}", mapping=mapping)
    if unit == "slide":
        return _("place_slide", default="Slide ${number}", mapping=mapping)
    if unit == "sheet":
        return _("place_sheet", default="Sheet ${number}", mapping=mapping)
    if unit == "second":
        return _("place_time", default="from ${time}", mapping={"time": time_code(number)})
    return None
