"""What the conditions of a step have to know of a page's audience."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.partners.audience.interfaces import INarrowable
from kommunalhub.partners.audience.reading import audience_of
from zope.component import adapter


@adapter(INarrowable)
class AudiencePart(CasePart):
    """`narrow`: whether the page is for some people only."""

    def known(self):
        return {"narrow": True} if audience_of(self.case).is_narrow else {}
