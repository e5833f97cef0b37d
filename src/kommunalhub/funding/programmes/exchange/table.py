"""What the table of programmes is like."""

from kommunalhub import _
from kommunalhub.core.exchange.table import Table
from kommunalhub.core.exchange.words import Words
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes import finding
from kommunalhub.funding.programmes import storage
from kommunalhub.funding.programmes.exchange import cells
from kommunalhub.funding.programmes.indexers import key_of


NAME = "programme-imports"
NO_KEY = _("exchange_no_key", default="The key is missing.")
TWICE = _("exchange_twice", default="The key stands in line ${line} already.")
SEVERAL = _("exchange_several", default="Several programmes have this key; please mend that first.")
NOT_YOURS = _("exchange_not_yours", default="There is such a programme, and you may not change it.")
NO_COLUMNS = _(
    "exchange_no_columns",
    default="The first line must name the columns, „Schlüssel“ among them. The easiest way is to "
    "begin with an export.",
)
MANY = _("exchange_many", default="There are more than 5000 programmes in the file.")


class Programmes(Table):
    """The library: all fields but files, formatted text and what the house writes by itself."""

    name = NAME
    type = finding.TYPE
    schemata = (IFundingProgramme,)
    key = "key"
    names = (
        *("key", "title", "description", "funder", "contact_point", "kinds", "topics"),
        *("eligible", "areas", "financing", "rate", "own_share", "third_party", "min_amount"),
        *("max_amount", "threshold", "threshold_on", "eligible_costs", "deadline_kind"),
        *("deadline", "calls", "valid_from", "valid_until", "period_text", "earmark_years"),
        *("early_start", "preliminary_orders", "cumulable", "state_aid", "ancillary"),
        *("checklist", "legal_basis", "guideline_url", "source_url", "checked_on"),
    )
    facts = "funding_facts"
    sheet, file = "Förderprogramme", "foerderprogramme"
    words = Words(NO_KEY, TWICE, SEVERAL, NOT_YOURS, NO_COLUMNS, MANY)

    def folder(self):
        return storage.folder_of_programmes()

    def shelf(self):
        return storage.book()

    def ensured_shelf(self):
        return storage.ensured_book()

    def found(self, form):
        """Return the brains that the list would show, with what has ended."""
        return finding.programmes(self.folder(), finding.chosen_in(form), with_passed=True)

    def key_of(self, thing):
        return key_of(thing)

    def id_for(self, key):
        return key

    def text_of(self, field, value, titles):
        return cells.text_of(field, value, titles)

    def value_of(self, field, text, tokens, stored=None):
        return cells.value_of(field, text, tokens, stored)
