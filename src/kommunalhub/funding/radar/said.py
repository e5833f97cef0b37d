"""What a profile says of itself, and why it tells of a programme, in sentences."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.matching.sentences import said
from kommunalhub.funding.matching.sentences import SIGNS
from kommunalhub.funding.radar import rules
from zope.i18n import translate


NEW = _("radar_new", default="New in the catalogue.")
CHANGED = _("radar_changed", default="Changed: ${what}.")
#: What has changed; names that say the same for readers share a word.
WORDS = {
    "deadline": _("radar_word_deadline", default="deadline"),
    "deadline_kind": _("radar_word_deadline", default="deadline"),
    "rate": _("radar_word_rate", default="funding rate"),
    "own_share": _("radar_word_own_share", default="own share"),
    "min_amount": _("radar_word_amount", default="amounts"),
    "max_amount": _("radar_word_amount", default="amounts"),
    "topics": _("radar_word_topics", default="topics"),
    "eligible": _("radar_word_eligible", default="who may apply"),
    "areas": _("radar_word_areas", default="area"),
    "early_start": _("radar_word_early_start", default="early start"),
    "cumulable": _("radar_word_cumulable", default="combination with other funds"),
    "state_aid": _("radar_word_state_aid", default="rules on state aid"),
}


def news_text(names, request):
    """Return whether a programme is new or what of it changed, translated."""
    if not names:
        return translate(NEW, context=request)
    words = dict.fromkeys(translate(WORDS[name], context=request) for name in names)
    text = filled(CHANGED, what=", ".join(words))
    return translate(text, context=request)


def reasons_of(match, request):
    """Return [{sign, sign_title, code, text}] of what a profile can say of a Match."""
    return [
        {
            "sign": reason.sign,
            "sign_title": translate(SIGNS[reason.sign], context=request),
            "code": reason.code,
            "text": said(reason, request),
        }
        for reason in match.reasons
        if reason.code not in rules.OF_PROJECTS
    ]


def titles(tokens, record, request):
    known = titles_of(record)
    return [translate(known.get(one, one), context=request) for one in tokens]


def cost_text(profile):
    """Return the range of cost as a message, None where there is none."""
    lowest, highest = profile.cost_from, profile.cost_to
    if lowest is None and highest is None:
        return None
    mapping = {"lowest": formatting.money(lowest), "highest": formatting.money(highest)}
    if lowest is None:
        return _("radar_cost_to", default="projects up to ${highest}", mapping=mapping)
    if highest is None:
        return _("radar_cost_from", default="projects from ${lowest}", mapping=mapping)
    return _("radar_cost", default="projects from ${lowest} to ${highest}", mapping=mapping)
