"""kommunalhub: intranet and approvals for a municipal digital hub on Plone."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("kommunalhub")
