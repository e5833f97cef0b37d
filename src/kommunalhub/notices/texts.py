"""What happened, in a sentence; who does not work here reads nothing but the state of things."""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.journal import entries
from kommunalhub.core.messages import filled
from kommunalhub.notices import ringing
from kommunalhub.notices import rules
from kommunalhub.security.userids.book import full_name


#: Kind of what people hear of a page that they are asked to confirm, and what of it: that it asks,
#: that it asks anew after an essential change, that the day comes near.
READS = "reads"
ASKED, CHANGED, REMINDED = "asked", "changed", "reminded"

SYSTEM = _("notice_system", default="The hub")
NEWS = _("notice_news", default="There is news about this case.")
TRANSITION = _("notice_transition", default="${who}: “${verb}”. The case now stands at “${state}”.")

INSIDE = {
    entries.QUESTION: _("notice_question", default="${who} asks the applicant something."),
    (entries.QUESTION, entries.WITHDRAWN): _(
        "notice_question_withdrawn", default="${who} has taken a question back."
    ),
    entries.ANSWER: _("notice_answer", default="${who} has answered."),
    entries.MESSAGE: _("notice_message", default="${who} has written a message."),
    entries.NOTE: _("notice_note", default="${who} has written an internal note."),
    (entries.ASSIGNED, entries.HANDED): _(
        "notice_assigned_handed", default="${who} has handed this case over to you."
    ),
    (entries.ASSIGNED, entries.TAKEN): _(
        "notice_assigned_taken", default="${who} has taken this case over from you."
    ),
    (entries.RECORD, entries.NOTICE): _(
        "notice_record_notice", default="${who} has recorded a notice of the funder."
    ),
    (entries.RECORD, entries.OVERRIDE_ASKED): _(
        "notice_override_asked",
        default="${who} wants to enter an order before the permitted begin. A second person has "
        "to decide on it.",
    ),
    (entries.RECORD, entries.TOO_EARLY): _(
        "notice_too_early", default="An order turns out to be too early. Please look at it."
    ),
    (entries.RECORD, entries.MERGED): _(
        "notice_merged", default="${who} works on this case together with another one."
    ),
    (entries.RECORD, entries.PARTED): _(
        "notice_parted", default="${who} lets this case go by itself again."
    ),
    (entries.RECORD, entries.SPLIT): _(
        "notice_split", default="${who} has made a part of this case a case of its own."
    ),
    (entries.RECORD, entries.CONSENT_ASKED): _(
        "notice_consent_asked",
        default="${who} asks whether personal data may be passed on to the second level.",
    ),
    (entries.RECORD, entries.CONSENT_GIVEN): _(
        "notice_consent_given", default="${who} agrees that their data is passed on."
    ),
    (entries.RECORD, entries.CONSENT_REFUSED): _(
        "notice_consent_refused", default="${who} does not agree that their data is passed on."
    ),
    (entries.RECORD, entries.CONSENT_BACK): _(
        "notice_consent_back", default="${who} has withdrawn the consent to pass their data on."
    ),
    (entries.RECORD, entries.HANDED_ON): _(
        "notice_handed_on", default="${who} has handed this case over to the second level."
    ),
    (entries.RECORD, entries.CALLED_BACK): _(
        "notice_called_back", default="${who} has called this case back from the second level."
    ),
    (entries.NOTE, entries.CAME_BACK): _(
        "notice_came_back", default="The second level has told how it stands."
    ),
    (entries.NOTE, entries.CAME_SOLVED): _(
        "notice_came_solved", default="The second level reports it as solved."
    ),
    (entries.RECORD, entries.PARTNERS_CHANGED): _(
        "notice_partners_changed", default="All have agreed: who takes part has changed."
    ),
    (entries.RECORD, entries.LEAD_CHANGED): _(
        "notice_lead_changed", default="All have agreed: another administration leads it now."
    ),
    entries.VOTE: _("notice_vote", default="${who} has cast a vote."),
    (entries.ROUND, entries.OPENED): _(
        "notice_round_opened", default="The consents are being collected."
    ),
    (READS, ASKED): _("notice_reads_asked", default="Please read this page and confirm it."),
    (READS, CHANGED): _(
        "notice_reads_changed",
        default="This page has essentially changed. Please read the change and confirm it.",
    ),
    (READS, REMINDED): _(
        "notice_reads_reminded",
        default="You have not confirmed this page yet, and its last day comes near.",
    ),
}
OUTSIDE = {
    entries.TRANSITION: _("notice_own_transition", default="Your case now stands at “${state}”."),
    entries.QUESTION: _("notice_own_question", default="There is a question for you."),
    (entries.QUESTION, entries.WITHDRAWN): _(
        "notice_own_question_withdrawn", default="A question to you has been taken back."
    ),
    entries.MESSAGE: _("notice_own_message", default="There is a message for you."),
    (entries.RECORD, entries.MERGED): _(
        "notice_own_merged",
        default="Your case is worked on together with another one about the same matter.",
    ),
    (entries.RECORD, entries.PARTED): _(
        "notice_own_parted", default="Your case is worked on by itself again."
    ),
    (entries.RECORD, entries.SPLIT): _(
        "notice_own_split", default="A part of your case goes on as a case of its own."
    ),
    (entries.RECORD, entries.CONSENT_ASKED): _(
        "notice_own_consent_asked",
        default="Support would like to pass your case on to the second level and asks whether your "
        "data may go along. You answer on the page of the case.",
    ),
    (entries.RECORD, entries.HANDED_ON): _(
        "notice_own_handed_on",
        default="Your case has been handed over to the second level. What went along stands on "
        "the page of the case.",
    ),
    (entries.RECORD, entries.CALLED_BACK): _(
        "notice_own_called_back", default="Your case is back from the second level."
    ),
    entries.ANSWER: _("notice_own_answer", default="Your question has been answered."),
}
DUE_SOON = _("notice_due_soon", default="The deadline is near.")
OVERDUE = _("notice_overdue", default="The deadline has passed.")
ESCALATED = _(
    "notice_escalated", default="The deadline has passed, and the hub management has been told."
)
WHY = {
    rules.OVERDUE: _("notice_why_overdue", default="The case is overdue and up to your group."),
    rules.AWAITS: _("notice_why_awaits", default="The case is waiting for you."),
    rules.APPLICANT: _("notice_why_applicant", default="It is your own case."),
    rules.WATCHING: _("notice_why_watching", default="You have worked on this case before."),
}
#: Why somebody hears of notices of a kind, whatever the reason is called.
WHY_OF_KIND = {
    READS: _("notice_why_reads", default="You are among those whom the page is for."),
    **dict.fromkeys(
        ((entries.RECORD, action) for action in entries.OF_PARTNERS),
        _("notice_why_partners", default="Your administration takes part in it."),
    ),
}
WAITED = _("notice_why_waited", default="The case was waiting for you.")


