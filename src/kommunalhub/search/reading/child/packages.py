"""Office files are zip archives: read member by member, counted, and nothing is ever unpacked."""

from kommunalhub.search.reading.child import markup
from kommunalhub.search.reading.limits import DAMAGED
from kommunalhub.search.reading.limits import ENCRYPTED
from kommunalhub.search.reading.limits import Refused
from kommunalhub.search.reading.limits import TOO_LARGE
from kommunalhub.search.reading.limits import UNSUPPORTED
from zipfile import BadZipFile
from zipfile import ZipFile

import posixpath
import zlib


CHUNK = 65536
#: Content types and ODF media types end in one of these.
KINDS = {
    "wordprocessingml.document": "docx",
    "wordprocessingml.template": "docx",
    "presentationml.presentation": "pptx",
    "presentationml.slideshow": "pptx",
    "presentationml.template": "pptx",
    "spreadsheetml.sheet": "xlsx",
    "spreadsheetml.template": "xlsx",
    "opendocument.text": "odt",
    "opendocument.text-template": "odt",
    "opendocument.presentation": "odp",
    "opendocument.presentation-template": "odp",
    "opendocument.spreadsheet": "ods",
    "opendocument.spreadsheet-template": "ods",
}
#: Where Office files keep their main part, should nothing else tell.
MAIN = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx", "xl/workbook.xml": "xlsx"}


def kind_of(file):
    """Return the token of the kind of an Office file by what is in it."""
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
            media_type = b""
            if "mimetype" in names:
                with archive.open("mimetype") as member:
                    media_type = member.read(200)
    except (BadZipFile, zlib.error, NotImplementedError, OSError, ValueError) as error:
        raise Refused(DAMAGED, "package") from error
    except RuntimeError as error:  # a member behind a password
        raise Refused(ENCRYPTED, "password") from error
    kind = KINDS.get(
        media_type.decode("ascii", "replace").strip().rpartition("application/vnd.")[2]
    )
    kind = kind or KINDS.get(media_type.decode("ascii", "replace").strip().rpartition("oasis.")[2])
    if kind:
        return kind
    for main, kind in MAIN.items():
        if main in names:
            return kind
    raise Refused(UNSUPPORTED, "archive")


class Package:
    """An Office file: its members by name, within limits."""

    def __init__(self, file, limits):
        self.limits = limits
        self.left = limits.unpacked
        try:
            self.archive = ZipFile(file)
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refused(DAMAGED, "package") from error
        members = self.archive.infolist()
        if len(members) > limits.members:
            raise Refused(TOO_LARGE, "members")
        self.members = {member.filename: member for member in members}

    def __contains__(self, name):
        return name in self.members

    def parse(self, name, handler):
        """Have a handler follow the XML of a member, see markup.parse."""
        member = self.members.get(name)
        if member is None:
            raise Refused(DAMAGED, "part_missing")
        if member.flag_bits & 1:
            raise Refused(ENCRYPTED, "password")
        is_large = member.file_size > self.limits.harmless
        if is_large and member.file_size > self.limits.ratio * max(member.compress_size, 1):
            raise Refused(TOO_LARGE, "unpacked")
        try:
            with self.archive.open(member) as stream:
                markup.parse(self._counted(stream), handler, self.limits.depth)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise Refused(DAMAGED, "package") from error

    def read(self, name, most):
        """Return a member of up to `most` bytes; raise Refused for a larger one."""
        member = self.members[name]
        if member.file_size > most:
            raise Refused(TOO_LARGE, "unpacked")
        if member.flag_bits & 1:
            raise Refused(ENCRYPTED, "password")
        with self.archive.open(member) as stream:
            return b"".join(self._counted(stream))

    def _counted(self, stream):
        while block := stream.read(CHUNK):
            self.left -= len(block)
            if self.left < 0:
                raise Refused(TOO_LARGE, "unpacked")
            yield block

    def relations(self, name):
        """Return {id: (end of the type, name of the member)} of what a member refers to."""
        folder, base = posixpath.split(name)
        where = posixpath.join(folder, "_rels", f"{base}.rels")
        if where not in self:
            return {}
        handler = _Relations(folder)
        self.parse(where, handler)
        return handler.found

    def main(self, fallback):
        """Return the name of the main member."""
        for kind, name in self.relations("").values():
            if kind == "officeDocument" and name in self:
                return name
        return fallback


class _Relations(markup.Handler):
    """Only names are made of what is found here; no path of a file system."""

    def __init__(self, folder):
        self.folder = folder
        self.found = {}

    def start(self, name, attributes):
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(self.folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            if len(self.found) < 10_000:
                self.found[attributes.get("Id")] = (kind, posixpath.normpath(path))
