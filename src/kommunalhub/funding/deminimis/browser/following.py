"""The forms of mergers and splits of undertakings."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.amounts import Euro
from kommunalhub.core.forms.page import page_of
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis.browser.forms import LedgerForm
from kommunalhub.funding.deminimis.browser.forms import LedgerPage
from kommunalhub.funding.deminimis.interfaces import IMerger
from kommunalhub.funding.deminimis.typed import today
from kommunalhub.funding.deminimis.typed import Wrong
from z3c.form.field import Fields
from zope import schema


#: So many undertakings may be named as what came out of a split by the form; REST takes more.
PARTS = 4
VOCABULARY = "kommunalhub.funding_undertakings"


class MergeUndertakings(LedgerForm):
    """@@merge-undertakings/<number>."""

    fields = Fields(IMerger)
    label = _("heading_merge_undertakings", default="Enter a merger")
    description = _(
        "merge_about",
        default="From the day on, all aid of this undertaking counts for the other one as well. "
        "What was granted before stays lawful, even if it is more than the ceiling together "
        "(Regulation (EU) 2023/2831, Art. 3 (8)).",
    )

    def act(self, data):
        mergers.merge(self.number, data["into"], data["day"])
        message = _("message_undertakings_merged", default="The merger is entered.")
        return self.ledger_url(self.number), message


class SplitUndertaking(LedgerForm):
    """@@split-undertaking/<number>: who came out of it, and who took over what an aid was for."""

    label = _("heading_split_undertaking", default="Enter a split")
    description = _(
        "split_about",
        default="An aid goes to who took over the activities that it was for. What you assign to "
        "nobody is shared by the equity capital (Regulation (EU) 2023/2831, Art. 3 (9)). If the "
        "undertaking goes on, name it among those that came out.",
    )

    def update(self):
        # Not in updateFields: z3c.form's plain forms never call it.
        self.fields = Fields(
            IMerger["day"],
            *(field for place in range(1, PARTS + 1) for field in part(place)),
            *(taken(aid) for aid in mergers.aids_before(self.number, today())),
        )
        super().update()

    def act(self, data):
        places = [place for place in range(1, PARTS + 1) if data[f"part_{place}"] is not None]
        parts = [
            {"undertaking": data[f"part_{place}"], "equity": data[f"equity_{place}"]}
            for place in places
        ]
        chosen = {
            int(name.removeprefix("aid_")): value
            for name, value in data.items()
            if name.startswith("aid_") and value is not None
        }
        try:
            mergers.split(self.number, data["day"], parts, chosen)
        except Wrong as wrong:
            raise Wrong({at(name, chosen): text for name, text in wrong.errors.items()}) from wrong
        message = _("message_undertaking_split", default="The split is entered.")
        return self.ledger_url(self.number), message


def at(name, chosen):
    """Return the field of the form at which a message of the operation stands."""
    if name == "taken":
        return f"aid_{min(chosen)}"
    return "part_1" if name == "parts" else name


def part(place):
    """Return the fields of one undertaking that came out of the split."""
    number = {"n": place}
    name = schema.Choice(
        __name__=f"part_{place}",
        title=_("label_split_part", default="${n}. undertaking", mapping=number),
        vocabulary=VOCABULARY,
        required=place <= 2,
    )
    equity = Euro(
        __name__=f"equity_{place}",
        title=_("label_split_equity", default="Equity capital of the ${n}.", mapping=number),
        description=_(
            "help_split_equity",
            default="Book value on the day of the split; needed only where an aid is shared.",
        ),
        required=False,
    )
    return name, equity


def taken(aid):
    """Return the field that says who took over what an aid was for."""
    return schema.Choice(
        __name__=f"aid_{aid.number}",
        title=_(
            "label_split_taken",
            default="Who took over what the aid of ${day} was for (${amount})?",
            mapping={"day": formatting.day(aid.day), "amount": formatting.money(aid.amount)},
        ),
        vocabulary=VOCABULARY,
        required=False,
    )


MergeUndertakingsPage = page_of(MergeUndertakings, LedgerPage)
SplitUndertakingPage = page_of(SplitUndertaking, LedgerPage)
