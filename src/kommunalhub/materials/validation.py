"""The sentences for what rules.py refuses, as constraints of the schema's fields."""

from kommunalhub import _
from kommunalhub.core import registry
from kommunalhub.core.validation import FieldError
from kommunalhub.lib.filetext import limits
from kommunalhub.lib.htmltext import text_of
from kommunalhub.materials import rules
from kommunalhub.search.reading import process

import re


#: Largest file in MB where the registry has no record.
DEFAULT_LIMIT = 50
MEGABYTE = 1024 * 1024
#: What comes of reading a file that is whole.
OPENED = (limits.OK, limits.EMPTY, limits.ENCRYPTED)
#: What counts as content of a text although it has no words.
_PICTURE = re.compile(r"<(img|video|audio|iframe)\b", re.IGNORECASE)

FILE_PROBLEMS = {
    rules.EMPTY: _(
        "error_material_file_empty",
        default="The file is empty. Please check it and choose it again.",
    ),
    rules.UNKNOWN_KIND: _(
        "error_material_file_kind",
        default="Files of this kind are not accepted. Please choose a PDF, Word (.docx), "
        "PowerPoint (.pptx) or OpenDocument file (.odt, .odp).",
    ),
    rules.OTHER_CONTENT: _(
        "error_material_file_other_content",
        default="The content of the file does not match its name. Please save it anew in the "
        "program it was made with and choose it again.",
    ),
    rules.BROKEN: _(
        "error_material_file_broken",
        default="The file is damaged or incomplete. Please choose another copy of it.",
    ),
    rules.PROTECTED: _(
        "error_material_file_protected",
        default="The file has a password. Please save it without a password.",
    ),
    rules.OLD_FORMAT: _(
        "error_material_file_old_format",
        default="The file is in an old format of Office. Please save it as .docx, .pptx, .odt, "
        ".odp or PDF.",
    ),
    rules.UNSAFE: _(
        "error_material_file_unsafe",
        default="The file is built as no common program writes it, and for safety it is not "
        "accepted. Please save it anew in the program that it was made with.",
    ),
    rules.MACROS: _(
        "error_material_file_macros",
        default="The file contains macros. Please save it without macros.",
    ),
}


SUBTITLES_PROBLEMS = {
    **FILE_PROBLEMS,
    rules.UNKNOWN_KIND: _(
        "error_subtitles_kind", default="Please choose a file of subtitles (.vtt or .srt)."
    ),
    rules.OTHER_CONTENT: _(
        "error_subtitles_content",
        default="No subtitles were found in the file. Each begins with its time, "
        "for example 00:01:05.000 --> 00:01:08.000.",
    ),
}


def file_limit():
    """Return the size limit of a material's file in bytes."""
    limit = registry.read("kommunalhub.material_file_limit", DEFAULT_LIMIT)
    return limit * MEGABYTE


def is_material_file(value) -> bool:
    """Constraint: a file of a kind that materials may have, whole and not too large."""
    limit = file_limit()
    try:
        with value.open() as stream:
            rules.check_file(stream, value.filename, limit, is_read)
    except rules.BadFile as bad:
        raise FieldError(sentence(bad.problem, limit)) from bad
    return True


def is_read(stream) -> bool:
    """Return whether the reading program of the search opens a file."""
    return process.read(stream, ocr="", office="").outcome in OPENED


def is_subtitles_file(value) -> bool:
    """Constraint: a file of subtitles."""
    try:
        with value.open() as stream:
            rules.check_subtitles(stream, value.filename)
    except rules.BadFile as bad:
        limit = rules.SUBTITLES_LIMIT
        raise FieldError(sentence(bad.problem, limit, SUBTITLES_PROBLEMS)) from bad
    return True


def sentence(problem, limit, problems=FILE_PROBLEMS):
    """Return what to tell about a file; limit: bytes."""
    if problem == rules.TOO_BIG:
        return _(
            "error_material_file_too_big",
            default="The file is larger than ${limit} MB. Please make it smaller, for example by "
            "compressing pictures, or split it.",
            mapping={"limit": limit // MEGABYTE},
        )
    return problems[problem]


def is_video_url(value) -> bool:
    """Constraint: an https address."""
    if not rules.is_https_url(value):
        raise FieldError(
            _(
                "error_video_url",
                default="Please enter the whole address of the video; it begins with https://.",
            )
        )
    return True


def says_something(markup) -> bool:
    """Return whether HTML has words, or a picture.

    >>> says_something("<p>&nbsp; </p>"), says_something("<p>So <b>geht</b> es</p>")
    (False, True)
    """
    return bool(_PICTURE.search(markup or "") or text_of(markup).strip())
