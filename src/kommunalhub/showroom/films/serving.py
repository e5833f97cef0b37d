"""@@media-file/NAME: the files of a film, in ranges, as private as the film itself.

film/@@media-file/film?v=…          the film or recording
film/@@media-file/described?v=…     with audio description
film/@@media-file/captions?v=…      the captions, plain text
"""

from hashlib import blake2b
from kommunalhub.core.caching.known import is_known
from kommunalhub.core.caching.lasting import LASTING
from kommunalhub.core.private.database import blob_of
from kommunalhub.search.reading.state import fingerprint
from kommunalhub.showroom.films import ranges
from plone.namedfile.utils import filestream_range_iterator
from Products.Five import BrowserView
from zExceptions import NotFound
from ZODB.POSException import POSKeyError
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


VIEW = "@@media-file"
NAMES = {"film": "file", "described": "described", "captions": "captions"}


def mark_of(file):
    """Return a text that is another one for each content of a file, None before it is stored."""
    found = fingerprint(file)
    return blake2b(found.encode(), digest_size=8).hexdigest() if found else None


def with_mark(url, file):
    """Return the address of a file with its mark: what is there may be kept for a year."""
    mark = mark_of(file)
    return f"{url}?v={mark}" if mark else url


def address_of(film, name):
    """Return the address of a file of a film, None without one."""
    file = getattr(film, NAMES[name], None)
    return with_mark(f"{film.absolute_url()}/{VIEW}/{name}", file) if file is not None else None


@implementer(IPublishTraverse)
class MediaFile(BrowserView):
    """Sends a file, or the bytes of it that are asked for."""

    name = None

    def publishTraverse(self, request, name):
        if self.name is not None or name not in NAMES:
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self):
        file = getattr(self.context, NAMES[self.name], None) if self.name else None
        if file is None:
            raise NotFound(self.name or VIEW)
        mark, size, response = mark_of(file), file.getSize(), self.request.response
        if mark is None:
            raise NotFound(self.name)
        asked = self.request.form.get("v")
        if asked not in (None, mark):
            raise NotFound("v")
        tag = f'"{mark}"'
        response.setHeader("ETag", tag)
        response.setHeader("Accept-Ranges", "bytes")
        # security/headers makes it private where not everybody may see it
        response.setHeader("Cache-Control", LASTING if asked else "no-cache")
        if is_known(self.request, tag):
            response.setStatus(304)
            return b""
        header = self.request.getHeader("Range")
        try:
            part = ranges.asked(header, size, self.request.getHeader("If-Range"), tag)
        except ranges.NotThere:
            response.setStatus(416)
            response.setHeader("Content-Range", f"bytes */{size}")
            return b""
        start, end = part or (0, size)
        if part is not None:
            response.setStatus(206)
            response.setHeader("Content-Range", f"bytes {start}-{end - 1}/{size}")
        response.setHeader("Content-Type", file.contentType)
        response.setHeader("Content-Length", str(end - start))
        response.setHeader("X-Content-Type-Options", "nosniff")
        try:
            path = blob_of(file).committed()
        except POSKeyError as error:
            raise NotFound(self.name) from error
        return filestream_range_iterator(path, "rb", start=start, end=end)
