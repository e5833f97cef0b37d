"""What results add to what the catalog knows of a case, see approvals.interfaces.ICasePart."""

from Acquisition import aq_base
from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.core.formatting import to_local
from kommunalhub.funding import workflow
from kommunalhub.funding.results import rules


FROM_FILED = (workflow.APPLIED, workflow.GRANTED, workflow.DENIED, workflow.CLOSED)
MONEY = ("total_cost", "other_funds", "applied_amount", "granted_amount")


class ResultsPart(CasePart):
    """`results`: what came of a case, from the state „Antrag gestellt“ on, and nothing before.

    What the consultant wrote is not for everybody who sees the case until then.
    """

    def known(self):
        case = self.case
        history = getattr(aq_base(case), "workflow_history", {}).get(workflow.ID, ())
        outcome = rules.outcome_of([entry.get("review_state") for entry in history])
        if outcome is None:
            return {}
        # Some come into a state without the step before: what was taken over from elsewhere.
        times = (one["time"] for one in history if one.get("review_state") in FROM_FILED)
        filed = next(times)
        decided = case.decision_date
        return {
            "results": {
                "outcome": outcome,
                "topics": sorted(case.topics or ()),
                "filed": to_local(filed.asdatetime()).date().isoformat(),
                "decided": decided.isoformat() if decided else None,
                "funders": funders_of(case),
                **{name: _text(getattr(case, name)) for name in MONEY},
            }
        }


def funders_of(case):
    """Return the tokens of the funders of the programmes that a case names, each once."""
    targets = (relation.to_object for relation in case.programmes or ())
    return sorted({target.funder for target in targets if target is not None})


def _text(number):
    return None if number is None else str(number)
