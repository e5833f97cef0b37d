"""GET @visits of `showroom`: how often exhibits were visited, and which groups will come."""

from kommunalhub.showroom.visit.counting import numbers
from plone.restapi.services import Service


class VisitsGet(Service):
    """For the hub management, as the page @@besuche; no group is told by who registered it."""

    def reply(self):
        rows, coming = numbers()
        return {
            "@id": f"{self.context.absolute_url()}/@visits",
            "items": [
                {**item_of(row), "visits": row["number"], "groups": row["groups"]} for row in rows
            ],
            "items_total": len(rows),
            "coming": [
                {
                    **item_of(one),
                    "start": one["start"].isoformat(),
                    "end": one["end"].isoformat(),
                    "about": one["about"],
                }
                for one in coming
            ],
        }


def item_of(row):
    return {"@id": row["url"], "UID": row["uid"], "title": row["title"]}
