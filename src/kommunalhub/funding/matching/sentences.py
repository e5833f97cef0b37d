"""What the reasons of matching say: one sentence for each code, and a word for each fit."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.matching import rules
from zope.i18n import translate


FITS = {
    rules.FITS: _("match_fits", default="fits"),
    rules.CONDITIONS: _("match_conditions", default="with conditions"),
    rules.EXPIRED: _("match_expired", default="has ended"),
    rules.FITS_NOT: _("match_fits_not", default="does not fit"),
}
#: The class of the tag that says how a programme fits.
LOOKS = {rules.FITS: "ok", rules.CONDITIONS: "soon", rules.EXPIRED: "late", rules.FITS_NOT: ""}

SIGNS = {
    rules.FOR: _("match_sign_for", default="For it:"),
    rules.OPEN: _("match_sign_open", default="To clarify:"),
    rules.AGAINST: _("match_sign_against", default="Against it:"),
    rules.RULED_OUT: _("match_sign_against", default="Against it:"),
}

SENTENCES = {
    "topics": _("match_topics", default="is about ${topics}"),
    "topics_unknown": _(
        "match_topics_unknown", default="which topics does your project touch? Please choose them"
    ),
    "topics_unnamed": _(
        "match_topics_unnamed", default="the catalogue names no topic: see the guideline"
    ),
    "topics_other": _("match_topics_other", default="is about something else: ${topics}"),
    "eligible": _("match_eligible", default="may be applied for by: ${eligible}"),
    "eligible_unnamed": _(
        "match_eligible_unnamed", default="who may apply is not in the catalogue: see the guideline"
    ),
    "applicant_unknown": _("match_applicant_unknown", default="only these may apply: ${eligible}"),
    "not_eligible": _("match_not_eligible", default="only these may apply: ${eligible}"),
    "area": _("match_area", default="holds for ${areas}"),
    "area_unknown": _("match_area_unknown", default="holds only for ${areas}"),
    "other_area": _("match_other_area", default="holds only for ${areas}"),
    "cost_unknown": _(
        "match_cost_unknown", default="what does it cost? An estimate will do for the beginning"
    ),
    "too_small": _(
        "match_too_small",
        default="begins at ${smallest}; for your project there would be ${amount} at most",
    ),
    "costs_too_small": _(
        "match_costs_too_small",
        default="funds only what costs ${smallest} or more; your project costs ${amount}",
    ),
    "rate_unnamed": _(
        "match_rate_unnamed", default="how much is paid is not in the catalogue: see the guideline"
    ),
    "grant_capped": _(
        "match_grant_capped", default="pays ${amount} at most; the rate is in the guideline"
    ),
    "grant": _("match_grant", default="up to ${amount} are possible (${rate})"),
    "gap": _(
        "match_gap",
        default="with ${amount} from the programme ${rest} are still missing: more funds of your "
        "own or of others are needed",
    ),
    "own_share": _(
        "match_own_share", default="own funds of ${share} are enough: ${wanted} are asked for"
    ),
    "own_share_with_others": _(
        "match_own_share_with_others",
        default="own funds and money of others count together: ${share} are enough, ${wanted} are "
        "asked for",
    ),
    "own_share_short": _(
        "match_own_share_short",
        default="own funds of ${share} are not enough: ${wanted} are asked for, "
        "${missing} are missing",
    ),
    "own_funds_unknown": _(
        "match_own_funds_unknown", default="an own share of ${wanted} is asked for: is it there?"
    ),
    "third_party_not": _(
        "match_third_party_not",
        default="money of third parties is not allowed; ${amount} are planned",
    ),
    "third_party_deducted": _(
        "match_third_party_deducted",
        default="the ${amount} of third parties reduce the grant: see the guideline",
    ),
    "cumulable": _("match_cumulable", default="may be combined with the other funds of ${amount}"),
    "not_cumulable": _(
        "match_not_cumulable",
        default="must not be combined with other funds; ${amount} of others are planned",
    ),
    "cumulation_unclear": _(
        "match_cumulation_unclear",
        default="may it be combined with the other funds of ${amount}? Ask the funder",
    ),
    "rolling": _("match_rolling", default="may be applied for at any time"),
    "first_come": _(
        "match_first_come",
        default="is open as long as there is money: whoever applies first gets it",
    ),
    "first_come_council": _(
        "match_first_come_council",
        default="money goes to those who apply first; the council meets only on ${council}",
    ),
    "opens_later": _(
        "match_opens_later",
        default="the next call opens on ${opens} and closes on ${day}, ${left} working days from "
        "now",
    ),
    "no_longer_valid": _("match_no_longer_valid", default="ran out on ${day}"),
    "not_yet_valid": _("match_not_yet_valid", default="begins on ${day} only"),
    "no_call": _("match_no_call", default="when does the next call come?"),
    "passed": _("match_passed", default="ended on ${day}"),
    "deadline": _("match_deadline", default="open until ${day}, ${left} working days from now"),
    "deadline_near": _(
        "match_deadline_near", default="the deadline is close: ${day}, ${left} working days away"
    ),
    "council_too_late": _(
        "match_council_too_late",
        default="deadline on ${day}, but the council meets only on ${council}",
    ),
    "council_close": _(
        "match_council_close",
        default="the council meets on ${council}: hardly any time until the deadline on ${day}",
    ),
    "start_too_early": _(
        "match_start_too_early",
        default="work is to begin on ${start}; before the notice nothing may be ordered, "
        "an early start is not allowed",
    ),
    "start_on_request": _(
        "match_start_on_request",
        default="work is to begin on ${start}: before the notice that needs the funder's consent",
    ),
    "start_after_notice": _(
        "match_start_after_notice",
        default="work is to begin on ${start}: will the notice be there by then? "
        "Before it nothing may be ordered",
    ),
    "de_minimis": _(
        "match_de_minimis",
        default="is De-minimis aid: what was received in the last three years counts",
    ),
    "stale": _(
        "match_stale", default="last checked on ${day}: compare with the guideline before applying"
    ),
    "never_checked": _("match_never_checked", default="never checked: compare with the guideline"),
}

_MONEY = ("amount", "smallest", "rest", "missing")
_SHARES = ("share", "wanted", "rate")
_DAYS = ("day", "council", "start", "opens")
_LISTS = {
    "topics": "kommunalhub.funding_topics",
    "eligible": "kommunalhub.funding_eligible",
    "areas": "kommunalhub.funding_areas",
}


def said(reason, request):
    """Return the sentence of a Reason in the language of the request."""
    code = reason.code
    if code == "stale" and reason.values["day"] is None:
        code = "never_checked"
    mapping = {name: _shown(name, value, request) for name, value in reason.values.items()}
    return translate(filled(SENTENCES[code], mapping), context=request)


def _shown(name, value, request):
    if name in _LISTS:
        titles = titles_of(_LISTS[name])
        return ", ".join(translate(titles.get(one, one), context=request) for one in value)
    if name in _MONEY:
        return formatting.money(value)
    if name in _SHARES:
        return "" if value is None else formatting.percent(value)
    if name in _DAYS:
        return "" if value is None else formatting.day(value)
    return str(value)
