"""What trainers can do about a search that found nothing."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.materials import operations
from kommunalhub.materials import workflow
from kommunalhub.search.gaps.interfaces import IGapAnswer
from zope.interface import implementer


@implementer(IGapAnswer)
class WriteMaterial:
    """The form for a new material."""

    title = _("gap_answer_material", default="Write a training material")

    def url(self, portal):
        folder = operations.materials_folder(portal)
        if folder is None or not asking.may(workflow.ADD_MATERIAL, folder):
            return None
        return f"{portal.absolute_url()}/@@unterlage-einreichen"
