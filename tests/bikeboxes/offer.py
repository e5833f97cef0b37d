"""Bike boxes among the offers of the hub."""

from bikeboxes import workflow
from kommunalhub.core.acting import as_builder
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import DOORS
from kommunalhub.core.offers import may_add
from kommunalhub.core.offers import Offer
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from Products.CMFCore.permissions import AddPortalContent


SECTION = "fahrradboxen"


class BikeBoxes(Offer):
    """Boxes for bikes of whoever works in the hub."""

    order = 40
    released = ("approved",)
    service = ("Fahrradboxen", "Ein trockener Platz für Ihr Rad.")
    places = {DOORS: ("bikebox-door",)}

    def asks(self):
        return [Ask("Fahrradbox beantragen", "fahrradbox", may_add(SECTION, workflow.ADD))]

    def build(self, portal):
        if SECTION in portal.objectIds():
            return
        with as_builder(portal):
            folder = ensure_folder(
                portal, SECTION, "Fahrradboxen", state="public", addable=["BikeBoxRequest"]
            )
            disown(folder)
            for permission in (AddPortalContent, workflow.ADD):
                folder.manage_permission(permission, ["Member", "Manager"], acquire=0)

    def demo(self, stage):
        entries = [{"id": "regen", "title": "Mein Rad rostet", "bike_kind": "bike"}]
        for place, entry in stage.missing("bikebox", entries):
            moment = stage.calendar.moment(stage.calendar.workday(3), place)
            fields = {"title": entry["title"], "bike_kind": entry["bike_kind"]}
            fields["partner"] = "malente"
            box = stage.enter(
                stage.section(SECTION), "BikeBoxRequest", "malente-mitarbeit", moment, fields
            )
            stage.play(
                box, [{"by": "malente-mitarbeit", "act": "submit", "ago": 2}], stage.calendar
            )
            stage.record.note("bikebox", entry["id"], box)
        yield f"{len(entries)} Anträge auf Fahrradboxen"
