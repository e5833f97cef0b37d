"""What a tour lacks, told to its exhibit, which asks for descriptions and licences by itself."""

from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IGaps
from kommunalhub.showroom.rules import Gap
from kommunalhub.showroom.rules import PANORAMA
from kommunalhub.showroom.rules import TOUR
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import linting
from kommunalhub.showroom.tours import said
from zope.component import adapter
from zope.interface import implementer


#: Kinds of exhibits that consist of scenes; others may have some.
KINDS = frozenset({TOUR, PANORAMA})
#: Every medium needs them, so showroom/gaps.py says so.
OF_ALL_MEDIA = frozenset({"undescribed"})


@implementer(IGaps)
@adapter(IExhibit)
class TourGaps:
    """The linter of the graph."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        tour = graph.tour_of(self.context)
        if not tour.scenes and self.context.kind not in KINDS:
            return
        for found in linting.problems(tour):
            if found.code not in OF_ALL_MEDIA:
                where = said.path(tour, found)
                yield Gap(said.problem(tour, found), where, blocks=found.blocks)
