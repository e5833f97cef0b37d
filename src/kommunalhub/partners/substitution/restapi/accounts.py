"""@users/<id>: the groups of an account are those somebody was put into.

plone.restapi looks each group up by its id; typed groups have no record to be found.
"""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.partners import tokens
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.user import SerializeUserToJson
from Products.CMFCore.interfaces import IMemberData
from zope.component import adapter
from zope.interface import implementer


class RealGroups:
    """A member as they are, but for the groups held as a substitute."""

    def __init__(self, member):
        self._member = member

    def __getattr__(self, name):
        return getattr(self._member, name)

    def getGroups(self):
        return tokens.real(self._member.getGroups())


@implementer(ISerializeToJson)
@adapter(IMemberData, IKommunalhubLayer)
class AccountToJson(SerializeUserToJson):
    """In place of plone.restapi's, on sites with kommunalhub."""

    def __init__(self, context, request):
        super().__init__(RealGroups(context), request)
