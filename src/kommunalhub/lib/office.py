"""What an Office file declares of itself: its kind, its main part, macros, a password.

Such a file is a zip archive. Of it only the table of contents and a few small members are read;
nothing is unpacked to disk.
"""

from dataclasses import dataclass
from kommunalhub.lib import markup
from zipfile import BadZipFile
from zipfile import ZipFile

import posixpath
import zlib


#: Office files with a password are an old-style shell around a part of this name.
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: Ends of content types (OOXML, without .main+xml) and media types (ODF).
KINDS = {
    "wordprocessingml.document": "docx",
    "wordprocessingml.template": "docx",
    "ms-word.document.macroenabled": "docx",
    "ms-word.template.macroenabledtemplate": "docx",
    "presentationml.presentation": "pptx",
    "presentationml.slideshow": "pptx",
    "presentationml.template": "pptx",
    "ms-powerpoint.presentation.macroenabled": "pptx",
    "ms-powerpoint.slideshow.macroenabled": "pptx",
    "ms-powerpoint.template.macroenabled": "pptx",
    "spreadsheetml.sheet": "xlsx",
    "spreadsheetml.template": "xlsx",
    "ms-excel.sheet.macroenabled": "xlsx",
    "ms-excel.template.macroenabled": "xlsx",
    "opendocument.text": "odt",
    "opendocument.text-template": "odt",
    "opendocument.presentation": "odp",
    "opendocument.presentation-template": "odp",
    "opendocument.spreadsheet": "ods",
    "opendocument.spreadsheet-template": "ods",
}
ODF_MAIN = "content.xml"
MIMETYPE, ODF_MANIFEST = "mimetype", "meta-inf/manifest.xml"
CONTENT_TYPES, RELATIONS = "[content_types].xml", "_rels/.rels"
#: The folder in which the parts of a kind stand, should no content type tell it.
FOLDERS = {"word": "docx", "ppt": "pptx", "xl": "xlsx"}
FALLBACKS = ("word/document.xml", "ppt/presentation.xml", "xl/workbook.xml")
#: Endings that say themselves that a file may have macros.
MACRO_ENDINGS = {"docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam"}
#: Lists of macros; a file without any macro may have them.
ODF_LISTS = {"script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"}
#: Bytes of a member that are read in here.
MOST = 4 * 1024 * 1024


