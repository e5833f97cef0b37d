"""@@solid-file: the 3D file of an object, as private as the object itself."""

from hashlib import blake2b
from kommunalhub.core.caching.lasting import LASTING
from kommunalhub.core.private.database import blob_of
from kommunalhub.search.reading.state import fingerprint
from plone.namedfile.utils import filestream_range_iterator
from Products.Five import BrowserView
from zExceptions import NotFound
from ZODB.POSException import POSKeyError


VIEW = "@@solid-file"
MEDIA_TYPE = "model/gltf-binary"


def mark_of(file):
    """Return a text that is another one for each content of a file."""
    return blake2b((fingerprint(file) or "").encode(), digest_size=8).hexdigest()


def address_of(solid):
    """Return the address of the file of an object."""
    return f"{solid.absolute_url()}/{VIEW}?v={mark_of(solid.file)}"


class SolidFile(BrowserView):
    """Sends the file."""

    def __call__(self):
        file, response = self.context.file, self.request.response
        if file is None:
            raise NotFound(VIEW)
        mark, asked = mark_of(file), self.request.form.get("v")
        if asked not in (None, mark):
            raise NotFound("v")
        tag = f'"{mark}"'
        response.setHeader("ETag", tag)
        # security/headers makes it private where not everybody may see it
        response.setHeader("Cache-Control", LASTING if asked else "no-cache")
        if self.request.getHeader("If-None-Match") == tag:
            response.setStatus(304)
            return b""
        response.setHeader("Content-Type", MEDIA_TYPE)
        response.setHeader("Content-Length", str(file.getSize()))
        response.setHeader("Content-Disposition", f'inline; filename="{self.context.getId()}.glb"')
        if self.request.get("REQUEST_METHOD") == "HEAD":
            return b""
        try:
            path = blob_of(file).committed()
        except POSKeyError as error:
            raise NotFound(VIEW) from error
        return filestream_range_iterator(path, "rb", start=0, end=file.getSize())

    HEAD = __call__
