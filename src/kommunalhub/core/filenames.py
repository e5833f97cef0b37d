"""Names of uploaded files, whichever way they came: form, REST, upload in pieces, import."""

from kommunalhub.lib.filenames import shown
from plone.namedfile.interfaces import INamed
from zope.component import adapter
from zope.schema.interfaces import IFieldUpdatedEvent


@adapter(IFieldUpdatedEvent)
def tidy(event):
    """Take out of the name of a file what is not seen as it is, as soon as the file gets it.

    Not when content is added: what a title, an address or a check is made of stands here before.
    """
    if event.field.__name__ != "filename" or not event.new_value:
        return
    name = shown(event.new_value) or None
    if name != event.new_value and INamed.providedBy(event.object):
        event.object.filename = name