class BadOffice(ValueError):
    """An archive that cannot be used; `reason`: broken, locked or entities."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Office:
    """kind: docx, pptx, xlsx, odt, odp, ods, None for an archive of another kind; main: the name
    of the part that the text begins in, None where there is none."""

    kind: str | None
    main: str | None = None
    has_macros: bool = False


def member_name(name):
    r"""Return how a member is called here: parts differ by no case, Windows writes `\`.

    >>> member_name(r"word\Document.xml"), member_name("/word/document.xml")
    ('word/document.xml', 'word/document.xml')
    """
    return name.replace("\\", "/").lstrip("/").lower()


def look(file):
    """Return the Office that a seekable binary file declares itself to be.

    Raises BadOffice for a broken archive, one behind a password, and one with entities.
    """
    try:
        with ZipFile(file) as archive:
            return _Archive(archive).office()
    except BadOffice:
        raise
    except markup.BadMarkup as bad:
        raise BadOffice("entities" if bad.reason == "entities" else "broken") from bad
    except NotImplementedError as error:
        raise BadOffice("broken") from error
    except RuntimeError as error:  # what zipfile says of a member behind a password
        raise BadOffice("locked") from error
    except (BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError) as error:
        raise BadOffice("broken") from error


def is_encrypted_ole(file, chunk=1 << 20):
    """Return whether a file that begins with OLE is a new Office file behind a password."""
    file.seek(0)
    tail = b""
    while block := file.read(chunk):
        if OLE_ENCRYPTED in tail + block:
            return True
        tail = block[-len(OLE_ENCRYPTED) :]
    return False


class _Archive:
    def __init__(self, archive):
        self.archive = archive
        self.members = {member_name(member.filename): member for member in archive.infolist()}

    def read(self, name):
        with self.archive.open(self.members[name]) as member:
            return member.read(MOST)

    def parse(self, name, handler):
        if name in self.members:
            markup.parse([self.read(name)], handler)
        return handler

    def office(self):
        kind, main = self.declared_odf() if MIMETYPE in self.members else self.declared_ooxml()
        if kind is None:
            return Office(None)
        if main not in self.members:
            raise BadOffice("broken")
        if self.is_locked(main):
            raise BadOffice("locked")
        with self.archive.open(self.members[main]) as part:
            part.read(64)
        return Office(kind, main, self.has_macros())

    def declared_odf(self):
        said = self.read(MIMETYPE)[:200].decode("ascii", "replace").strip().lower()
        return KINDS.get(said.rpartition("oasis.")[2]), ODF_MAIN

    def declared_ooxml(self):
        """Return (kind, main part): relations name the part, content types its kind."""
        relations = self.parse(RELATIONS, Relations("")).found.values()
        mains = [name for kind, name in relations if kind == "officeDocument"]
        mains += [name for name in FALLBACKS if name in self.members]
        if not mains:
            return None, None
        main = next((name for name in mains if name in self.members), mains[0])
        types = self.types
        said = types.parts.get(main) or types.endings.get(main.rpartition(".")[2], "")
        said = said.removesuffix("+xml").removesuffix(".main")
        for start in ("vnd.openxmlformats-officedocument.", "application/vnd."):
            if said.rpartition(start)[2] in KINDS:
                return KINDS[said.rpartition(start)[2]], main
        folders = (name.partition("/")[0] for name in (main, *mains))
        return next((FOLDERS[folder] for folder in folders if folder in FOLDERS), None), main

    @property
    def types(self):
        return self.parse(CONTENT_TYPES, _Types())

    def is_locked(self, main):
        if self.members[main].flag_bits & 1:
            return True
        return ODF_MANIFEST in self.members and b"encryption-data" in self.read(ODF_MANIFEST)

    def has_macros(self):
        if any(map(is_macro, self.members)):
            return True
        types = self.types
        said = (*types.parts.values(), *types.endings.values())
        return any("macroenabled" in one or "macrosheet" in one for one in said)


def is_macro(name):
    """Return whether a member (as named by `member_name`) is a program, by where it stands.

    >>> is_macro("word/vbaproject.bin"), is_macro("basic/standard/module1.xml")
    (True, True)
    >>> is_macro("basic/script-lc.xml"), is_macro("word/document.xml")
    (False, False)
    """
    folder, _slash, rest = name.partition("/")
    base = posixpath.basename(name)
    if base == "vbaproject.bin" or folder == "scripts" and base:
        return True
    return folder == "basic" and bool(rest) and bool(base) and base not in ODF_LISTS


class Relations(markup.Handler):
    """found: {id: (end of the type, name of the member)} of what a member in a folder refers to.

    Only names are made of what is found here; no path of a file system.
    """

    MOST = 10_000

    def __init__(self, folder):
        self.folder = folder
        self.found = {}

    def start(self, name, attributes):
        if name == "rel:Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = target[1:] if target.startswith("/") else posixpath.join(self.folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            if len(self.found) < self.MOST:
                self.found[attributes.get("Id")] = kind, member_name(posixpath.normpath(path))


class _Types(markup.Handler):
    """parts: {member: content type}; endings: {ending of a name: content type}; lower case."""

    def __init__(self):
        self.parts, self.endings = {}, {}

    def start(self, name, attributes):
        said = attributes.get("ContentType", "").lower()
        if name == "ct:Override":
            self.parts[member_name(attributes.get("PartName", ""))] = said
        elif name == "ct:Default":
            self.endings[attributes.get("Extension", "").lower()] = said
