"""What taking over a source would do to each piece; nothing is written."""

from collections.abc import Callable
from dataclasses import dataclass
from kommunalhub.approvals.pages import DRAFT
from kommunalhub.core.tools import brain_of
from kommunalhub.core.tools import site
from kommunalhub.editorial.moving import addresses
from kommunalhub.editorial.moving import attached
from kommunalhub.editorial.moving import pieces
from kommunalhub.editorial.moving import rules
from kommunalhub.editorial.moving import said
from kommunalhub.editorial.moving import sources
from kommunalhub.editorial.moving import storage
from kommunalhub.editorial.moving import values
from kommunalhub.editorial.moving.reading import read_all
from kommunalhub.editorial.moving.reading import Spool
from kommunalhub.security.ids.naming import named
from plone.uuid.interfaces import IUUID

import posixpath


@dataclass
class Plan:
    """The pieces of a source, each after the folder that it stands in, and what was read of them.

    called: what the source is called in journals; book: name of its book, see storage; lookup:
    from a key that a text names to (UID, whether it is a picture) or None.
    """

    source: sources.Source
    place: object
    base: str
    called: str
    book: str
    pieces: list
    spool: Spool
    lookup: Callable | None = None

    def counts(self):
        found = dict.fromkeys(rules.VERDICTS, 0)
        for piece in self.pieces:
            found[piece.verdict] += 1
        return found

    def told(self, piece):
        """Return what the reader told of a piece; nothing of what it did not read."""
        return self.spool.get(piece.key) if piece.key in self.spool else {}


def plan(source, place, base="", called="", name="", tell=None):
    """Return the Plan of taking a source over into a place, as everything is now.

    base: the address it stood at; name: what tells it from other sources that come there.
    """
    book = storage.name_of(IUUID(place), name)
    made = Plan(source, place, base, called, book, [], Spool())
    found = _read(source, base, made.spool, tell)
    made.pieces = _in_order(source, [*_folder_of_files(found), *found])
    _place(made)
    attached.look(made)
    _judge(made)
    return made


# What there is


def _read(source, base, spool, tell):
    """Return the pieces that a source has, those refused too."""
    found = {}
    for one in source.found:
        if one.refused or not source.is_export:
            piece = pieces.of_found(one)
            found[one.key] = [piece]
            if one.refused:
                piece.refuse(said.reason(one.refused, one.detail))
    for one, told in read_all(source, base, tell):
        found[one.key] = _of_told(one, told, source, spool, found.get(one.key))
    return [piece for group in found.values() for piece in group]


def _of_told(one, told, source, spool, known):
    """Return the pieces that the reader found in a file."""
    [piece] = known or [pieces.of_found(one)]
    if "refused" in told:
        piece.refuse(said.reason(*told["refused"]))
        return [piece]
    if source.is_export:
        piece = pieces.of_record(told)
    elif one.kind == sources.PICTURE:
        return [piece]
    piece.title = told["title"]
    piece.lost = told["lost"]
    spool.put(piece.key, told)
    carried = [pieces.carried_by(piece, picture) for picture in told["pictures"]]
    return [*carried, piece]


def _folder_of_files(found):
    """Yield the folder for what would stand in the place itself, and put that into it.

    Files are read where their folder is read, and the place may be released.
    """
    folders = _folders_of(found)
    files = [one for one in found if attached.is_file(one) and not one.is_refused]
    loose = [one for one in files if _above(one, folders) is None]
    if loose:
        yield pieces.folder_of_files()
        for one in loose:
            one.parent = pieces.FILES


def _in_order(source, found):
    """Return pieces so that folders come first, outer ones before inner ones, then files, pages."""
    order = dict(source.ordering)
    kinds = {"Folder": 0, "File": 1, "Image": 1}

    def rank(piece):
        depth = piece.old.count("/") if piece.portal_type == pieces.FOLDERISH else 0
        return (kinds.get(piece.portal_type, 2), depth, order.get(piece.own_uid, 0), piece.key)

    found = sorted(found, key=rank)
    for piece in found:
        if piece.portal_type == pieces.FOLDERISH and piece.old and not source.is_export:
            piece.title = _title_of_folder(piece, found) or piece.title
    needed = _folders_needed(found)
    return [
        one
        for one in found
        if one.portal_type != pieces.FOLDERISH
        or source.is_export
        or one.is_refused
        or one.key in needed
    ]


def _title_of_folder(folder, found):
    pages = (one for one in found if one.parent == folder.key and one.is_page)
    return next((one.title for one in pages if rules.is_first_page(one.key)), "")


def _folders_needed(found):
    """Return the keys of the folders in which there is anything that is taken over."""
    needed = set()
    for piece in found:
        if not piece.is_refused and piece.portal_type != pieces.FOLDERISH:
            needed.update((piece.parent, *rules.folders_above(piece.old or piece.key)))
    return needed


# Where it comes


