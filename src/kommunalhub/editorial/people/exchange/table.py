"""What the table of positions is like."""

from kommunalhub import _
from kommunalhub.core.exchange import cells
from kommunalhub.core.exchange.table import Table
from kommunalhub.core.exchange.words import Words
from kommunalhub.core.persons import property_of
from kommunalhub.core.private.catalog import records_by_uid
from kommunalhub.core.tools import catalog
from kommunalhub.core.validation import FieldError
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people import workflow
from kommunalhub.editorial.people.holders import folded
from kommunalhub.editorial.people.holders import holders
from kommunalhub.editorial.people.interfaces import IPosition
from kommunalhub.editorial.people.vocabularies import accounts_vocabulary
from kommunalhub.partners.titles import short_title_of


NAME = "position-imports"
MOVED = _(
    "positions_moved",
    default="A position does not move to another administration; please add it there.",
)
YES, NO = ("ja", "j", "x", "1", "true", "wahr"), ("", "nein", "n", "0", "false", "falsch")
NOT_YES_OR_NO = _("positions_yes_or_no", default="Please write „ja“ or „nein“.")


class Positions(Table):
    """The positions of the administrations whose list who asks keeps, found again by their key."""

    name = NAME
    type = workflow.TYPE
    schemata = (IPosition,)
    key = "number"
    names = (
        *("number", "title", "partner", "unit", "is_head", "tasks", "account", "name", "room"),
        *("phone", "email", "hours", "note"),
    )
    facts = "position_facts"
    sheet, file = "Stellen", "stellen"
    words = Words(
        no_key=_("positions_no_key", default="The key is missing."),
        twice=_("positions_twice", default="The key stands in line ${line} already."),
        several=_(
            "positions_several",
            default="Positions of several administrations have this key. Please read in the table "
            "as an editor of one of them.",
        ),
        not_yours=_(
            "positions_not_yours", default="There is such a position, and you may not change it."
        ),
        no_columns=_(
            "positions_no_columns",
            default="The first line must name the columns, „Kennzeichen“ among them. The easiest "
            "way is to begin with an export.",
        ),
        many=_("positions_many", default="There are more than 5000 positions in the file."),
    )

    def folder(self):
        return operations.folder_of_people()

    def found(self, form):
        """Only what who asks keeps: keys and accounts are for them."""
        kept = operations.kept_partners()
        found = finding.found(finding.chosen_in(form)).positions
        return [one.brain for one in found if one.partner in kept]

    def known(self):
        """Keys are told apart within an administration, and looked for in those one keeps."""
        found, by_uid = {}, records_by_uid(catalog())
        for partner in operations.kept_partners():
            for _partner, key, uid in holders().keys_of(partner):
                if uid in by_uid:
                    found.setdefault(key, []).append(by_uid[uid])
        return found

    def folded(self, key):
        return folded(key)

    def titles(self, field):
        """Administrations go by their names, accounts by their e-mail addresses."""
        if field.__name__ == "partner":
            return {one: short_title_of(one) for one in operations.kept_partners()}
        if field.__name__ == "account":
            people = [term.value for term in accounts_vocabulary()]
            return {one: property_of(one, "email") or one for one in people}
        return super().titles(field)

    def text_of(self, field, value, titles):
        if field.__name__ == "tasks":
            return cells.BETWEEN.join(value or ())
        if field.__name__ == "is_head":
            return YES[0] if value else ""
        return super().text_of(field, value, titles)

    def value_of(self, field, text, tokens, stored=None):
        if field.__name__ == "tasks":
            return tuple(cells.parts_of(text))
        if field.__name__ == "is_head":
            return read_yes_or_no(text)
        value = super().value_of(field, text, tokens, stored)
        if field.__name__ == "partner" and stored and value != stored:
            raise FieldError(MOVED)
        return value


def read_yes_or_no(text):
    text = text.strip().casefold()
    if text not in YES + NO:
        raise FieldError(NOT_YES_OR_NO)
    return text in YES
