"""The network among the offers of the hub."""

from kommunalhub.core.offers import Offer
from kommunalhub.network import demo
from kommunalhub.network import operations
from kommunalhub.network import workflow


class Network(Offer):
    """Sister hubs, and what they share."""

    order = 70
    released = (workflow.RELEASED,)

    def build(self, portal):
        operations.ensure_sections(portal)

    def demo(self, stage):
        yield f"{demo.build_hubs(stage)} Schwesterhubs"
