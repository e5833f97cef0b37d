"""How groups of results are called."""

from kommunalhub import _
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.results import rules
from kommunalhub.partners.titles import short_title_of


WORDS = {
    rules.SEVERAL: _("results_several_funders", default="several funders"),
    rules.UNKNOWN: _("results_unknown_funder", default="not known"),
    rules.OTHERS: _("results_others", default="others together"),
    "": _("results_no_partner", default="no administration"),
}


def partner_title(key):
    return WORDS[key] if key in ("", rules.OTHERS) else short_title_of(key)


def year_title(key):
    return WORDS[rules.OTHERS] if key == rules.OTHERS else str(key)


def topic_title(key):
    return titles_of("kommunalhub.funding_topics").get(key, key)


def funder_title(key):
    return WORDS.get(key) or titles_of("kommunalhub.funding_funders").get(key, key)
