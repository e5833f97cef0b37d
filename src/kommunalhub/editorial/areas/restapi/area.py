"""@area of an administration's area: what its home shows, and how it is changed."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.pictures.cuts import rules as cuts
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import wrong
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import pictures
from kommunalhub.editorial.areas.reading import shown_blocks
from kommunalhub.editorial.areas.restapi import values
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.partners.localroles import stored_partner
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides


#: What a client may send.
FIELDS = (*values.READERS, "version")


class AreaService(Service):
    """What GET and PATCH answer."""

    def area(self):
        area, folder = area_of(self.context), self.context
        partner = operations.partner_of_area(folder)
        edits = asking.may("Modify portal content", folder)
        return {
            "@id": f"{folder.absolute_url()}/@area",
            "partner": stored_partner(folder),
            "title": partner.title if partner else folder.Title(),
            "colour": partner.colour if partner else None,
            "version": area.version,
            "sign": area.sign,
            "crest": pictures.shown(folder, "crest"),
            **({"cut": cuts.named(pictures.cut_of(folder))} if edits else {}),
            "blocks": [self.block(one) for one in shown_blocks(folder, self.request, edits)],
        }

    def block(self, block):
        placed = block.placed
        return {
            "kind": placed.kind,
            "column": block.column,
            "heading": translate(block.heading, context=self.request),
            "title": placed.title,
            "shown": placed.shown,
            "internal": block.internal,
            "rows": block.limit,
            "data": block.data() if block.is_there() else None,
        }


class AreaGet(AreaService):
    """GET: what who asks may read; editors get hidden blocks as well."""

    def reply(self):
        return self.area()


class AreaPatch(AreaService):
    """PATCH with any facts, and `blocks`: 200 with the area; 400; 409 for an old version."""

    def reply(self):
        data = body_of(self.request)
        version = data.get("version") if isinstance(data, dict) else None
        if version is not None and type(version) is not int:
            message = _("error_area_version", default="This must be the number that GET has told.")
            raise wrong("version", message, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            facts, blocks = values.read(data)
            self.check(version)
            if facts:
                operations.save(self.context, facts)
            if blocks is not None:
                operations.arrange(self.context, blocks)
        except operations.Wrong as error:
            return refused(error.errors, self.request)
        except operations.Overtaken as error:
            self.request.response.setStatus(409)
            return {"type": "Conflict", "message": translate(error.message, context=self.request)}
        return self.area()

    def check(self, version):
        operations.check_version(area_of(self.context), version)
