"""What keeps groups from registering, told to who works on the exhibit."""

from kommunalhub import _
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IGaps
from kommunalhub.showroom.rules import Gap
from zope.component import adapter
from zope.interface import implementer


NO_HALL = _(
    "gap_visit_hall",
    default="Groups cannot register: there is no hall, or the chosen one is none any more.",
)


@implementer(IGaps)
@adapter(IExhibit)
class VisitGaps:
    """A hall, where groups may come."""

    def __init__(self, context):
        self.context = context

    def gaps(self):
        if self.context.takes_groups and operations.hall_of(self.context) is None:
            yield Gap(NO_HALL, "edit", blocks=False)
