"""The columns of the table: which field each holds, by its name or by its German label."""

from kommunalhub.core.language import in_site_language
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.exchange import words
from zope.schema.interfaces import ICollection


KEY = "key"
#: All fields but files, formatted text and what the house writes by itself.
NAMES = (
    *(KEY, "title", "description", "funder", "contact_point", "kinds", "topics", "eligible"),
    *("areas", "financing", "rate", "own_share", "third_party", "min_amount", "max_amount"),
    *("threshold", "threshold_on", "eligible_costs", "deadline_kind", "deadline", "calls"),
    *("valid_from", "valid_until", "period_text", "earmark_years", "early_start"),
    *("preliminary_orders", "cumulable", "state_aid", "ancillary", "checklist"),
    *("legal_basis", "guideline_url", "source_url", "checked_on"),
)


class TableRefused(ValueError):
    """Nothing of a table can be read; args[0] is a translatable sentence."""


class Columns:
    """The fields and pick lists of a table, asked once."""

    def __init__(self):
        self.fields = {name: IFundingProgramme[name] for name in NAMES}
        self.labels = {name: in_site_language(field.title) for name, field in self.fields.items()}
        self.titles = {name: self._titles(field) for name, field in self.fields.items()}
        self.tokens = {name: self._tokens(titles) for name, titles in self.titles.items()}

    def named(self, head):
        """Return {field name: place} of the head of a table; raises TableRefused."""
        known = {name: name for name in NAMES}
        known |= {label.casefold(): name for name, label in self.labels.items()}
        found = {}
        for place, text in enumerate(head):
            called = " ".join(text.split())
            if not called:
                continue
            name = known.get(called.casefold())
            if name is None:
                raise TableRefused(words.said(words.UNKNOWN_COLUMN, name=called[:60]))
            if name in found:
                raise TableRefused(words.said(words.COLUMN_TWICE, name=called[:60]))
            found[name] = place
        if KEY not in found:
            raise TableRefused(words.NO_COLUMNS)
        return found

    def _titles(self, field):
        choice = field.value_type if ICollection.providedBy(field) else field
        name = getattr(choice, "vocabularyName", None)
        if not name:
            return {}
        return {token: in_site_language(title) for token, title in titles_of(name).items()}

    @staticmethod
    def _tokens(titles):
        found = {" ".join(title.split()).casefold(): token for token, title in titles.items()}
        return found | {token: token for token in titles}
