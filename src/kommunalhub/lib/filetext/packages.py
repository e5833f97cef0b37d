"""Office files are zip archives: read member by member, counted, and nothing is ever unpacked."""

from kommunalhub.lib import markup
from kommunalhub.lib import office
from kommunalhub.lib.filetext.limits import DAMAGED
from kommunalhub.lib.filetext.limits import ENCRYPTED
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.limits import TOO_LARGE
from kommunalhub.lib.filetext.limits import UNSUPPORTED
from zipfile import BadZipFile
from zipfile import ZipFile

import posixpath
import zlib


CHUNK = 65536
#: What becomes of a file that cannot be looked at.
BAD = {
    "broken": (DAMAGED, "package"),
    "locked": (ENCRYPTED, "password"),
    "entities": (UNSUPPORTED, "entities"),
}
#: What becomes of a member that is no XML as it is read here.
BAD_MARKUP = {
    "markup": (DAMAGED, "markup"),
    "entities": (UNSUPPORTED, "entities"),
    "nested": (UNSUPPORTED, "nested"),
}


def kind_of(file):
    """Return the token of the kind of an Office file by what it declares."""
    try:
        found = office.look(file)
    except office.BadOffice as bad:
        raise Refused(*BAD[bad.reason]) from bad
    if found.kind is None:
        raise Refused(UNSUPPORTED, "archive")
    return found.kind


class Package:
    """An Office file: its members by name (see office.member_name), within limits."""

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
        self.members = {office.member_name(member.filename): member for member in members}

    def __contains__(self, name):
        return name in self.members

    @property
    def has_macros(self):
        return any(map(office.is_macro, self.members))

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
        except markup.BadMarkup as bad:
            raise Refused(*BAD_MARKUP[bad.reason]) from bad
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
        handler = office.Relations(folder)
        self.parse(where, handler)
        return handler.found

    def related(self, name, *kinds):
        """Return the names of the members of some kinds that a member refers to, each once."""
        found = [where for kind, where in self.relations(name).values() if kind in kinds]
        return [where for where in dict.fromkeys(found) if where in self]

    def main(self):
        """Return the name of the main member of a file of Microsoft Office."""
        names = (*self.related("", "officeDocument"), *office.FALLBACKS)
        return next((name for name in names if name in self), "")
