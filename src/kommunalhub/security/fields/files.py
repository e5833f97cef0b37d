"""The media type of a file sent over REST: found out as for one sent by form, never believed."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input.fields import CarefulDeserializer
from plone.dexterity.interfaces import IDexterityContent
from plone.namedfile.interfaces import IImage
from plone.namedfile.interfaces import INamedBlobImageField
from plone.namedfile.interfaces import INamedField
from plone.namedfile.interfaces import INamedImageField
from plone.namedfile.utils import get_contenttype
from plone.namedfile.utils import getImageInfo
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.services.content.tus import TUSUpload
from z3c.form.interfaces import IDataManager
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer


#: What a picture is said to be until its content was looked at.
SOME_PICTURE = "image/x-unknown"


@implementer(IFieldDeserializer)
@adapter(INamedField, IDexterityContent, IKommunalhubLayer)
class FileDeserializer(CarefulDeserializer):
    """Reads as carefully as all; what the client claims of the media type is left aside."""

    def __call__(self, value):
        value = super().__call__(self.without_claim(value))
        stored = getMultiAdapter((self.context, self.field), IDataManager).query()
        if value is not None and value is not stored:
            value.contentType = media_type(value)
            self.field.bind(self.context).validate(value)
        return value

    def without_claim(self, value):
        """Return what was sent with the media type that the name of the file says."""
        if isinstance(value, TUSUpload):
            said = value.metadata()
            said["content-type"] = self.by_name(said.get("filename"))
        elif isinstance(value, dict):
            value = {**value, "content-type": self.by_name(value.get("filename"))}
        return value

    def by_name(self, filename):
        if INamedImageField.providedBy(self.field) or INamedBlobImageField.providedBy(self.field):
            return SOME_PICTURE
        return get_contenttype(filename=filename)


def media_type(file):
    """Return the media type by the name of a file; of a picture by its content."""
    named = get_contenttype(filename=file.filename)
    if IImage.providedBy(file):
        return getImageInfo(file.data)[0] or named
    return named
