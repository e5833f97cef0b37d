"""The rules for training materials as pure functions: files by content, dates, video links."""

from dataclasses import dataclass
from os import SEEK_END
from urllib.parse import urlsplit
from zipfile import BadZipFile
from zipfile import ZipFile

import re
import zlib


PDF_TYPE = "application/pdf"
OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"

#: How much of a file is looked at from either end to tell a PDF.
END_BYTES = 4096
#: Where OpenDocument files say what in them is behind a password, and how much of it is read.
ODF_MANIFEST = "META-INF/manifest.xml"
MANIFEST_BYTES = 65536
#: Old Word and PowerPoint files, and new ones behind a password.
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Kind:
    """A kind of file that a material may be; token, name for people, and how it declares itself."""

    token: str
    title: str
    media_type: str
    main_part: str = ""


KINDS = {
    kind.token: kind
    for kind in (
        Kind("pdf", "PDF", PDF_TYPE),
        Kind("docx", "Word", f"{OOXML}.wordprocessingml.document", "word/document.xml"),
        Kind("pptx", "PowerPoint", f"{OOXML}.presentationml.presentation", "ppt/presentation.xml"),
        Kind("odt", "OpenDocument Text", f"{ODF}.text", "content.xml"),
        Kind("odp", "OpenDocument Präsentation", f"{ODF}.presentation", "content.xml"),
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
MACROS = "macros"


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


def check_file(stream, filename, limit) -> str:
    """Return the kind (token in KINDS) that the file's name and content agree on.

    stream: seekable binary file; limit: bytes. Only beginning, end and table of contents are read,
    nothing is unpacked but the first bytes of the main part.
    Raises BadFile.
    """
    stream.seek(0, SEEK_END)
    size = stream.tell()
    if size == 0:
        raise BadFile(EMPTY)
    if size > limit:
        raise BadFile(TOO_BIG)
    named = extension(filename)
    if named not in KINDS:
        raise BadFile(UNKNOWN_KIND)
    if content_kind(stream) != named:
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


def content_kind(stream) -> str | None:
    """Return the kind of file by its content, None for content that is none of ours.

    Raises BadFile for what begins like one of ours and is damaged or locked.
    """
    stream.seek(0)
    head = stream.read(END_BYTES)
    if head.startswith(OLE_MAGIC):
        raise BadFile(PROTECTED)
    if b"%PDF-" in head[:1024]:
        return _checked_pdf(stream)
    if head.startswith(b"PK"):
        return _zip_kind(stream)
    return None


def _checked_pdf(stream):
    stream.seek(0, SEEK_END)
    stream.seek(max(stream.tell() - END_BYTES, 0))
    if b"%%EOF" not in stream.read():
        raise BadFile(BROKEN)
    return "pdf"


def _zip_kind(stream):
    try:
        with ZipFile(stream) as package:
            names = set(package.namelist())
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise BadFile(MACROS)
            kind = _declared_kind(package, names)
            if kind is not None:
                if _is_locked(package, KINDS[kind].main_part, names):
                    raise BadFile(PROTECTED)
                with package.open(KINDS[kind].main_part) as part:
                    part.read(64)
            return kind
    except (BadZipFile, zlib.error, EOFError, OSError, KeyError, RuntimeError) as error:
        raise BadFile(BROKEN) from error


def _is_locked(package, main_part, names):
    if package.getinfo(main_part).flag_bits & 1:
        return True
    if ODF_MANIFEST not in names:
        return False
    with package.open(ODF_MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(MANIFEST_BYTES)


def _declared_kind(package, names):
    if "mimetype" in names:
        with package.open("mimetype") as declaration:
            media_type = declaration.read(200).decode("ascii", "replace").strip()
        return next((k.token for k in KINDS.values() if k.media_type == media_type), None)
    if "[Content_Types].xml" in names:
        for token in ("docx", "pptx"):
            if KINDS[token].main_part in names:
                return token
    return None


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
