"""The verbs: take a source over, as it was planned."""

from dataclasses import replace
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import asking
from kommunalhub.core.exchange.writing import put_in
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.core.transactions import attempt
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.moving import addresses
from kommunalhub.editorial.moving import attached
from kommunalhub.editorial.moving import pieces
from kommunalhub.editorial.moving import rules
from kommunalhub.editorial.moving import said
from kommunalhub.editorial.moving import slots
from kommunalhub.editorial.moving import storage
from kommunalhub.editorial.moving import values
from kommunalhub.editorial.variants.rules import KINDS
from plone.app.linkintegrity.handlers import modifiedContent
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.dexterity.utils import createContent
from plone.restapi.interfaces import IDeserializeFromJson
from plone.uuid.interfaces import ATTRIBUTE_NAME
from Products.CMFCore.indexing import processQueue
from zExceptions import BadRequest
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.container.contained import notifyContainerModified
from zope.event import notify
from zope.globalrequest import getRequest
from zope.interface import Interface
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import logging


logger = logging.getLogger(__name__)

#: Pieces that are written in one transaction.
TOGETHER = 50
LONGEST_DETAIL = 200


class NotStored(ValueError):
    """A piece that this site does not take; says why."""


def write(made, tell=None):
    """Write what a Plan says, some pieces in a transaction; its pieces tell what became of them.

    What is stopped in the middle goes on where it stopped when it is run again. A piece that cannot
    be stored is refused, the others of its transaction are written without it.
    tell: called with how many are done and how many there are.
    """
    wanted = [one for one in made.pieces if one.verdict in (rules.NEW, rules.CHANGED)]
    for start in range(0, len(wanted), TOGETHER):
        some = wanted[start : start + TOGETHER]
        try:
            attempt(lambda some=some: _write(made, some))
        except Exception:  # of one of them: which, is seen when each is written by itself
            for piece in some:
                _write_alone(made, piece)
        site()._p_jar.cacheMinimize()
        if tell is not None:
            tell(min(start + TOGETHER, len(wanted)), len(wanted))
    attempt(lambda: _finish(made, wanted))
    linking = [one for one in wanted if one.is_page and not one.is_refused]
    for start in range(0, len(linking), TOGETHER):
        attempt(lambda some=linking[start : start + TOGETHER]: _link(some))
        site()._p_jar.cacheMinimize()


def _write_alone(made, piece):
    try:
        attempt(lambda: _write(made, [piece]))
    except Exception as error:
        if not isinstance(error, NotStored):
            logger.exception("%s could not be stored", piece.said)
        piece.refuse(said.reason("not_stored", str(error)[:LONGEST_DETAIL]))


def _write(made, some):
    lines = storage.ensured_lines(site(), made.book)
    folders, touched = {"": made.place}, {}
    for piece in some:
        if piece.verdict == rules.NEW:
            folder = folders.get(piece.parent)
            if folder is None:
                folder = folders[piece.parent] = _folder_of(piece, lines)
            thing = _add(made, piece, folder)
            touched["/".join(folder.getPhysicalPath())] = folder
            if piece.portal_type == pieces.FOLDERISH:
                folders[piece.key] = thing
        else:
            thing = _change(made, piece)
        _note(made, piece, thing)
        root = len(site().getPhysicalPath())
        piece.path = "/".join(thing.getPhysicalPath()[root:])
        lines[piece.key] = storage.Line(
            uid=piece.uid, digest=piece.digest, here=values.digest_here(thing)
        )
        _lead_here(made, piece, lines)
    for folder in touched.values():
        notifyContainerModified(folder)


def _folder_of(piece, lines):
    line = lines.get(piece.parent)
    folder = thing_of(line.uid) if line is not None else None
    if folder is None:
        raise NotStored(in_site_language(said.reason("folder_left")))
    return folder


def _add(made, piece, folder):
    """Make a piece in a folder: a draft that nobody in particular has made."""
    told, html = _told(made, piece)
    found = values.of(piece, told, html)
    thing = createContent(piece.portal_type, **found, **{ATTRIBUTE_NAME: piece.uid})
    _set_fields(piece, thing, folder, told.get("fields"))
    _set_blob(made, piece, thing)
    thing.id = piece.name
    thing = put_in(folder, thing)
    if IChecked.providedBy(thing):
        slots.say(thing, made.source.said.get(piece.own_uid))
    if piece.is_page and piece.parent and rules.is_first_page(piece.old) and not piece.own_uid:
        folder.setDefaultPage(thing.getId())
    return thing


def _change(made, piece):
    thing = thing_of(piece.uid)
    told, html = _told(made, piece)
    found = values.of(piece, told, html)
    for name, value in found.items():
        setattr(thing, name, value)
    if attached.has_file(piece):
        setattr(thing, values.BLOBS[piece.portal_type][0], None)
    _set_fields(piece, thing, None, told.get("fields"))
    names = [*found, *filter(None, [_set_blob(made, piece, thing)])]
    notify(ObjectModifiedEvent(thing, Attributes(Interface, *names)))
    return thing


def _told(made, piece):
    """Return (what was read of a piece, its text with addresses that lead to pieces here)."""
    told = made.told(piece)
    html, _missing = addresses.filled_in(told.get("html", ""), made.lookup, made.base)
    return told, html


