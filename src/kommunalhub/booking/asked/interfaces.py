"""What others may use of requests: schema and marker."""

from kommunalhub import _
from plone.supermodel import model
from zope import schema
from zope.interface import Interface


class IRequestFolder(Interface):
    """Marks the folder of the requests for the spaces beside it."""


class IBookingRequest(model.Schema):
    """Somebody asks for a space; made by booking it, never by a form."""

    title = schema.TextLine(title=_("label_request_title", default="What is asked for"))
