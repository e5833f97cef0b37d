"""What lists know of a tour: how many scenes it has, and how long it takes to read."""

from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IExhibitFacts
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import rules
from zope.component import adapter
from zope.interface import implementer


@implementer(IExhibitFacts)
@adapter(IExhibit)
class TourFacts:
    """Nothing where there is nowhere to go: a panorama is a single scene."""

    def __init__(self, context):
        self.context = context

    def facts(self):
        tour = graph.tour_of(self.context)
        if len(tour.scenes) < 2:
            return {}
        return {"stops": len(tour.scenes), "minutes": rules.minutes(tour)}