def _place(made):
    """Give each piece the folder and the name that it has here, and its UID."""
    folders = _folders_of(made.pieces)
    allowed = {fti.getId() for fti in made.place.allowedContentTypes()}
    known = storage.lines_of(site(), made.book)
    ours = {line.uid for line in known.values()}
    root = "/".join(made.place.getPhysicalPath()[len(site().getPhysicalPath()) :])
    taken = {"": {one for one in made.place.objectIds() if _uid_in(made.place, one) not in ours}}
    for piece in made.pieces:
        if piece.is_refused:
            continue
        above = _above(piece, folders)
        piece.parent = above.key if above is not None else ""
        if above is not None and above.is_refused:
            piece.refuse(said.reason("folder_left"))
            continue
        if above is None and piece.portal_type not in allowed:
            piece.refuse(said.reason("type_here"))
            continue
        siblings = taken.setdefault(piece.parent, set())
        wished = named(pieces.name_wished(piece), max_length=rules.LONGEST_NAME)
        piece.name = pieces.free(wished or "seite", siblings)
        piece.path = f"{above.path if above is not None else root}/{piece.name}"
        piece.uid = known[piece.key].uid if piece.key in known else _uid_for(piece, made.book)


def _uid_in(folder, name):
    return IUUID(folder[name], None)


def _folders_of(found):
    """Return {way from the top of the old site: piece} of the folders among pieces."""
    return {one.old or one.key: one for one in found if one.portal_type == pieces.FOLDERISH}


def _above(piece, folders):
    """Return the piece of the next folder around a piece, None where that is the place."""
    parent = piece.parent
    while parent not in ("", "/"):
        if parent in folders:
            return folders[parent]
        parent = posixpath.dirname(parent)
    return None


def _uid_for(piece, book):
    """Return its own UID where nothing here has it, so that links by it go on leading to it."""
    if piece.own_uid and brain_of(piece.own_uid) is None:
        return piece.own_uid
    return rules.uid_for(book, piece.key)


# What becomes of it


def _judge(made):
    """Say of each piece whether it is new, changed, the same or refused."""
    made.lookup = lookup_in(made)
    known, gone, read = storage.lines_of(site(), made.book), set(), set()
    for piece in made.pieces:
        if piece.is_refused:
            continue
        told = made.told(piece)
        html, piece.missing = addresses.filled_in(told.get("html", ""), made.lookup, made.base)
        digest = values.digest_of(piece, told, html)
        if attached.has_file(piece):
            digest = rules.digest_of(digest, attached.digest_of(made, piece))
        piece.digest = digest
        line = known.get(piece.key)
        state = _compare(piece, line)
        if piece.parent in gone and not piece.is_refused:
            piece.refuse(said.reason("folder_left"))
        elif piece.parent in read and attached.is_file(piece) and piece.verdict == rules.NEW:
            piece.refuse(said.reason("read_at_once"))
        if piece.portal_type == pieces.FOLDERISH:
            gone.update([piece.key] * (piece.is_refused and state is None))
            read.update([piece.key] * (state not in (DRAFT, None)))
        _note_address(made, piece, line)


def _compare(piece, line):
    """Say what becomes of a piece by its Line, None for one that was never taken over.

    Returns the state of what is here of it, of files that of their folder; None where nothing is.
    """
    brain = brain_of(piece.uid)
    stands, state = None, None
    if brain is not None:
        piece.path = brain.getPath()[len("/".join(site().getPhysicalPath())) + 1 :]
        if line is not None and line.digest == piece.digest:
            stands, state = line.here, brain.review_state  # it sleeps on
        else:
            here = brain._unrestrictedGetObject()
            stands, state = values.digest_here(here), values.state_of(here)
            here._p_deactivate()
    is_draft = state in (DRAFT, None)
    known = line and (line.digest, line.here)
    piece.verdict, token = rules.verdict(known, piece.digest, stands, is_draft, brain is not None)
    piece.reason = said.reason(token) if token else None
    return state or None


def lookup_in(made):
    """Return a function from a key that a text names to (UID, whether it is a picture) or None."""
    found = {"": (IUUID(made.place), False)}
    for piece in made.pieces:
        if piece.is_refused:
            continue
        told = (piece.uid, piece.portal_type == "Image")
        for name in _names(piece):
            found.setdefault(name, told)
    lowered = {}
    for name, told in found.items():
        lowered.setdefault(name.lower(), told)
    return lambda key: found.get(key) or lowered.get(key.lower())


def _names(piece):
    """Yield what texts may call a piece."""
    yield piece.key
    if piece.own_uid:
        yield f"resolveuid/{piece.own_uid}"
        yield piece.old
    elif piece.is_page and piece.old:
        yield posixpath.splitext(piece.old)[0]
        if rules.is_first_page(piece.old):
            yield posixpath.dirname(piece.old) or "."


def _note_address(made, piece, line):
    """Say under which address it was known, where that can lead here."""
    if piece.is_refused or not piece.old or not (made.base or piece.own_uid):
        return
    before = addresses.path_of(made.base)
    address = f"{before}/{piece.old}" if before else piece.old
    if line is not None and line.address == address:
        piece.address = address
    elif values.stands(address):
        piece.is_address_taken = address != piece.path
    else:
        piece.address = address
