"""@slots of a page: the gaps of its text, and what each administration says in them."""

from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import wrong
from kommunalhub.editorial.shared import operations
from kommunalhub.partners.membership import partner_ids
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides


OVERTAKEN = _(
    "error_slots_overtaken",
    default="Somebody has filled this in since you looked. Please look again.",
)


class SlotsGet(Service):
    """{slots, partners: {id: {values, missing, stale, version}}}; no slots: an ordinary page."""

    def reply(self):
        return self.told()

    def told(self):
        slots, page = operations.slots_of(self.context), self.context
        return {
            "@id": f"{page.absolute_url()}/@slots",
            "slots": list(slots),
            "partners": {
                partner: {
                    "values": {slot: operations.value_of(page, partner, slot) for slot in slots},
                    "missing": list(operations.missing(page, partner)),
                    "stale": operations.looks_again(page, partner),
                    "version": operations.version_of(page, partner),
                }
                for partner in (partner_ids() if slots else ())
            },
        }


class SlotsPatch(SlotsGet):
    """PATCH {partner, values: {slot: text}, version?}: 200; 400; 403 for another administration's;
    409 where somebody has filled in since that version."""

    def reply(self):
        if not operations.fillable():
            raise Unauthorized("@slots")
        data = body_of(self.request)
        partner, values, version = self.read(data if isinstance(data, dict) else {})
        if partner not in operations.fillable():
            raise Unauthorized("@slots")
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.fill(self.context, partner, values, version)
        except operations.Overtaken:
            self.request.response.setStatus(409)
            return {"type": "Conflict", "message": translate(OVERTAKEN, context=self.request)}
        except operations.Wrong as error:
            return refused(error.errors, self.request)
        return self.told()

    def read(self, data):
        partner, values = data.get("partner"), data.get("values")
        if not isinstance(partner, str) or partner not in partner_ids():
            message = _("error_slots_partner", default="This must be the id of an administration.")
            raise wrong("partner", message, self.request)
        texts = isinstance(values, dict) and all(isinstance(one, str) for one in values.values())
        if not texts or not values:
            message = _("error_slots_values", default="This must be texts by the names of gaps.")
            raise wrong("values", message, self.request)
        version = data.get("version")
        if version is not None and type(version) is not int:
            message = _("error_area_version", default="This must be the number that GET has told.")
            raise wrong("version", message, self.request)
        return partner, values, version
