"""The verbs of a gallery: bring pictures, each by itself, and describe them."""

from dataclasses import dataclass
from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.documents import uploads
from kommunalhub.core.kept import kept
from kommunalhub.core.messages import filled
from kommunalhub.core.validation import FieldError
from kommunalhub.lib.pictures import MOST_BYTES
from kommunalhub.showroom import media
from kommunalhub.showroom import validation
from kommunalhub.showroom.interfaces import IExhibitPicture
from pathlib import PurePosixPath
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


TYPE = "ExhibitPicture"
#: So many pictures a gallery has at most.
MOST = 100
#: Where a picture keeps by what it was known when it came; what is shown is made anew.
SENT = "_showroom_sent"
LONGEST = {"title": 200, "alternative": 4000}
FULL = _("error_gallery_full", default="There is room for ${n} pictures.", mapping={"n": MOST})
NO_TITLE = _("error_picture_title", default="Please give the picture a title.")
TOO_LONG = _("error_picture_long", default="Please keep it to ${n} characters.")


@dataclass(frozen=True)
class Result:
    """What became of one file. problem: why it was not taken; is_known: it is there already."""

    name: str
    picture: object = None
    problem: Message | None = None
    is_known: bool = False


def pictures_of(exhibit):
    return media.media_of(exhibit, TYPE)


def bring(exhibit, sent, shared):
    """Return a Result for each uploaded file, in their order; one that fails leaves the others.

    sent: objects with `filename` that can be read. shared: {credits, licence} of all of them.
    """
    there = pictures_of(exhibit)
    coming = _Coming(exhibit, shared, {kept(one, SENT): one for one in there}, len(there))
    return [coming.bring(upload) for upload in sent]


@dataclass
class _Coming:
    """Files on their way into a gallery. known: {digest: picture}; count: of what is there."""

    exhibit: object
    shared: dict
    known: dict
    count: int

    def bring(self, upload):
        name = uploads.name_of(upload.filename)
        data = upload.read(MOST_BYTES + 1)
        digest = sha256(data).hexdigest()
        if digest in self.known:
            return Result(name, self.known[digest], is_known=True)
        if self.count >= MOST:
            return Result(name, problem=FULL)
        image = NamedBlobImage(data, contentType=uploads.content_type(name), filename=name)
        try:
            validation.is_picture(image)
        except FieldError as refused:
            return Result(name, problem=refused.args[0])
        made = self.add(name, image)
        setattr(made, SENT, digest)
        self.known[digest] = made
        self.count += 1
        return Result(name, made)

    def add(self, name, image):
        title = PurePosixPath(name).stem.replace("_", " ").strip()[: LONGEST["title"]]
        return createContentInContainer(
            self.exhibit, TYPE, title=title or name, image=image, **self.shared
        )


def wrong_in(values):
    """Return {field: message} of what is wrong with {title, alternative} of a picture."""
    wrong = {
        name: filled(TOO_LONG, n=most) for name, most in LONGEST.items() if len(values[name]) > most
    }
    return wrong if values["title"] else {"title": NO_TITLE, **wrong}


def describe(picture, values):
    """Set {title, alternative} of a picture, where they are others; return whether they were."""
    changed = [name for name in values if (getattr(picture, name) or "") != values[name]]
    for name in changed:
        setattr(picture, name, values[name])
    if changed:
        notify(ObjectModifiedEvent(picture, Attributes(IExhibitPicture, *changed)))
    return bool(changed)
