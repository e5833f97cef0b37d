"""@types and @vocabularies: what a form needs, for who may fill one in here.

plone.restapi describes every type to everybody signed in, and shows every vocabulary to everybody:
groups, roles, workflows, what add-ons bring.
"""

from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from plone.app.content.browser.vocabulary import PERMISSIONS
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import iterSchemataForType
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services.types.get import TypesGet
from plone.restapi.services.types.get import TypesInfo
from plone.restapi.services.vocabularies.get import VocabulariesGet
from Products.CMFCore.interfaces import IFolderish
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import implementer
from zope.schema import getFieldsInOrder


SETTINGS = "Plone Site Setup: Types"
EVERYTHING = "plone.restapi: Access Plone vocabularies"
MODIFY = "Modify portal content"


def addable(context):
    """Return the ids of the types this person may add in an object."""
    if not IFolderish.providedBy(context):
        return set()
    return {fti.getId() for fti in context.allowedContentTypes()}


def described(context):
    """Return the ids of the types whose forms concern this person here: addable ones, its own."""
    return addable(context) | {context.portal_type}


def vocabularies_of(portal_types):
    """Return the names of the vocabularies that fields of these types use."""
    fields = [
        field
        for portal_type in portal_types
        for schema in iterSchemataForType(portal_type)
        for _name, field in getFieldsInOrder(schema)
    ]
    fields += [field.value_type for field in fields if getattr(field, "value_type", None)]
    return {getattr(field, "vocabularyName", None) for field in fields} - {None}


@implementer(IExpandableElement)
@adapter(IDexterityContent, IKommunalhubLayer)
class HubTypesInfo(TypesInfo):
    """The types of `@types` and `?expand=types`: those that may be added here."""

    def __call__(self, expand=False):
        result = super().__call__(expand)
        if expand and not asking.may(SETTINGS, self.context):
            result["types"] = [one for one in result["types"] if one["id"] in addable(self.context)]
        return result


class HubTypesGet(TypesGet):
    """GET @types and @types/<name>."""

    def reply(self):
        if not self.params:
            return HubTypesInfo(self.context, self.request)(expand=True)["types"]
        name = self.params[0]
        known = asking.may(SETTINGS, self.context)
        if not known and name not in described(self.context):
            raise NotFound(name)
        return super().reply()


class HubVocabulariesGet(VocabulariesGet):
    """GET @vocabularies and @vocabularies/<name>."""

    def reply(self):
        if not self.params and not asking.may(EVERYTHING, self.context):
            return [one for one in super().reply() if self._may_see(one["title"])]
        return super().reply()

    def _has_permission_to_access_vocabulary(self, vocabulary_name):
        return self._may_see(vocabulary_name)

    def _may_see(self, name):
        if name in PERMISSIONS:
            return asking.may(PERMISSIONS[name], self.context)
        if asking.may(EVERYTHING, self.context):
            return True
        return name in self._of_forms()

    def _of_forms(self):
        if not hasattr(self, "_names"):
            types = addable(self.context)
            if asking.may(MODIFY, self.context):
                types.add(self.context.portal_type)
            self._names = vocabularies_of(types)
        return self._names
