"""@partners: the administrations as a list; hub managers add, change and remove them."""

from dataclasses import asdict
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.partners import operations
from kommunalhub.partners.interfaces import PartnerInUse
from kommunalhub.partners.interfaces import PartnerInvalid
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class PartnersService(Service):
    """What the four methods share: the id in the path, and how errors are told."""

    partner_id = None

    def publishTraverse(self, request, name):
        if self.partner_id is not None:
            raise NotFound(name)
        self.partner_id = name
        return self

    def partner(self):
        """Return the partner named in the path; raises NotFound."""
        partner = operations.get_partner(self.partner_id)
        if partner is None:
            raise NotFound(self.partner_id)
        return partner

    def shown(self, partner):
        """Return a partner as JSON."""
        return {"@id": f"{self.context.absolute_url()}/@partners/{partner.id}", **asdict(partner)}

    def fields(self):
        """Return the JSON object that was sent."""
        fields = body_of(self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        return fields


class PartnersGet(PartnersService):
    """GET @partners: all of them by id; GET @partners/<id>: one."""

    def reply(self):
        if self.partner_id is not None:
            return self.shown(self.partner())
        items = [self.shown(operations.get_partner(one)) for one in operations.partner_ids()]
        url = f"{self.context.absolute_url()}/@partners"
        return {"@id": url, "items": items, "items_total": len(items)}


class PartnersPost(PartnersService):
    """POST @partners {id, title, short_title, kind, colour, ...}: add one."""

    def reply(self):
        if self.partner_id is not None:
            raise NotFound(self.partner_id)
        fields = self.fields()
        self.partner_id = fields.pop("id", None)
        try:
            operations.add_partner(self.partner_id, **fields)
        except PartnerInvalid as invalid:
            return refused(invalid.errors, self.request)
        shown = self.shown(self.partner())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", shown["@id"])
        return shown


class PartnersPatch(PartnersService):
    """PATCH @partners/<id>: change some fields."""

    def reply(self):
        partner = self.partner()
        try:
            operations.update_partner(partner.id, **self.fields())
        except PartnerInvalid as invalid:
            return refused(invalid.errors, self.request)
        return self.shown(self.partner())


class PartnersDelete(PartnersService):
    """DELETE @partners/<id>: remove one; 409 while cases belong to it."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.remove_partner(self.partner().id)
        except PartnerInUse as in_use:
            self.request.response.setStatus(409)
            message = translate(in_use.args[0], context=self.request)
            return {"type": "Conflict", "message": message, "count": in_use.count}
        return self.reply_no_content()
