"""Co-working among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import Count
from kommunalhub.core.offers import DOORS
from kommunalhub.core.offers import Offer
from kommunalhub.coworking import demo
from kommunalhub.coworking import operations
from kommunalhub.coworking.demo import plan
from kommunalhub.coworking.demo.prices import build_prices


class Coworking(Offer):
    """Desks and rooms for whoever asks for one."""

    order = 30
    service = (
        _("home_service_space", default="Room for work"),
        _(
            "home_service_space_text",
            default="Desks for administrations, start-ups and companies.",
        ),
    )
    places = {DOORS: ("coworking-door",)}

    counts = (
        Count(
            _("count_desks", default="Desks in use"),
            {"portal_type": "CoworkingApplication", "review_state": "active"},
            "co-working/antraege",
        ),
    )

    def asks(self):
        return [Ask(_("offer_coworking", default="Apply for a desk"), "arbeitsplatz-beantragen")]

    def build(self, portal):
        operations.ensure_sections(portal)

    def demo(self, stage):
        yield f"{demo.build_spaces(stage)} Räume und Tische"
        yield f"{build_prices(stage)} Preisliste"
        yield f"{plan.build(stage)} Plätze auf dem Raumplan"
        yield f"{demo.build_applications(stage)} Co-Working-Anträge"
        yield f"{demo.build_guests(stage)} Anträge ohne Konto"
        yield f"{demo.build_bookings(stage)} Buchungen"
