"""Training materials among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import Count
from kommunalhub.core.offers import DOORS
from kommunalhub.core.offers import may_add
from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import Offer
from kommunalhub.materials import demo
from kommunalhub.materials import operations
from kommunalhub.materials import workflow


class Materials(Offer):
    """What is learnt here, to read again."""

    order = 20
    released = workflow.RELEASED
    service = (
        _("home_service_training", default="Training and support"),
        _("home_service_training_text", default="Materials for the daily work in the office."),
    )
    places = {DOORS: ("materials-door",), MINE: ("materials-new",)}

    counts = (
        Count(
            _("count_materials", default="Released materials"),
            {"portal_type": "WorkshopMaterial", "review_state": list(workflow.RELEASED)},
            "materialien",
        ),
    )

    def asks(self):
        title = _("offer_material", default="Hand in material")
        offered = may_add(operations.SECTION, workflow.ADD_MATERIAL)
        return [Ask(title, "unterlage-einreichen", offered)]

    def build(self, portal):
        operations.ensure_sections(portal)

    def demo(self, stage):
        yield f"{demo.build(stage)} Schulungsunterlagen"
