"""GET of content: without who is just editing it."""

from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from plone.dexterity.interfaces import IDexterityContainer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


class _OwnMatters:
    """plone.restapi tells every reader the name of who holds the lock."""

    def __call__(self, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        if not asking.may("Modify portal content", self.context):
            result.pop("lock", None)
        return result


@implementer(ISerializeToJson)
@adapter(IDexterityContent, IKommunalhubLayer)
class HubContent(_OwnMatters, SerializeToJson):
    """Content as JSON."""


@implementer(ISerializeToJson)
@adapter(IDexterityContainer, IKommunalhubLayer)
class HubFolder(_OwnMatters, SerializeFolderToJson):
    """Containers as JSON."""
