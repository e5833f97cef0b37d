"""`@@visitenkarte`: a position for the address book."""

from kommunalhub.editorial.people import rules
from kommunalhub.editorial.people import vcard
from kommunalhub.editorial.people.browser.position import PositionView
from kommunalhub.partners.membership import get_partner
from plone.uuid.interfaces import IUUID


class Card(PositionView):
    """A vCard of what who asks may see; without the name it is that of an office."""

    def __call__(self):
        response = self.request.response
        name = f"{self.context.getId()}.vcf"
        response.setHeader("Content-Type", f"{vcard.MEDIA_TYPE}; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        return vcard.card(self.fields())

    def fields(self):
        position, partner = self.context, get_partner(self.context.partner)
        called = self.person.name
        organisation = [partner.title if partner is not None else position.partner]
        return [
            ("KIND", "individual" if called else "org"),
            ("UID", f"urn:uuid:{IUUID(position)}"),
            ("FN", called or f"{position.title}, {organisation[0]}"),
            ("ORG", [*organisation, *rules.steps_of(position.unit)]),
            ("TITLE", position.title),
            ("ROLE", ", ".join(position.tasks or ())),
            ("TEL;TYPE=work", position.phone or ""),
            ("EMAIL;TYPE=work", position.email or ""),
            ("NOTE", position.note or ""),
            ("URL", self.url),
        ]
