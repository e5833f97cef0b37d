"""Under which administration something is filed, asked in a form only where there is a choice."""

from copy import copy
from kommunalhub.core import asking
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.rules import FREE_CHOICE
from z3c.form.browser.radio import RadioFieldWidget
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


PARTNER = "IPartnered.partner"


class OwnPartners:
    """A form of a type with the behaviour `kommunalhub.partner`; stands before the form's class."""

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        if PARTNER not in self.fields:
            return
        is_free = bool(FREE_CHOICE & set(asking.roles()))
        own = self.partners()
        if not is_free and len(own) < 2:
            self.fields = self.fields.omit(PARTNER)
            return
        # nothing is chosen beforehand: nobody files it by accident
        field = copy(self.fields[PARTNER].field)
        field.defaultFactory = field.default = None
        if not is_free:
            field.vocabularyName = None
            field.vocabulary = SimpleVocabulary(
                [SimpleTerm(partner, title=get_partner(partner).title) for partner in own]
            )
        self.fields[PARTNER].field = field
        self.fields[PARTNER].widgetFactory = RadioFieldWidget

    def partners(self):
        """Return the administrations to choose among: those of the person."""
        return partners_of()


class OwnPartnersAndKept(OwnPartners):
    """For the form of something that is filed already."""

    def partners(self):
        return tuple(dict.fromkeys((*partners_of(), self.context.partner)))
