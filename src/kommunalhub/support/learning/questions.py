"""Questions without an answer: what was reported although nothing was found that may help.

Kept as searches without a hit are: words and a week, nothing of who asked, nothing about people.
"""

from kommunalhub import _
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.search.gaps import operations as gaps
from kommunalhub.support.learning import helping
from zope.globalrequest import getRequest


QUESTIONS = TallyKind("support.questions", days=90, weekly=True, most=2000)


class Questions:
    """The list of them, see search.gaps.interfaces.IGapList."""

    kind = QUESTIONS
    order = 20
    title = _("heading_questions", default="Questions without an answer")
    about = _(
        "lead_questions",
        default="What was reported to support although nothing was found that may help at once.",
    )


def note_unanswered(section, text):
    """Count what somebody has reported if nothing is found for it that they may read.

    Only what is asked by a request: no program has a question.
    """
    request = getRequest()
    if request is None or request.get("PUBLISHED") is None:
        return
    if helping.places(section, request, text) == []:
        gaps.note(text, QUESTIONS)
