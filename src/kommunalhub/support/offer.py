"""Support among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import Count
from kommunalhub.core.offers import DOORS
from kommunalhub.core.offers import Offer
from kommunalhub.core.offers import TOP
from kommunalhub.support import demo
from kommunalhub.support import operations
from kommunalhub.support import workflow
from kommunalhub.support.devices.demo import build_devices
from kommunalhub.support.disturbances.demo import build_disturbances
from kommunalhub.support.mail.demo import build_mails
from kommunalhub.support.mail.demo import give_address


class Support(Offer):
    """Help where something does not work."""

    order = 35
    service = (
        _("home_service_support", default="IT support"),
        _("home_service_support_text", default="Help where something does not work."),
    )
    places = {DOORS: ("support-door",), TOP: ("disturbances-banner",)}

    counts = (
        Count(
            _("count_tickets", default="Open reports to support"),
            {"portal_type": workflow.TYPE, "review_state": workflow.OPEN},
            "support",
        ),
    )

    def asks(self):
        return [Ask(_("offer_support", default="Report a problem"), "stoerung-melden")]

    def build(self, portal):
        operations.ensure_sections(portal)

    def demo(self, stage):
        give_address()
        yield f"{build_devices(stage)} Geräte"
        yield f"{demo.build_tickets(stage) + demo.build_guests(stage)} Supportanfragen"
        demo.open_team(stage)
        yield f"{demo.build_blocks(stage)} Textbausteine für Antworten"
        yield f"{build_disturbances(stage)} Störungsmeldungen"
        yield f"{build_mails(stage)} Mail aus der Post"
