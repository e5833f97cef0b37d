"""The network among the offers of the hub."""

from kommunalhub.core.offers import CASES
from kommunalhub.core.offers import DUTY
from kommunalhub.core.offers import Offer
from kommunalhub.network import demo
from kommunalhub.network import workflow
from kommunalhub.network.browser.waiting import counts
from kommunalhub.network.reports import demo as reports_demo
from kommunalhub.network.reports import operations as reports
from kommunalhub.network.reports import workflow as reports_workflow


class Network(Offer):
    """Sister hubs, and what they share."""

    order = 70
    released = (workflow.RELEASED, *reports_workflow.RELEASED)
    places = {DUTY: ("network-waits",), CASES: ("network-waits",)}

    def shows(self, portal):
        """How much of other hubs waits for who asks; it stands in no catalog."""
        return [count for _title, _name, count in counts()]

    def build(self, portal):
        reports.ensure_folders(portal)

    def demo(self, stage):
        yield f"{demo.build_hubs(stage)} Hubs"
        yield f"{reports_demo.build(stage)} Erfahrungsberichte"
