"""What a request for a bike box asks."""

from plone.supermodel import model
from zope import schema


class IBikeBoxRequest(model.Schema):
    """A request for a box in which a bike can be locked up."""

    title = schema.TextLine(title="Wofür brauchen Sie die Box?", max_length=200)
    bike_kind = schema.Choice(title="Was stellen Sie ab?", vocabulary="kommunalhub.bike_kinds")
