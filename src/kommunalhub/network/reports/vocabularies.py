"""Pick lists of reports of experience."""

from kommunalhub import _
from kommunalhub.network.reports import rules
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


COSTS = {
    "up_to_5000": _("report_cost_5000", default="up to 5,000 euros"),
    "up_to_25000": _("report_cost_25000", default="up to 25,000 euros"),
    "up_to_100000": _("report_cost_100000", default="up to 100,000 euros"),
    "above": _("report_cost_above", default="more than 100,000 euros"),
}
TOWNS = {
    "up_to_5000": _("report_town_5000", default="up to 5,000 inhabitants"),
    "up_to_20000": _("report_town_20000", default="up to 20,000 inhabitants"),
    "above": _("report_town_above", default="more than 20,000 inhabitants"),
}
assert tuple(COSTS) == tuple(rules.COSTS)
assert tuple(TOWNS) == tuple(rules.TOWNS)


@implementer(IVocabularyFactory)
class Classes:
    """Classes in their order."""

    def __init__(self, titles):
        self.titles = titles

    def __call__(self, context=None):
        return SimpleVocabulary(
            [SimpleTerm(name, name, title) for name, title in self.titles.items()]
        )


costs = Classes(COSTS)
towns = Classes(TOWNS)
