"""GET @figures on the site."""

from dataclasses import asdict
from kommunalhub import _
from kommunalhub.approvals.figures.reading import Chosen
from kommunalhub.approvals.figures.reading import Figures
from kommunalhub.approvals.figures.reading import SPANS
from kommunalhub.approvals.processes import case_types
from kommunalhub.core.restapi.body import wrong
from kommunalhub.partners.membership import partner_ids
from plone.restapi.services import Service


class FiguresGet(Service):
    """{open, months, times, until}: `type`, `partner`, `months` (how many, up to this one).

    open: [{type, partner, open, overdue}] of today. months: [{month, type, partner, came, done,
    overdue, open}]. times: [{month, type, partner, state, times}], times: {count, median, mean} in
    working days, None where too few people work on a step. until: ISO, when this was last counted.
    """

    def reply(self):
        figures = Figures(
            Chosen(
                self.one_of("type", case_types(), ""),
                self.one_of("partner", partner_ids(), ""),
                int(self.one_of("months", [str(span) for span in SPANS], str(SPANS[0]))),
            )
        )
        return {
            "@id": f"{self.context.absolute_url()}/@figures",
            "open": figures.present(),
            "months": figures.counts(),
            "times": [
                {**row, "times": row["times"] and asdict(row["times"])} for row in figures.details()
            ],
            "until": figures.ledger.until if figures.ledger is not None else None,
        }

    def one_of(self, name, values, default):
        """Return a parameter of the query; BadRequest when it is none of the values."""
        value = self.request.form.get(name) or default
        if value != default and (not isinstance(value, str) or value not in values):
            message = _(
                "error_one_of",
                default="This must be one of: ${values}.",
                mapping={"values": ", ".join(values)},
            )
            raise wrong(name, message, self.request)
        return value