def sentence(notice, is_staff):
    """Return what a notice says, translatable. is_staff: whether the reader works here."""
    kind, action = notice["kind"], notice["action"]
    if kind == entries.REMINDER:
        return reminder(action)
    if kind == ringing.KIND:
        return ringing.SENTENCES[action]
    mapping = {
        "who": who(notice["actor"], notice["behalf"]),
        "state": workflows.state_title(notice["type"], notice["to"]) if notice["to"] else "",
    }
    if not is_staff:
        return filled(rules.looked_up(OUTSIDE, kind, action, NEWS), mapping)
    if kind == entries.TRANSITION:
        mapping["verb"] = workflows.transition_title(notice["type"], action)
        return filled(TRANSITION, mapping)
    return filled(rules.looked_up(INSIDE, kind, action, NEWS), mapping)


def why(notice, is_mine):
    """Return why somebody hears of it. is_mine: whether the case still waits for them."""
    if notice["kind"] == ringing.KIND:
        return ringing.WHY
    if found := rules.looked_up(WHY_OF_KIND, notice["kind"], notice["action"], None):
        return found
    waited = notice["reason"] in (rules.AWAITS, rules.OVERDUE)
    return WAITED if waited and not is_mine else WHY[notice["reason"]]


def reminder(action):
    if action in rules.EARLY:
        return DUE_SOON
    return ESCALATED if action == entries.ESCALATED else OVERDUE


def who(actor, behalf):
    """Return the name of who acted, „A i. V. für B“ where it was for somebody else."""
    if actor == "system":
        return SYSTEM
    if not behalf:
        return name_of(actor)
    mapping = {"who": name_of(actor), "principal": name_of(behalf)}
    return _("notice_on_behalf", default="${who} for ${principal}", mapping=mapping)


def name_of(userid):
    return full_name(userid) or SYSTEM
