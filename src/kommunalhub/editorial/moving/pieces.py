"""The pieces of a source as they would be here: kind, place, name, UID. Pure but for the files."""

from dataclasses import dataclass
from dataclasses import field
from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.editorial.moving import rules
from kommunalhub.editorial.moving import sources

import posixpath


TYPES = {sources.FOLDER: "Folder", sources.PICTURE: "Image", sources.FILE: "File"}
#: Of records that hold others.
FOLDERISH = "Folder"
#: Key, and with it the name, of the folder that the hub adds to those of a source; no file of a
#: source is called so.
FILES = "/dateien"
FILES_TITLE = _("moving_files", default="Files")


@dataclass
class Piece:
    """A piece, and what becomes of it.

    key: where it stands in the source; said: how the report names it; parent: key of the piece that
    it stands in, "" for the place itself; old: its way from the top of the old site; own_uid: the
    UID that it had there; blob: (path in the source, name) or None; carried: of a picture that a
    page carries in itself the key of the page.
    """

    key: str
    portal_type: str
    said: str
    parent: str = ""
    name: str = ""
    title: str = ""
    uid: str = ""
    old: str = ""
    own_uid: str = ""
    blob: tuple | None = None
    carried: str = ""
    verdict: str = ""
    reason: object = None
    lost: dict = field(default_factory=dict)
    missing: list = field(default_factory=list)
    digest: str = ""
    path: str = ""
    address: str = ""
    is_address_taken: bool = False

    def refuse(self, reason):
        """Leave it out; reason: a message."""
        self.verdict, self.reason = rules.REFUSED, reason

    @property
    def is_refused(self):
        return self.verdict == rules.REFUSED

    @property
    def is_page(self):
        return self.portal_type not in ("File", "Folder", "Image")


def of_found(one):
    """Return the Piece that a Listed of a folder of files makes."""
    return Piece(
        key=one.key,
        said=one.key,
        portal_type=TYPES.get(one.kind, "Document"),
        parent=posixpath.dirname(one.key),
        title=rules.title_of_name(one.key),
        old=one.key,
    )


def of_record(told):
    """Return the Piece that a record makes of what the reader tells of it."""
    path = told["path"]
    blob = next(iter(told["blobs"].values()), None)
    return Piece(
        key=told["uid"],
        said=path,
        portal_type=told["type"],
        parent=posixpath.dirname(path),
        title=told["title"],
        old=path,
        own_uid=told["uid"],
        blob=(blob["path"], blob["name"]) if blob else None,
    )


def folder_of_files():
    """Return the Piece of the folder for files that would stand in the place itself."""
    title = in_site_language(FILES_TITLE)
    return Piece(key=FILES, said=title, portal_type=FOLDERISH, title=title)


def carried_by(page, picture):
    """Return the Piece that a picture makes which a page carries in itself."""
    return Piece(
        key=f"{page.old}/{picture['name']}",
        said=f"{page.said}: {picture['name']}",
        portal_type="Image",
        parent=page.parent,
        title=picture["alt"] or f"{page.title}: {picture['name']}",
        carried=page.key,
    )


def name_wished(piece):
    """Return the name that a piece would have in its folder, before it is made an address."""
    name = posixpath.basename(piece.old or piece.key)
    if piece.carried:
        page = posixpath.splitext(posixpath.basename(posixpath.dirname(piece.key)))[0]
        return f"{page}-{name}"
    if piece.portal_type == "Document" and not piece.own_uid:
        return posixpath.splitext(name)[0] or name
    return name


def free(name, taken):
    """Return a name that is not taken, and take it.

    >>> taken = {"pass"}
    >>> free("pass", taken), free("pass.png", taken), sorted(taken)
    ('pass-1', 'pass.png', ['pass', 'pass-1', 'pass.png'])
    """
    stem, ending = posixpath.splitext(name)
    number, found = 0, name
    while found in taken:
        number += 1
        found = f"{stem}-{number}{ending}"
    taken.add(found)
    return found
