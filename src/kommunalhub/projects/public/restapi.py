"""@public-page of a project, @public-projects of the section."""

from datetime import date
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.projects.book import storage
from kommunalhub.projects.public import operations
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest
from zope.interface import alsoProvides


def as_json(card):
    """Return a card with its days in ISO form."""
    return {
        name: [as_json(one) for one in value]
        if name == "milestones"
        else list(value)
        if isinstance(value, tuple)
        else value.isoformat()
        if isinstance(value, date)
        else value
        for name, value in card.items()
    }


class PublicProjectsGet(Service):
    """GET @public-projects: {items} of all that is public, for everybody."""

    def reply(self):
        url = self.context.absolute_url()
        return {
            "@id": f"{url}/@public-projects",
            "items": [
                {"@id": f"{url}/@@projekt/{id_}", **as_json(card)}
                for id_, card in sorted(operations.cards_of(self.context).items())
            ],
        }


class PublicPageGet(OwnService):
    """GET @public-page: what the public would read now, and whether a page is released."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@public-page",
            "released": storage.book_of(self.context).released is not None,
            "preview": as_json(operations.card_of(self.context)),
        }


class PublicPagePost(OwnService):
    """POST @public-page: release it; 400 with the reason for who must not."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.release(self.context)
        except operations.NotReleased as refusal:
            raise BadRequest(self.said(refusal.args[0])) from refusal
        return {"released": True}


class PublicPageDelete(OwnService):
    """DELETE @public-page: take it back; nothing where there is none."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        operations.take_back(self.context)
        return {"released": False}
