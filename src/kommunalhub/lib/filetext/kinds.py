"""What a file is, by its content; the ending decides only where content does not tell."""

from importlib import import_module
from kommunalhub.lib import office
from kommunalhub.lib.filekinds import family_of
from kommunalhub.lib.filetext import packages
from kommunalhub.lib.filetext.limits import DAMAGED
from kommunalhub.lib.filetext.limits import ENCRYPTED
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.limits import UNSUPPORTED

import re


HEAD = 4096
READERS = {
    "pdf": ("pdf", "read"),
    "docx": ("word", "read"),
    "pptx": ("slides", "read"),
    "xlsx": ("sheets", "read"),
    "odt": ("opendocument", "read_text"),
    "odp": ("opendocument", "read_slides"),
    "ods": ("opendocument", "read_sheets"),
    "rtf": ("rtf", "read"),
    "html": ("plain", "read_html"),
    "vtt": ("plain", "read_subtitles"),
    "srt": ("plain", "read_subtitles"),
    "txt": ("plain", "read_text"),
}
#: Endings of files that are nothing but text.
AS_TEXT = {"txt", "text", "md", "csv", "log", "rst", "ics", "xml", "json"}
_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.I | re.S)
_SRT = re.compile(rb"\s*\d+\s*\r?\n\s*\d+:\d\d:\d\d[,.]\d+\s*-->")


def ending(name):
    """Return the ending of a file name in lower case, without its dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def kind_of(file, name):
    """Return the token of the kind of a file, or raise Refused."""
    head = file.read(HEAD)
    start = head[3:] if head.startswith(b"\xef\xbb\xbf") else head
    family = family_of(head)
    if family == "zip":
        return packages.kind_of(file)
    if family == "ole":
        if office.is_encrypted_ole(file):
            raise Refused(ENCRYPTED, "password")
        raise Refused(UNSUPPORTED, "old_format")
    if family in READERS:
        return family
    if start.startswith(b"WEBVTT"):
        return "vtt"
    if _SRT.match(start):
        return "srt"
    if _HTML.match(start):
        return "html"
    return _by_ending(ending(name), head)


def _by_ending(found, head):
    if not head.strip(b"\0"):
        raise Refused(DAMAGED, "zeros")
    if found in ("html", "htm", "xhtml"):
        return "html"
    if found in ("vtt", "srt"):
        return found
    if found in AS_TEXT or (not found and _is_text(head)):
        if not _is_text(head):
            raise Refused(UNSUPPORTED, "not_text")
        return "txt"
    if found in READERS:  # it says it is one, and does not look like it
        raise Refused(UNSUPPORTED, "other_content")
    raise Refused(UNSUPPORTED, "kind")


def _is_text(head):
    """Return whether bytes look like text: next to no control characters, or UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if head.count(0) > len(head) // 4:  # UTF-16 without a mark has every second byte zero
        return not any(head[0::2]) or not any(head[1::2])
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return control * 50 < len(head)


def reader_of(kind):
    """Return read(file, sink, limits, ocr) for a kind."""
    module, name = READERS[kind]
    return getattr(import_module(f"kommunalhub.lib.filetext.{module}"), name)
