"""Ways and details over REST: read with the checks of the forms, each with an id of the house."""

from kommunalhub.core.messages import filled
from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import operations
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours.fields import AT
from kommunalhub.showroom.tours.fields import IPoints
from kommunalhub.showroom.tours.fields import NAMES
from kommunalhub.showroom.tours.interfaces import IScene
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(IPoints, IScene, IKommunalhubLayer)
class PointsDeserializer:
    """Takes a list of objects: those with an id that the scene knows change it, others are new."""

    def __init__(self, field, context, request):
        self.field, self.context, self.request = field, context, request

    def __call__(self, value):
        kind = self.field.kind
        found = self.field.read([] if value is None else value)
        if kind == records.WAY:
            self.check_targets(found)
        taken = {point.id for point in graph.points_of(self.context, kind)}
        numbered = rules.numbered(found, taken, records.LETTERS[kind])
        return [records.kept(point) for point in numbered]

    def check_targets(self, ways):
        for number, way in enumerate(ways, start=1):
            try:
                operations.check_targets(self.context, (way,))
            except operations.Wrong as wrong:
                where = {"number": number, "name": NAMES["target"]}
                where["problem"] = wrong.errors["target"]
                raise FieldError(filled(AT[records.WAY], where)) from wrong
