"""Put files into a folder, each by itself."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.documents import uploads
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.messages import filled
from kommunalhub.editorial.writing.pasted.operations import is_picture
from kommunalhub.security.ids.naming import named
from plone.app.content.namechooser import ATTEMPTS
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from transaction.interfaces import TransientError
from zope.i18nmessageid import Message

import logging
import os
import transaction


logger = logging.getLogger(__name__)

#: Bytes that are compared at once.
BLOCK = 65536
#: Endings of what becomes a picture with sizes of its own; all else stays a file.
PICTURES = frozenset({"jpeg", "jpg", "png"})
BROKEN = _("upload_broken", default="“${name}” is damaged: it cannot be opened as a picture.")
NOT_STORED = _("upload_not_stored", default="“${name}” could not be stored here.")


@dataclass(frozen=True)
class Result:
    """What became of one file. problem: why it was not taken, None where it was; url: of it.

    is_known: the same file is there already, so there is no second one.
    """

    name: str
    url: str = ""
    problem: Message | None = None
    is_known: bool = False


def put_in(place, sent):
    """Return a Result for each uploaded file, in their order; one that fails leaves the others."""
    limits = files.limits()
    return [_put_in(place, upload, limits) for upload in sent]


def _put_in(place, upload, limits):
    name = uploads.name_of(upload.filename)
    problem = files.problem_of(upload.filename, upload, limits)
    if problem is None and uploads.ending(name) in PICTURES:
        upload.seek(0)
        problem = None if is_picture(upload.read()) else _about(BROKEN, name)
    if problem is not None:
        return Result(name, problem=problem)
    known = _there(place, name, upload)
    if known is not None:
        return Result(name, url=f"{known.absolute_url()}/view", is_known=True)
    before = transaction.savepoint(optimistic=True)
    try:
        made = _make(place, name, upload)
    except TransientError:
        raise
    except Exception:  # a rule of the place, or of the type: the other files know nothing of it
        logger.exception("a file could not be stored in %s", place.absolute_url_path())
        before.rollback()
        return Result(name, problem=_about(NOT_STORED, name))
    return Result(name, url=f"{made.absolute_url()}/view")


def _there(place, name, upload):
    """Return what stands in a place under the name of a file and has the same in it, or None."""
    first = named(name)
    for id_ in _names(first):
        if id_ not in place:
            if id_ == first:
                continue  # a name that nothing can have here
            return None
        found = place[id_]
        blob = kept(found, "image") or kept(found, "file")
        is_same = getattr(blob, "filename", None) == name and _is_same(blob, upload)
        if is_same and asking.may("View", found):
            return found
    return None


def _names(first):
    """Yield the names that files of one name get in a folder, as Plone gives them.

    >>> [*_names("plan.pdf")][:3]
    ['plan.pdf', 'plan-1.pdf', 'plan-2.pdf']
    """
    yield first
    stem, ending = os.path.splitext(first)
    for number in range(1, ATTEMPTS + 1):
        yield f"{stem}-{number}{ending}"


def _is_same(blob, upload):
    """Return whether a file has in it what was uploaded."""
    if blob.getSize() != files.size_of(upload):
        return False
    with blob.open() as there:
        while block := there.read(BLOCK):
            if upload.read(len(block)) != block:
                return False
    return True


def _make(place, name, upload):
    upload.seek(0)
    kind, data = uploads.content_type(name), upload.read()
    title = os.path.splitext(name)[0]
    if uploads.ending(name) in PICTURES:
        image = NamedBlobImage(data=data, contentType=kind, filename=name)
        return createContentInContainer(place, "Image", title=title, image=image)
    file = NamedBlobFile(data=data, contentType=kind, filename=name)
    return createContentInContainer(place, "File", title=title, file=file)


def _about(message, name):
    return filled(message, name=name)
