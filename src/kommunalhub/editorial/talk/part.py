"""Comments go with no copy and come back with no version."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.editorial.talk.interfaces import ITalk
from kommunalhub.editorial.talk.storage import KEY
from zope.component import adapter


@adapter(ITalk)
class TalkPart(CasePart):
    """What was said stays with the page that it was said of."""

    annotations = (KEY,)
