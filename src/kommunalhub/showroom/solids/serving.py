"""@@solid-file: the 3D file of an object, as private as the object itself."""

from hashlib import blake2b
from kommunalhub.core.caching.known import is_known
from kommunalhub.core.caching.lasting import LASTING
from kommunalhub.core.private.database import blob_of
from kommunalhub.search.reading.state import fingerprint
from kommunalhub.showroom.solids.small import small_of
from pathlib import Path
from plone.namedfile.utils import filestream_range_iterator
from Products.Five import BrowserView
from zExceptions import NotFound
from ZODB.POSException import POSKeyError


VIEW = "@@solid-file"
MEDIA_TYPE = "model/gltf-binary"
#: Up to here a file is sent in one piece, which halves it; larger ones are streamed as they are.
MOST_PACKED = 1024 * 1024


def mark_of(file):
    """Return a text that is another one for each content of a file."""
    return blake2b((fingerprint(file) or "").encode(), digest_size=8).hexdigest()


def address_of(solid):
    """Return the address of the file of an object."""
    return f"{solid.absolute_url()}/{VIEW}?v={mark_of(solid.file)}"


def small_address_of(solid):
    """Return the address of the version for phones, None where they get the whole file."""
    small = small_of(solid)
    return None if small is None else f"{solid.absolute_url()}/{VIEW}?v={small.mark}"


class SolidFile(BrowserView):
    """Sends the file, or its version for phones."""

    def __call__(self):
        file, response = self.context.file, self.request.response
        if file is None:
            raise NotFound(VIEW)
        asked, small = self.request.form.get("v"), small_of(self.context)
        if small is not None and asked == small.mark:
            mark, blob, size = asked, small.blob, small.size
        else:
            mark, blob, size = mark_of(file), blob_of(file), file.getSize()
        if asked not in (None, mark):
            raise NotFound("v")
        tag = f'"{mark}"'
        response.setHeader("ETag", tag)
        # security/headers makes it private where not everybody may see it
        response.setHeader("Cache-Control", LASTING if asked else "no-cache")
        if is_known(self.request, tag):
            response.setStatus(304)
            return b""
        response.setHeader("Content-Type", MEDIA_TYPE)
        response.setHeader("Content-Length", str(size))
        response.setHeader("Content-Disposition", f'inline; filename="{self.context.getId()}.glb"')
        try:
            path = blob.committed()
        except POSKeyError as error:
            raise NotFound(VIEW) from error
        if size <= MOST_PACKED:  # in one piece, so that it is sent compressed
            return Path(path).read_bytes()
        return filestream_range_iterator(path, "rb", start=0, end=size)
