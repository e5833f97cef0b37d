"""The floor plan of the demo: a drawing of the house, and each space on it."""

from kommunalhub.booking.plan import operations
from kommunalhub.booking.plan.rules import Place
from pathlib import Path
from plone.uuid.interfaces import IUUID


PLAN = Path(__file__).with_name("plan.toml")
DRAWING = Path(__file__).with_name("raumplan.svg")


def build(stage):
    """Draw the plan unless it was drawn before; return how many spaces are on it."""
    table, section = stage.table(PLAN), stage.section("co-working")
    places = {
        IUUID(section[entry["space"]]): Place(*entry["at"], entry["label"])
        for entry in table["place"]
        if entry["space"] in section
    }
    for _place, _entry in stage.missing("plan", [{"id": "plan"}]):
        operations.draw(section, DRAWING.read_bytes(), table["text"])
        operations.put(section, places)
        stage.record.note("plan", "plan", section)
    return len(places)
