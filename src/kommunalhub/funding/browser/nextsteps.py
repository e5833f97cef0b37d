"""What a consultant writes before the case can go on, by state."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.funding import workflow


@dataclass(frozen=True)
class NextStep:
    """What a consultant writes in a state before the case can go on; `until` it is in the facts.

    view: where it is written.
    """

    view: str
    text: str
    verb: str
    until: tuple[str, ...]


_OUTCOME = NextStep(
    "ergebnis",
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
        "empfehlung",
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
        "fristen",
        _(
            "next_deadlines_text",
            default="Record until when the money must be drawn and the statement of use is due.",
        ),
        _("next_deadlines_verb", default="Record the deadlines"),
        ("has_deadlines",),
    ),
}
