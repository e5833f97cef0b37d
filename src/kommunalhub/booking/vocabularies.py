"""Pick lists of booking; kinds and equipment are edited by the office in the registry."""

from kommunalhub import _
from kommunalhub.booking import rules
from kommunalhub.core.vocabularies import RegistryVocabulary
from plone import api
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


space_kinds = RegistryVocabulary("kommunalhub.space_kinds")
equipment = RegistryVocabulary("kommunalhub.coworking_equipment")


@implementer(IVocabularyFactory)
class Fixed:
    """Terms that rules know by name: {token: title}."""

    def __init__(self, titles):
        self.titles = titles

    def __call__(self, context=None):
        return SimpleVocabulary(
            [SimpleTerm(token, token, title) for token, title in self.titles.items()]
        )


space_users = Fixed(
    {
        rules.STAFF: _("space_users_staff", default="People of the administrations and the hub"),
        rules.APPROVED: _("space_users_approved", default="Whoever has an approved application"),
        rules.EVERYBODY: _("space_users_everybody", default="Everybody with an account"),
    }
)
quota_units = Fixed(
    {
        rules.DAYS: _("quota_units_days", default="Days"),
        rules.HOURS: _("quota_units_hours", default="Hours"),
    }
)
quota_periods = Fixed(
    {
        rules.WEEK: _("quota_periods_week", default="a week"),
        rules.MONTH: _("quota_periods_month", default="a month"),
    }
)


@implementer(IVocabularyFactory)
class Spaces:
    """The spaces that who is signed in may see, by their UID."""

    def __call__(self, context=None):
        brains = api.content.find(portal_type="Space", sort_on="sortable_title")
        return SimpleVocabulary([SimpleTerm(b.UID, b.UID, b.Title) for b in brains])


spaces = Spaces()
