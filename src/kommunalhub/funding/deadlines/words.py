"""The words of deadlines: what they are called, their rules, and each step of a calculation."""

from kommunalhub import _


KINDS = {
    "known": _("deadline_known", default="Notice counts as known"),
    "fetch": _("deadline_fetch", default="Fetch the notice from the portal"),
    "objection": _("deadline_objection", default="End of the time to object"),
    "final": _("deadline_final", default="Notice is final"),
    "early_start": _("deadline_early_start", default="Consent to an early start ends"),
    "clearance": _("deadline_clearance", default="Clearance ends"),
    "condition": _("deadline_condition", default="Condition"),
    "drawdown": _("deadline_drawdown", default="Last day to draw the money"),
    "interim": _("deadline_interim", default="Interim statement"),
    "period": _("deadline_period", default="End of the funding period"),
    "proof": _("deadline_proof", default="Statement of use"),
    "receipts": _("deadline_receipts", default="Receipts are kept until"),
    "earmark": _("deadline_earmark", default="End of the earmarking"),
}
RULES = {
    "fiction": _(
        "deadline_rule_fiction",
        default="A notice that was sent counts as known some days later. This day never moves.",
    ),
    "later": _(
        "deadline_rule_later",
        default="The notice arrived later than the law assumes: the real day counts.",
    ),
    "portal": _(
        "deadline_rule_portal",
        default="A notice in a portal counts as known on the day after it was fetched.",
    ),
    "portal_open": _(
        "deadline_rule_portal_open",
        default="The notice is in the portal. It counts as known on the day after it is fetched.",
    ),
    "portal_late": _(
        "deadline_rule_portal_late",
        default="The notice was not fetched in time: it does not count as known. Please ask"
        " the authority.",
    ),
    "handed": _("deadline_rule_handed", default="The notice was handed over: that day counts."),
    "formal": _(
        "deadline_rule_formal", default="The notice was formally delivered: that day counts."
    ),
    "assumed": _(
        "deadline_rule_assumed",
        default="The real day is not entered. To be safe, the date on the notice counts.",
    ),
    "fetch": _(
        "deadline_rule_fetch",
        default="What is not fetched from the portal by then does not count as known.",
    ),
    "month": _(
        "deadline_rule_month", default="You may object for a month after the notice is known."
    ),
    "year": _(
        "deadline_rule_year",
        default="The instruction on remedies is missing or wrong: you may object for a year.",
    ),
    "final": _(
        "deadline_rule_final", default="The notice is final on the day after the time to object."
    ),
    "waived": _(
        "deadline_rule_waived", default="The remedy was waived: the notice is final earlier."
    ),
    "objected": _(
        "deadline_rule_objected",
        default="There is an objection: the notice is final once it is decided.",
    ),
    "fixed": _(
        "deadline_rule_fixed", default="The authority has named this day. It does not move."
    ),
    "period": _(
        "deadline_rule_period",
        default="The funding period ends on its last day, even on a weekend.",
    ),
    "after_period": _(
        "deadline_rule_after_period",
        default="The statement of use is due some months after the funding period.",
    ),
    "period_unknown": _(
        "deadline_rule_period_unknown", default="The end of the funding period is not entered."
    ),
    "receipts": _(
        "deadline_rule_receipts",
        default="Receipts are kept for as long as the notice says, from the statement of use on.",
    ),
    "receipts_usual": _(
        "deadline_rule_receipts_usual",
        default="The notice does not say how long receipts are kept. The usual time counts;"
        " please check it.",
    ),
    "earmark": _(
        "deadline_rule_earmark", default="What was paid for is used as promised until then."
    ),
    "earmark_assumed": _(
        "deadline_rule_earmark_assumed",
        default="The first day of the earmarking is not entered: the end of the funding "
        "period counts.",
    ),
    "earmark_unknown": _(
        "deadline_rule_earmark_unknown", default="The first day of the earmarking is not entered."
    ),
    "valid_until": _(
        "deadline_rule_valid_until", default="The permission is valid up to and including this day."
    ),
    "no_figure": _(
        "deadline_rule_no_figure", default="For this kind of delivery and day no rule is known."
    ),
}
#: Steps of a calculation; days are said with their weekday.
STEPS = {
    "sent_post": _(
        "deadline_step_sent_post",
        default="${day}: date on the notice; it counts as posted on that day.",
    ),
    "sent_electronic": _(
        "deadline_step_sent_electronic",
        default="${day}: date on the notice; it counts as sent on that day.",
    ),
    "sent_inbox": _(
        "deadline_step_sent_inbox", default="${day}: the notice was put into the electronic inbox."
    ),
    "fiction": _("deadline_step_fiction", default="${n} days later: ${day}."),
    "fiction_one": _("deadline_step_fiction_one", default="One day later: ${day}."),
    "later": _("deadline_step_later", default="It arrived on ${day} in fact."),
    "earlier": _(
        "deadline_step_earlier", default="That it arrived on ${real} already changes nothing."
    ),
    "fiction_stays": _(
        "deadline_step_fiction_stays",
        default="That offices are closed on that day changes nothing: only the end of a "
        "period moves.",
    ),
    "told_portal": _(
        "deadline_step_told_portal",
        default="${day}: the authority told that the notice is in the portal.",
    ),
    "fetch_until": _(
        "deadline_step_fetch_until", default="It can be fetched for ${n} days, until ${day}."
    ),
    "fetched": _("deadline_step_fetched", default="It was fetched on ${day}."),
    "day_after": _("deadline_step_day_after", default="The day after: ${day}."),
    "got_handed": _("deadline_step_got_handed", default="It was handed over on ${day}."),
    "got_formal": _("deadline_step_got_formal", default="It was delivered on ${day}."),
    "assumed_handed": _(
        "deadline_step_assumed_handed",
        default="It cannot have been handed over before ${day}, the date on the notice.",
    ),
    "assumed_formal": _(
        "deadline_step_assumed_formal",
        default="It cannot have been delivered before ${day}, the date on the notice.",
    ),
    "counted_from": _(
        "deadline_step_counted_from",
        default="The day on which it is known (${known}) does not count; the first day is ${day}.",
    ),
    "months": _("deadline_step_months", default="${n} months later: ${day}."),
    "months_one": _("deadline_step_months_one", default="One month later: ${day}."),
    "years": _("deadline_step_years", default="${n} years later: ${day}."),
    "years_one": _("deadline_step_years_one", default="One year later: ${day}."),
    "years_usual": _(
        "deadline_step_years_usual",
        default="The notice names no time; ${n} years are usual: ${day}.",
    ),
    "month_end": _(
        "deadline_step_month_end",
        default="That month has no such day: the period ends on its last one.",
    ),
    "moved_saturday": _(
        "deadline_step_moved_saturday",
        default="${before} is a Saturday, so the period ends on the next working day: ${day}.",
    ),
    "moved_sunday": _(
        "deadline_step_moved_sunday",
        default="${before} is a Sunday, so the period ends on the next working day: ${day}.",
    ),
    "moved_holiday": _(
        "deadline_step_moved_holiday",
        default="${before} is a public holiday (${name}), so the period ends on the next "
        "working day: ${day}.",
    ),
    "waived": _("deadline_step_waived", default="The remedy was waived on ${day}."),
    "not_before_known": _(
        "deadline_step_not_before_known", default="Not before the notice is known: ${day}."
    ),
    "objection_ends": _(
        "deadline_step_objection_ends", default="The time to object ends on ${day}."
    ),
    "objected": _("deadline_step_objected", default="The objection is not decided yet."),
    "named": _("deadline_step_named", default="The notice of ${notice} names ${day}."),
    "period_to": _(
        "deadline_step_period_to", default="The notice of ${notice} names as the last day: ${day}."
    ),
    "stays": _(
        "deadline_step_stays", default="That offices are closed on that day changes nothing."
    ),
    "final_first": _(
        "deadline_step_final_first",
        default="Money can be drawn once the notice is final: from ${day} on.",
    ),
    "final_unknown": _(
        "deadline_step_final_unknown",
        default="Money can be drawn once the notice is final; when that is, is not known yet.",
    ),
    "final_too_late": _(
        "deadline_step_final_too_late",
        default="The notice is final on ${day} only, after this date: please talk to the "
        "authority.",
    ),
    "period_ends": _("deadline_step_period_ends", default="The funding period ends on ${day}."),
    "period_unknown": _(
        "deadline_step_period_unknown",
        default="The notice names ${n} months after the end of the funding period, which is"
        " not entered.",
    ),
    "period_unknown_one": _(
        "deadline_step_period_unknown_one",
        default="The notice names one month after the end of the funding period, which is not "
        "entered.",
    ),
    "proved": _("deadline_step_proved", default="The statement of use was handed in on ${day}."),
    "proof_due": _("deadline_step_proof_due", default="The statement of use is due on ${day}."),
    "earmark_from": _("deadline_step_earmark_from", default="The earmarking begins on ${day}."),
    "earmark_assumed": _(
        "deadline_step_earmark_assumed", default="The end of the funding period: ${day}."
    ),
    "earmark_unknown_one": _(
        "deadline_step_earmark_unknown_one",
        default="The notice names one year, but from no day on.",
    ),
    "earmark_unknown": _(
        "deadline_step_earmark_unknown", default="The notice names ${n} years, but from no day on."
    ),
    "valid_until": _(
        "deadline_step_valid_until", default="The permission names ${day} as its last day."
    ),
}
STANDINGS = {
    "done": _("deadline_is_done", default="done on ${day}"),
    "done_late": _("deadline_is_done_late", default="done late, on ${day}"),
    "dropped": _("deadline_is_dropped", default="not asked for any more since ${day}"),
    "unknown": _("deadline_is_unknown", default="not known yet"),
    "passed": _("deadline_is_passed", default="over"),
    "overdue_one": _("deadline_is_overdue_one", default="overdue since yesterday"),
    "overdue": _("deadline_is_overdue", default="overdue for ${n} days"),
    "today": _("deadline_is_today", default="today"),
    "days_one": _("deadline_is_days_one", default="tomorrow"),
    "days": _("deadline_is_days", default="in ${n} days"),
    "months": _("deadline_is_months", default="in about ${n} months"),
    "years": _("deadline_is_years", default="in about ${n} years"),
}
