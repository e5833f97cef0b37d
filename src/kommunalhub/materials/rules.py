"""The rules for training materials as pure functions: files by content, dates, video links."""

from dataclasses import dataclass
from kommunalhub.lib import office
from kommunalhub.lib.filekinds import family_of
from os import SEEK_END
from urllib.parse import urlsplit

import re


PDF_TYPE = "application/pdf"
OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"

#: How much of a file is looked at from either end to tell a PDF.
END_BYTES = 4096


@dataclass(frozen=True)
class FileKind:
    """A kind of file that a material may be; token, name for people, and how it declares itself."""

    token: str
    title: str
    media_type: str


KINDS = {
    kind.token: kind
    for kind in (
        FileKind("pdf", "PDF", PDF_TYPE),
        FileKind("docx", "Word", f"{OOXML}.wordprocessingml.document"),
        FileKind("pptx", "PowerPoint", f"{OOXML}.presentationml.presentation"),
        FileKind("odt", "OpenDocument Text", f"{ODF}.text"),
        FileKind("odp", "OpenDocument Präsentation", f"{ODF}.presentation"),
    )
}
#: Subtitles: endings, most bytes of a file (a day of talk has less), and how a cue begins.
SUBTITLES = ("vtt", "srt")
SUBTITLES_TYPE = "text/plain"
SUBTITLES_LIMIT = 5_000_000
_CUE = re.compile(rb"\d{1,2}:\d{2}[.,]\d{1,3}[ \t]+-->")
#: Kinds beside files: what a material without a file is.
VIDEO = "video"
TEXT = "text"

EMPTY = "empty"
TOO_BIG = "too_big"
UNKNOWN_KIND = "unknown_kind"
OTHER_CONTENT = "other_content"
BROKEN = "broken"
PROTECTED = "protected"
OLD_FORMAT = "old_format"
MACROS = "macros"
UNSAFE = "unsafe"
#: What is told of an Office file that cannot be looked at.
OFFICE_PROBLEMS = {"broken": BROKEN, "locked": PROTECTED, "entities": UNSAFE}


class BadFile(ValueError):
    """A file that is no training material; `problem` is one of the constants above."""

    def __init__(self, problem):
        super().__init__(problem)
        self.problem = problem


def extension(filename) -> str:
    """Return the extension in lower case without dot; empty if there is none.

    >>> extension("Folien.Vergabe.PPTX"), extension("README"), extension(None)
    ('pptx', '', '')
    """
    _stem, dot, ending = (filename or "").rpartition(".")
    return ending.lower() if dot else ""


def check_file(stream, filename, limit, is_read=None) -> str:
    """Return the kind (token in KINDS) that the file's name and content agree on.

    stream: seekable binary file; limit: bytes. Only beginning, end and table of contents are read,
    nothing is unpacked but what an Office file declares of itself. is_read: tells of a PDF whose
    end is not where it should be (a stream) whether it can be read; without it none can.
    Raises BadFile.
    """
    stream.seek(0, SEEK_END)
    size = stream.tell()
    if size == 0:
        raise BadFile(EMPTY)
    if size > limit:
        raise BadFile(TOO_BIG)
    named = extension(filename)
    if named in office.MACRO_ENDINGS:
        raise BadFile(MACROS)
    if named not in KINDS:
        raise BadFile(UNKNOWN_KIND)
    if content_kind(stream, is_read) != named:
        raise BadFile(OTHER_CONTENT)
    return named


def check_subtitles(stream, filename):
    """Check a file of subtitles, WebVTT or SubRip; as UTF-16 too, as some programs write it.

    stream: seekable binary file. Raises BadFile.
    """
    data = stream.read(SUBTITLES_LIMIT + 1)
    if not data:
        raise BadFile(EMPTY)
    if len(data) > SUBTITLES_LIMIT:
        raise BadFile(TOO_BIG)
    if extension(filename) not in SUBTITLES:
        raise BadFile(UNKNOWN_KIND)
    if not _CUE.search(data.replace(b"\0", b"")):
        raise BadFile(OTHER_CONTENT)


def content_kind(stream, is_read=None) -> str | None:
    """Return the kind of file by its content, None for content that is none of ours.

    Raises BadFile for what begins like one of ours and is damaged, locked or has macros.
    """
    stream.seek(0)
    head = stream.read(END_BYTES)
    family = family_of(head)
    if family == "ole":
        raise BadFile(PROTECTED if office.is_encrypted_ole(stream) else OLD_FORMAT)
    if family == "pdf":
        return _checked_pdf(stream, is_read)
    return _office_kind(stream) if family == "zip" else None


def _checked_pdf(stream, is_read):
    """Return "pdf" for one that is whole: its end says so, or who reads it finds its pages.

    Scanners and printers write behind the end, old programs leave it out.
    """
    stream.seek(0, SEEK_END)
    stream.seek(max(stream.tell() - END_BYTES, 0))
    if b"%%EOF" not in stream.read() and not (is_read is not None and is_read(stream)):
        raise BadFile(BROKEN)
    return "pdf"


def _office_kind(stream):
    try:
        found = office.look(stream)
    except office.BadOffice as bad:
        raise BadFile(OFFICE_PROBLEMS[bad.reason]) from bad
    if found.has_macros:
        raise BadFile(MACROS)
    return found.kind


def kind_of_material(file_kind, video_url) -> str:
    """Return what a material is first of all: its file, else a video, else a text."""
    return file_kind or (VIDEO if video_url else TEXT)


def has_content(file, video_url, text) -> bool:
    """Return whether there is anything to read or watch; white space is nothing.

    >>> has_content(None, None, " "), has_content(None, "https://video.example.org/1", None)
    (False, True)
    """
    return bool(file) or bool((video_url or "").strip()) or bool((text or "").strip())


def is_https_url(value) -> bool:
    """Return whether value is an https address of a host, without user name in it.

    >>> is_https_url("https://video.example.org/w/abc"), is_https_url("http://video.example.org/")
    (True, False)
    """
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    return (
        parts.scheme == "https"
        and bool(host)
        and "." in host.strip(".")
        and not parts.username
        and not any(sign.isspace() or sign in "<>\"'\\" for sign in value)
    )


def review_comes_first(review_on, valid_until) -> bool:
    """Return whether the review day lies before the last day of validity; unknown days fit.

    >>> from datetime import date
    >>> review_comes_first(date(2027, 1, 1), date(2027, 1, 1)), review_comes_first(None, None)
    (False, True)
    """
    return review_on is None or valid_until is None or review_on < valid_until
