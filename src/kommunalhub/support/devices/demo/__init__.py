"""A dozen devices in all conditions, with warranties that run, end soon or are over."""

from datetime import timedelta
from kommunalhub.core.tools import catalog
from kommunalhub.support.devices import operations
from pathlib import Path


DEVICES = Path(__file__).with_name("devices.toml")
KEEPER = "support"
FIELDS = ("title", "kind", "number", "partner", "place", "person", "condition", "remark")
DAYS = ("purchased", "warranty")


def build_devices(stage):
    """Enter the devices that are missing; return how many there are."""
    entries, calendar = stage.table(DEVICES)["device"], stage.calendar
    folder, today = operations.folder_of_devices(), calendar.now.date()
    for place, entry in stage.missing("device", entries):
        fields = {name: entry[name] for name in FIELDS if name in entry}
        fields |= {name: today + timedelta(entry[name]) for name in DAYS}
        if "space" in entry:
            fields["space"] = space_called(entry["space"])
        moment = calendar.moment(calendar.workday(20), place)
        device = stage.enter(folder, "Device", KEEPER, moment, fields)
        stage.record.note("device", entry["id"], device)
    return len(entries)


def space_called(title):
    """Return the UID of a space by its title, None where there is none."""
    for brain in catalog().unrestrictedSearchResults(portal_type="Space"):
        if brain.Title == title:
            return brain.UID
    return None
