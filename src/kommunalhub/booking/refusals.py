"""The sentences for what rules.py refuses: each names the space and the rule."""

from kommunalhub import _
from kommunalhub.booking import rules
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled


SENTENCES = {
    "order": _("booking_order", default="The end must be after the beginning."),
    "past": _("booking_past", default="This time has already begun. Please choose a later one."),
    "notice": _("booking_notice", default="${space} is booked at least ${length} ahead."),
    "horizon": _(
        "booking_horizon",
        default="${space} can be booked at most ${days} days ahead. For this day you can book it "
        "from ${from} on.",
    ),
    "shortest": _("booking_shortest", default="${space} is booked for at least ${length}."),
    "longest": _("booking_longest", default="${space} is booked for at most ${length} at once."),
    "holiday": _(
        "booking_holiday", default="${space} is closed on ${day}: it is a public holiday."
    ),
    "closed": _("booking_closed_day", default="${space} is closed on ${day}."),
    "weekday": _("booking_closed_weekday", default="${space} is not open on this day of the week."),
    "hours": _(
        "booking_hours", default="At this time ${space} is not open. Opening hours: ${hours}."
    ),
}
#: (whose, unit, period): the sentence for a quota that is used up.
QUOTAS = {
    (rules.PERSON, rules.DAYS, rules.WEEK): _(
        "booking_quota_person_days_week",
        default="${space}: a person can book at most ${amount} days a week. ${used} are booked.",
    ),
    (rules.PERSON, rules.DAYS, rules.MONTH): _(
        "booking_quota_person_days_month",
        default="${space}: a person can book at most ${amount} days a month. ${used} are booked.",
    ),
    (rules.PERSON, rules.HOURS, rules.WEEK): _(
        "booking_quota_person_hours_week",
        default="${space}: a person can book at most ${amount} hours a week. ${used} are booked.",
    ),
    (rules.PERSON, rules.HOURS, rules.MONTH): _(
        "booking_quota_person_hours_month",
        default="${space}: a person can book at most ${amount} hours a month. ${used} are booked.",
    ),
    (rules.PARTNER, rules.DAYS, rules.WEEK): _(
        "booking_quota_partner_days_week",
        default="${space}: an administration can book at most ${amount} days a week. "
        "${used} are booked.",
    ),
    (rules.PARTNER, rules.DAYS, rules.MONTH): _(
        "booking_quota_partner_days_month",
        default="${space}: an administration can book at most ${amount} days a month. "
        "${used} are booked.",
    ),
    (rules.PARTNER, rules.HOURS, rules.WEEK): _(
        "booking_quota_partner_hours_week",
        default="${space}: an administration can book at most ${amount} hours a week. "
        "${used} are booked.",
    ),
    (rules.PARTNER, rules.HOURS, rules.MONTH): _(
        "booking_quota_partner_hours_month",
        default="${space}: an administration can book at most ${amount} hours a month. "
        "${used} are booked.",
    ),
}
MINUTES = _("booking_minutes", default="${n} minutes")
HOUR = _("booking_hours_one", default="1 hour")
HOURS = _("booking_hours_count", default="${n} hours")


def sentence(refusal, space):
    """Return the translatable sentence of a Refusal for a Space."""
    mapping = {"space": space.Title()}
    for name, value in refusal.facts:
        mapping[name] = value
    if "hours" in mapping:
        mapping["length"] = length_text(60 * mapping["hours"])
    if "minutes" in mapping:
        mapping["length"] = length_text(mapping["minutes"])
    for name in ("day", "from"):
        if name in mapping:
            mapping[name] = formatting.day(mapping[name])
    if refusal.code == "hours":
        mapping["hours"] = ", ".join(filter(None, map(str.strip, space.opening.splitlines())))
    if refusal.code == "quota":
        message = QUOTAS[mapping["whose"], mapping["unit"], mapping["period"]]
        mapping["used"] = f"{mapping['used']:g}".replace(".", ",")
    else:
        message = SENTENCES[refusal.code]
    return filled(message, mapping)


def length_text(minutes):
    """Return a length as people say it, translatable: whole hours as hours."""
    if minutes % 60:
        return filled(MINUTES, {"n": minutes})
    return HOUR if minutes == 60 else filled(HOURS, {"n": minutes // 60})
