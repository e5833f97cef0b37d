"""How big a request and a file may be. Pure.

Forms and uploads in parts are kept on disk while they are read. Everything else (JSON) is read into
memory, several times its size, so less of it is taken; and of people nobody knows next to nothing.
"""

from dataclasses import dataclass


MEGABYTE = 1024 * 1024

#: The biggest file anywhere. Kinds of files have smaller limits of their own, in the registry.
FILE = 100
#: A form with several files.
FORM = 2 * FILE + 1
#: JSON: a document of a case has room in it (a file is a third bigger in base64).
DATA = 40
#: The texts of a form, together; pictures pasted into one count.
TEXT = 4
#: Whatever somebody sends who is not signed in: the log-in, a search, a registration.
STRANGER = 1
#: What web servers take at all: site/server/web.py, buildout.cfg, servers/templates/nginx.conf.in.
SERVER = 210

STREAMED = {"multipart/form-data", "application/offset+octet-stream"}


@dataclass(frozen=True)
class TooBig:
    """Something is bigger than taken; what: "stranger", "data", "form", "text" or "file"."""

    what: str
    most: int


def length(text):
    """Return the bytes a Content-Length says; 0 where it says nothing sensible.

    >>> length("12"), length(""), length(None), length("-1"), length("²")
    (12, 0, 0, 0, 0)
    """
    return int(text) if text and text.isascii() and text.isdigit() else 0


def request_problem(content_type, size, is_known):
    """Return TooBig for a request of so many bytes that is not taken, else None.

    is_known: whether it comes from somebody who is signed in, as far as that can be told.

    >>> request_problem("application/json", 2 * MEGABYTE, False)
    TooBig(what='stranger', most=1)
    >>> request_problem("application/json", 2 * MEGABYTE, True)
    """
    kind = (content_type or "").partition(";")[0].strip().lower()
    what, most = ("form", FORM) if kind in STREAMED else ("data", DATA)
    if not is_known:
        what, most = "stranger", STRANGER
    return TooBig(what, most) if size > most * MEGABYTE else None


def text_problem(size):
    """Return TooBig for texts of a form of so many bytes that are not taken, else None."""
    return TooBig("text", TEXT) if size > TEXT * MEGABYTE else None


def file_problem(size):
    """Return TooBig for a file of so many bytes that is not taken, else None."""
    return TooBig("file", FILE) if size > FILE * MEGABYTE else None
