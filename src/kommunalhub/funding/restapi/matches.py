"""`@matches`: programmes for a consultation, the best first, each with its reasons."""

from kommunalhub.core.restapi.body import number_of
from kommunalhub.funding.browser.matches import row_of
from kommunalhub.funding.matching import operations
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service


class MatchesGet(Service):
    """GET @matches: all programmes that the person may see, batched as plone.restapi does it.

    `fit` is fits, conditions, expired or no; `sign` of a reason is for, open, against or out.
    """

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        found = operations.matches(operations.project_of_case(self.context))
        batch = HypermediaBatch(self.request, found)
        answer = {
            "@id": batch.canonical_url,
            "items": [self.item(*pair) for pair in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def item(self, match, brain):
        row = row_of(match, brain, self.request)
        return {
            "@id": row["url"],
            "@type": "FundingProgramme",
            "UID": row["uid"],
            "title": row["title"],
            "fit": row["fit"],
            "fit_title": row["fit_title"],
            "score": row["score"],
            "reasons": [
                {name: reason[name] for name in ("sign", "code", "text")}
                for reason in row["reasons"]
            ],
        }
