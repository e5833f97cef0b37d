"""The network among the offers of the hub."""

from kommunalhub.core.offers import Offer
from kommunalhub.network import demo
from kommunalhub.network import workflow
from kommunalhub.network.reports import demo as reports_demo
from kommunalhub.network.reports import operations as reports
from kommunalhub.network.reports import workflow as reports_workflow


class Network(Offer):
    """Sister hubs, and what they share."""

    order = 70
    released = (workflow.RELEASED, *reports_workflow.RELEASED)

    def build(self, portal):
        reports.ensure_folders(portal)

    def demo(self, stage):
        yield f"{demo.build_hubs(stage)} Schwesterhubs"
        yield f"{reports_demo.build(stage)} Erfahrungsberichte"
