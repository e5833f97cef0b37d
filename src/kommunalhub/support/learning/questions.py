"""Questions without an answer: what was reported although nothing was found that may help.

Kept as searches without a hit are: words and a week, nothing of who asked, nothing about people.
"""

from kommunalhub import _
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.search.gaps import operations as gaps


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


def note(text):
    """Count what somebody reports for which nothing was found."""
    gaps.note(text, QUESTIONS)
