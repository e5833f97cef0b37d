"""What a consultant writes before the case can go on, by state."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.funding import workflow


@dataclass(frozen=True)
class NextStep:
    """What a consultant writes in a state before the case can go on; `until` it is in the facts.

    place: where it is written, what follows the address of the case.
    """

    place: str
    text: str
    verb: str
    until: tuple[str, ...]


_OUTCOME = NextStep(
    "/@@ergebnis",
    _(
        "next_outcome_text",
        default="Once the funder has decided, record the date of the notice and, if it was "
        "granted, the amount. Then record the grant or the refusal above.",
    ),
    _("next_outcome_verb", default="Record the outcome"),
    ("has_decision",),
)
NEXT_STEPS = {
    workflow.IN_CONSULTATION: NextStep(
        "/@@empfehlung",
        _(
            "next_recommendation_text",
            default="Write which programme fits and what is to do next. Only then can you give "
            "the recommendation; until then the administration does not read it.",
        ),
        _("next_recommendation_verb", default="Write the recommendation"),
        ("has_recommendation",),
    ),
    workflow.APPLIED: _OUTCOME,
    workflow.GRANTED: NextStep(
        "/@@fristen",
        _(
            "next_deadlines_text",
            default="Record until when the money must be drawn and the statement of use is due.",
        ),
        _("next_deadlines_verb", default="Record the deadlines"),
        ("has_deadlines",),
    ),
}
#: Where there are applications, amounts and dates follow from their notices.
BY_NOTICE = NEXT_STEPS | {
    workflow.APPLIED: NextStep(
        "#antraege",
        _(
            "next_notice_text",
            default="Once the funder has decided, record the notice at its application: amount, "
            "date and deadlines follow from it. Then record the grant or the refusal above.",
        ),
        _("next_notice_verb", default="To the applications"),
        ("has_decision",),
    ),
    workflow.GRANTED: None,
}


def next_step_of(state, has_applications):
    """Return the NextStep of a consultant in a state, None where there is none."""
    return (BY_NOTICE if has_applications else NEXT_STEPS).get(state)