def _set_blob(made, piece, thing):
    """Give a thing its file; return the name of the field, None without one."""
    if not attached.has_file(piece):
        return None
    name, value = values.blob(piece, attached.bytes_of(made, piece), attached.name_of(piece))
    setattr(thing, name, value)
    return name


def _set_fields(piece, thing, folder, fields):
    """Set what an export says of other fields, as REST would; raise NotStored where that is not.

    folder: of a thing that is new. What this site does not know of its own fields is left out. The
    thing has no picture yet: one that nobody has described comes all the same, as a draft.
    """
    fields = {name: value for name, value in (fields or {}).items() if value not in (None, [], "")}
    for name in ("title", *rules.VARIANT):
        fields.pop(name, None)
    placed = thing if folder is None else thing.__of__(folder)
    reader = getMultiAdapter((placed, getRequest()), IDeserializeFromJson)
    while fields:
        try:
            reader(validate_all=False, data=fields, create=folder is not None)
            return
        except BadRequest as error:
            wrong = _wrong_in(error)
            strange = {one.get("field") for one in wrong}
            if not strange or not strange <= rules.OURS & set(fields):
                raise NotStored(_problem(error, wrong)) from error
            for name in strange:
                del fields[name]
            lost = piece.lost.get("fields", 0) + len(strange)
            piece.lost = {**piece.lost, "fields": lost}


def _wrong_in(error):
    """Return [{field, message}] of an error of plone.restapi, [] where it says something else."""
    [found, *_more] = error.args or [""]
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _problem(error, wrong):
    """Return what is wrong in an error of plone.restapi, as a text."""
    told = "; ".join(f"{one.get('field', '')}: {one.get('message', '')}" for one in wrong)
    return told or str(error)


def _note(made, piece, thing):
    """Write into the journal of a page where it comes from."""
    if not IApprovable.providedBy(thing):
        return
    mapping = {"source": made.called, "key": piece.said}
    is_new = piece.verdict == rules.NEW
    IJournal(thing).append(
        entries.MOVED,
        asking.userid(),
        action=entries.BROUGHT_IN if is_new else entries.RENEWED,
        comment=in_site_language(filled(said.FROM, **mapping)),
    )


def _lead_here(made, piece, lines):
    """Let the address that a piece had lead to where it is now."""
    line = lines[piece.key]
    if not piece.address or line.address == piece.address:
        return
    root = "/".join(site().getPhysicalPath())
    storage_of_addresses = getUtility(IRedirectionStorage)
    storage_of_addresses.add(f"{root}/{piece.address}", f"{root}/{piece.path}")
    lines[piece.key] = replace(line, address=piece.address)


def _finish(made, wanted):
    """Do what needs all pieces to be there: addresses, order, first pages."""
    lines = storage.ensured_lines(site(), made.book)
    for piece in made.pieces:
        if piece.verdict == rules.SAME:
            _lead_here(made, piece, lines)
    _lead_old_addresses(made)
    new = {one.own_uid: one for one in wanted if one.verdict == rules.NEW and one.own_uid}
    for own_uid, position in sorted(made.source.ordering, key=lambda pair: pair[1]):
        if own_uid in new:
            thing = thing_of(new[own_uid].uid)
            folder = thing.__parent__
            folder.moveObjectToPosition(thing.getId(), position, suppress_events=True)
            thing.reindexObject(idxs=["getObjPositionInParent"])
    for folder_uid, page_uid in made.source.first_pages:
        if folder_uid in new and page_uid in new and not new[page_uid].is_refused:
            folder, page = thing_of(new[folder_uid].uid), thing_of(new[page_uid].uid)
            if page.getId() in folder:
                folder.setDefaultPage(page.getId())
    for piece in wanted:
        _join(made, piece)
    processQueue()


def _join(made, piece):
    """Let a variant belong to its page, which may have come after it."""
    told = {} if piece.is_refused else made.told(piece).get("fields") or {}
    kind, own_uid = (rules.token_of(told.get(name)) for name in rules.VARIANT)
    page = made.lookup(f"resolveuid/{own_uid}") if own_uid and kind in KINDS else None
    if page is None:
        return
    thing = thing_of(piece.uid)
    thing.variant_kind, thing.variant_of = kind, page[0]
    notify(ObjectModifiedEvent(thing, Attributes(Interface, *rules.VARIANT)))


def _link(some):
    """Let what is led to know of the links to it: when they were written it was not there yet."""
    for piece in some:
        page = thing_of(piece.uid)
        if page is not None:
            modifiedContent(page, None)


def _lead_old_addresses(made):
    """Let addresses lead here that led to pieces of the old site already."""
    by_path = {one.old: one for one in made.pieces if one.old and not one.is_refused}
    root = "/".join(site().getPhysicalPath())
    kept = getUtility(IRedirectionStorage)
    for old, new in made.source.redirects:
        piece = by_path.get(_in_site(new))
        address = _in_site(old)
        if piece is not None and rules.is_inside(address) and not values.stands(address):
            kept.add(f"{root}/{address}", f"{root}/{piece.path}")


def _in_site(path):
    """Return a path of another site without the name of that site."""
    return path.strip("/").partition("/")[2]
