"""The media type of a file sent over REST: found out as for one sent by form, never believed."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input.fields import CarefulDeserializer
from plone.dexterity.interfaces import IDexterityContent
from plone.namedfile.interfaces import IImage
from plone.namedfile.interfaces import INamedField
from plone.namedfile.utils import get_contenttype
from plone.namedfile.utils import getImageInfo
from plone.restapi.interfaces import IFieldDeserializer
from z3c.form.interfaces import IDataManager
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(INamedField, IDexterityContent, IKommunalhubLayer)
class FileDeserializer(CarefulDeserializer):
    """Reads as carefully as all; what the client claims of the media type is left aside."""

    def __call__(self, value):
        value = super().__call__(value)
        stored = getMultiAdapter((self.context, self.field), IDataManager).query()
        if value is not None and value is not stored:
            value.contentType = media_type(value)
        return value


def media_type(file):
    """Return the media type by the name of a file; of a picture by its content."""
    named = get_contenttype(filename=file.filename)
    if IImage.providedBy(file):
        return getImageInfo(file.data)[0] or named
    return named
