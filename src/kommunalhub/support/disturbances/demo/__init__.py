"""One disturbance that runs, one that is announced, one that is over."""

from datetime import timedelta
from kommunalhub.core.tools import catalog
from kommunalhub.support.disturbances import operations
from kommunalhub.support.disturbances import rules
from pathlib import Path


DISTURBANCES = Path(__file__).with_name("disturbances.toml")
SUPPORT = "support"


def build_disturbances(stage):
    """Publish the disturbances that are missing; return how many there are."""
    entries, now = stage.table(DISTURBANCES)["disturbance"], stage.calendar.now
    folder = stage.section("support")[operations.FOLDER]
    for _place, entry in stage.missing("disturbance", entries):
        fields = {name: entry[name] for name in ("title", "description", "category")}
        fields["partners"] = set(entry["partners"])
        fields["starts"] = rules.aware(now) + timedelta(hours=entry["starts"])
        if "ends" in entry:
            fields["ends"] = rules.aware(now) + timedelta(hours=entry["ends"])
        made = min(now, now + timedelta(hours=entry["starts"]))
        disturbance = stage.enter(folder, "Disturbance", SUPPORT, made, fields)
        with stage.as_person(SUPPORT, made):
            for text in entry.get("updates", ()):
                operations.note(disturbance, text)
            disturbance.told_begin = entry["starts"] <= 0
            disturbance.told_end = entry.get("ends", 1) <= 0
            for userid in entry.get("followers", ()):
                operations.follow(disturbance, userid)
            operations.link(disturbance, tickets_called(entry.get("tickets", ())))
        stage.record.note("disturbance", entry["id"], disturbance)
    return len(entries)


def tickets_called(titles):
    """Return the UIDs of tickets by their titles."""
    found = catalog().unrestrictedSearchResults(portal_type="SupportTicket")
    return [brain.UID for brain in found if brain.Title in titles]
