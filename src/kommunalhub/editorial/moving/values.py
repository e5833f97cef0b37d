"""What is written of a piece, and what stands here of it now."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
from base64 import b64decode
from kommunalhub.approvals.documents import uploads
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.editorial.moving import rules
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage

import posixpath


#: The field that has the file of a type, and what it is kept as.
BLOBS = {
    "File": ("file", NamedBlobFile),
    "Image": ("image", NamedBlobImage),
    "News Item": ("image", NamedBlobImage),
}
TEXTS = frozenset(("Document", "Event", "News Item", "Collection"))
#: What is compared of a thing besides its text and its file.
COMPARED = ("title", "description", "remoteUrl", "start", "end", "location", "image_caption")


def of(piece, told, html):
    """Return {field: value} of a piece, but for its file."""
    found = {"title": piece.title}
    if told.get("description"):
        found["description"] = told["description"]
    if piece.portal_type in TEXTS and html:
        found["text"] = RichTextValue(html, "text/html", "text/x-html-safe")
    return found


def digest_of(piece, told, html):
    """Return what tells this state of a piece from another, but for its file."""
    described, fields = told.get("description", ""), told.get("fields", {})
    return rules.digest_of(piece.portal_type, piece.title, described, html, fields)


def blob(piece, data, name):
    """Return (field, value) of the file of a piece, of one of the types in BLOBS."""
    field, kind = BLOBS[piece.portal_type]
    # a picture says itself what it is; of a file its name says it, never who brought it
    content_type = uploads.content_type(name) if kind is NamedBlobFile else ""
    return field, kind(data=data, contentType=content_type, filename=name)


def carried(told, piece):
    """Return the bytes of a picture that a page carries in itself."""
    name = posixpath.basename(piece.key)
    return b64decode(next(one["data"] for one in told["pictures"] if one["name"] == name))


def digest_here(thing):
    """Return what tells the present state of a thing from another."""
    text = kept(thing, "text")
    found = [str(kept(thing, name) or "") for name in COMPARED]
    found.append(getattr(text, "raw", "") or "")
    for field, _kind in set(BLOBS.values()):
        value = kept(thing, field)
        if value is not None and hasattr(value, "getSize"):
            found += [value.filename or "", value.getSize()]
    return rules.digest_of(thing.portal_type, *found)


def state_of(thing):
    """Return the state of a thing, of what has none that of what it stands in; None for none."""
    around = (one for one in aq_chain(aq_inner(thing)) if hasattr(aq_base(one), "portal_type"))
    states = (tool("portal_workflow").getInfoFor(one, "review_state", None) for one in around)
    return next(filter(None, states), None)


def stands(path):
    """Return whether something stands at a path of the site."""
    found = site()
    for name in path.split("/"):
        if not hasattr(aq_base(found), "objectIds") or name not in found.objectIds():
            return False
        found = found[name]
    return True
