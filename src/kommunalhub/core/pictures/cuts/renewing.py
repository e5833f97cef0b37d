"""What follows when a picture, or what is shown of it, was changed."""

from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.cuts.interfaces import ICut
from kommunalhub.core.pictures.cuts.scaling import FIELD
from plone.app.linkintegrity.utils import getIncomingLinks
from plone.app.textfield.interfaces import IRichTextValue


def another_picture(thing, event):
    """Forget the cut where another picture came without one, and show it anew in texts."""
    names = {
        name.rpartition(".")[2]
        for told in event.descriptions
        for name in getattr(told, "attributes", ())
    }
    cut = names & set(ICut.names())
    if FIELD in names and not cut:
        for name in ICut.names():
            setattr(thing, name, ICut[name].default)
    if FIELD in names or cut:
        show_anew(thing)


def show_anew(thing):
    """Let no process show a text as it was made with the picture before.

    Processes keep what they made of a text for an hour with its value: a new one has nothing kept.
    """
    for link in getIncomingLinks(thing):
        page = link.from_object
        text = kept(page, "text") if page is not None else None
        if IRichTextValue.providedBy(text):
            page.text = type(text)(text.raw, text.mimeType, text.outputMimeType, text.encoding)
