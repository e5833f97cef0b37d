"""The showroom among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import BELOW
from kommunalhub.core.offers import Count
from kommunalhub.core.offers import HERO
from kommunalhub.core.offers import may_add
from kommunalhub.core.offers import Offer
from kommunalhub.showroom import demo
from kommunalhub.showroom import operations
from kommunalhub.showroom import reading
from kommunalhub.showroom import workflow


class Showroom(Offer):
    """What citizens see of the region, from wherever they are."""

    order = 45
    released = workflow.RELEASED
    service = (
        _("home_service_showroom", default="Showroom"),
        _("home_service_showroom_text", default="Tours, films and objects for everybody."),
    )

    places = {HERO: ("showroom-live",), BELOW: ("showroom-on",)}
    counts = (
        Count(
            _("count_exhibits", default="Exhibits"),
            {"portal_type": workflow.TYPE, "review_state": list(workflow.RELEASED)},
            "showroom",
        ),
    )

    def shows(self, portal):
        return (reading.on_air(formatting.now()),)

    def changes(self):
        return reading.on_air(formatting.now())

    def asks(self):
        title = _("offer_exhibit", default="Make an exhibit")
        offered = may_add(operations.SECTION, workflow.ADD)
        return [Ask(title, "ausstellungsstueck-anlegen", offered)]

    def build(self, portal):
        operations.ensure_sections(portal)

    def demo(self, stage):
        yield f"{demo.build(stage)} Ausstellungsstücke"
