"""GET @area-health on a folder or the site: what @@zustand tells."""

from kommunalhub.core import formatting
from kommunalhub.editorial.upkeep.health import reading
from kommunalhub.editorial.upkeep.health.browser import require_own
from plone.restapi.services import Service
from zope.i18n import translate


#: So many pages of each group.
MOST = 50


class AreaHealthGet(Service):
    """{partner, groups: [{name, title, items, items_total}], searches: [{text, count}]}."""

    def reply(self):
        require_own(self.context, self.request)
        partner, now = reading.partner_in(self.context), formatting.now()
        return {
            "@id": f"{self.context.absolute_url()}/@area-health",
            "partner": partner,
            "groups": [self.group(one, partner, now) for one in reading.groups()],
            "searches": [{"text": o.text, "count": o.count} for o in reading.searches()],
        }

    def group(self, group, partner, now):
        brains = reading.brains_of(group, partner)
        return {
            "name": group.name,
            "title": translate(group.title, context=self.request),
            "items": [self.item(reading.row(brain, group, now)) for brain in brains[:MOST]],
            "items_total": len(brains),
        }

    def item(self, row):
        return {
            "@id": row["url"],
            "UID": row["uid"],
            "title": row["title"],
            "due": row["due"]["day"].isoformat() if row["due"] else None,
            "links": row["details"],
        }
