"""The journal of a case as a story that people read."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.answers.facts import readable_fields
from kommunalhub.approvals.browser.removed import mark_title
from kommunalhub.approvals.browser.removed import NOBODY
from kommunalhub.approvals.browser.removed import removed_on
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.case.actor import visible_entries
from kommunalhub.approvals.interfaces import ICameBy
from kommunalhub.approvals.journal.entries import APPEARS
from kommunalhub.approvals.journal.entries import DISCARDED
from kommunalhub.approvals.journal.entries import ENDS
from kommunalhub.approvals.journal.entries import is_taken_over
from kommunalhub.approvals.journal.entries import OF_PARTNERS
from kommunalhub.approvals.journal.entries import PLAN
from kommunalhub.approvals.journal.entries import STARTED
from kommunalhub.approvals.journal.entries import TOGETHER
from kommunalhub.approvals.journal.entries import WITHDRAWN
from kommunalhub.approvals.journal.people import as_had_set
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.approvals.journal.people import who_acted
from kommunalhub.core import formatting
from kommunalhub.partners.membership import get_partner
from zope.component import queryAdapter


TITLES = {
    "created": _("journal_created", default="Created"),
    "edited": _("journal_edited", default="Changed"),
    "question": _("journal_question", default="Question to the applicant"),
    "withdrawn": _("journal_question_withdrawn", default="Question taken back"),
    "answer": _("journal_answer", default="Answer"),
    "message": _("journal_message", default="Message"),
    "note": _("journal_note", default="Internal note"),
    ("file", "added"): _("journal_file_added", default="Document added"),
    ("file", "removed"): _("journal_file_removed", default="Document removed"),
    ("file", "changed"): _("journal_file_changed", default="Document changed"),
    ("assigned", "taken"): _("journal_assigned_taken", default="Taken"),
    ("assigned", "handed"): _("journal_assigned_handed", default="Handed over"),
    ("assigned", "given_back"): _("journal_assigned_given_back", default="Given back to the group"),
    ("round", "opened"): _("journal_round_opened", default="Consents: asked for"),
    ("round", "left_out"): _("journal_round_left_out", default="Consents: no longer asked"),
    ("round", "complete"): _("journal_round_complete", default="Consents: complete"),
    ("round", "vetoed"): _("journal_round_vetoed", default="Consents: declined"),
    ("round", "refused"): _("journal_round_refused", default="Consents: failed"),
    ("round", "cancelled"): _("journal_round_cancelled", default="Consents: called off"),
    ("vote", "approve"): _("journal_vote_approve", default="Vote: agreed"),
    ("vote", "reject"): _("journal_vote_reject", default="Vote: declined"),
    ("vote", "abstain"): _("journal_vote_abstain", default="Vote: abstained"),
    ("agreement", "accepted"): _("journal_agreement_accepted", default="Agreement accepted"),
    ("record", "notice"): _("journal_record_notice", default="Notice recorded"),
    ("record", "replaced"): _("journal_record_replaced", default="Notice replaced by a later one"),
    ("record", "objected"): _("journal_record_objected", default="Objection to a notice"),
    ("record", "withdrew"): _("journal_record_withdrew", default="Application withdrawn"),
    ("record", "override_asked"): _(
        "journal_override_asked", default="Order before the permitted begin: second person asked"
    ),
    ("record", "override_confirmed"): _(
        "journal_override_confirmed", default="Order before the permitted begin confirmed"
    ),
    ("record", "override_refused"): _(
        "journal_override_refused", default="Order before the permitted begin refused"
    ),
    ("record", "too_early"): _("journal_too_early", default="Order turns out to be too early"),
    ("record", "struck"): _("journal_struck", default="Order struck out"),
    ("record", "merged"): _("journal_merged", default="Worked on together with another case"),
    ("record", "took_in"): _("journal_took_in", default="Another case is worked on with this one"),
    ("record", "parted"): _("journal_parted", default="Worked on by itself again"),
    ("record", "split"): _("journal_split", default="A part goes on as a case of its own"),
    ("record", "consent_asked"): _(
        "journal_consent_asked", default="Asked whether personal data may be passed on"
    ),
    ("record", "consent_given"): _("journal_consent_given", default="Passing on: agreed"),
    ("record", "consent_refused"): _("journal_consent_refused", default="Passing on: declined"),
    ("record", "consent_back"): _("journal_consent_back", default="Passing on: consent withdrawn"),
    ("record", "handed_on"): _("journal_handed_on", default="Handed over to the second level"),
    ("record", "called_back"): _("journal_called_back", default="Back from the second level"),
    ("record", "partners_changed"): _(
        "journal_partners_changed", default="Who takes part has changed"
    ),
    ("record", "lead_changed"): _("journal_lead_changed", default="The lead has changed"),
    ("note", "came_back"): _("journal_came_back", default="Internal note of the second level"),
    ("note", "came_solved"): _(
        "journal_came_solved", default="Internal note of the second level: solved"
    ),
    ("record", "names_out"): _(
        "journal_names_out", default="A person taken out of the file for data protection"
    ),
    ("plan", APPEARS): _("journal_plan_appears", default="Time set: appears on"),
    ("plan", ENDS): _("journal_plan_ends", default="Time set: shown until"),
    ("owner", "taken_over"): _("journal_owner_taken_over", default="Taken into an account"),
    ("trash", "brought_back"): _("journal_brought_back", default="Brought back from the trash"),
    ("moved", "brought_in"): _("journal_brought_in", default="Taken over from elsewhere"),
    ("moved", "renewed"): _("journal_renewed", default="Taken over anew from elsewhere"),
    ("preview", "shared"): _("journal_preview_shared", default="Link to the draft made"),
    ("preview", "taken_back"): _(
        "journal_preview_taken_back", default="Link to the draft taken back"
    ),
    ("review", "reviewed"): _("journal_reviewed", default="Reviewed: still right"),
    ("review", "report_done"): _("journal_report_done", default="What a reader said is dealt with"),
    ("revision", STARTED): _("journal_revision_started", default="Revision started"),
    ("revision", DISCARDED): _("journal_revision_discarded", default="Revision discarded"),
    ("reminder", "before"): _("journal_reminder_before", default="Reminder: due soon"),
    ("reminder", "after"): _("journal_reminder_after", default="Reminder: overdue"),
    ("reminder", "escalated"): _(
        "journal_reminder_escalated", default="Overdue: hub management told"
    ),
}

OF_REVISIONS = frozenset({STARTED, DISCARDED})
NO_PERSON = {SYSTEM: _("who_system", default="the system"), "": NOBODY}


def story_of(case, entries):
    """Return journal entries for a template, newest first; only what the reader may read."""
    fields, entries = readable_fields(case), visible_entries(case, entries)
    story, removed = [], removed_on(entries)
    came_by = queryAdapter(case, ICameBy)
    for entry in entries:
        when = datetime.fromisoformat(entry["when"])
        story.append(
            {
                "seq": entry["seq"],
                "kind": entry["kind"],
                "title": _title(case, entry),
                "who": _who(entry),
                "when": formatting.moment(when),
                "iso": entry["when"],
                "states": _states(case, entry),
                "comment": paragraphs(entry["comment"]) if entry["comment"] else None,
                "details": _details(entry, fields),
                "removed": removed.get(entry["seq"]),
                "came": came_by(entry["seq"]) if came_by is not None else None,
            }
        )
    story.reverse()
    return story


def _who(entry):
    if entry["actor"] in NO_PERSON:
        nobody = NO_PERSON[entry["actor"]]
        whose = entry["on_behalf_of"] and name_in(entry, "on_behalf_of")
        return as_had_set(nobody, whose) if whose else nobody
    absent = entry["on_behalf_of"] and name_in(entry, "on_behalf_of")
    return who_acted(name_in(entry), absent)


def _title(case, entry):
    if entry["kind"] in ("transition", "revision") and entry["action"] not in OF_REVISIONS:
        verb = workflows.transition_title(case.portal_type, entry["action"])
        if entry["kind"] == "revision":
            return _("journal_revision_step", default="Revision: ${verb}", mapping={"verb": verb})
        if is_taken_over(entry):
            return _(
                "journal_taken_over", default="Revision taken over: ${verb}", mapping={"verb": verb}
            )
        return verb
    if entry["kind"] == "redacted":
        return mark_title(entry)
    if entry["kind"] == "question" and (entry["action"] or "").startswith(WITHDRAWN):
        return TITLES["withdrawn"]
    kind = entry["kind"]
    return TITLES.get((kind, entry["action"])) or TITLES.get(kind, kind)


def _states(case, entry):
    if entry["kind"] != "transition" or entry["from"] == entry["to"]:
        return None
    return (
        workflows.state_title(case.portal_type, entry["from"]),
        workflows.state_title(case.portal_type, entry["to"]),
    )


def _told_of(action, name):
    """Return to whom a case was handed over, or from whom it was taken over."""
    if action == "handed":
        return _("journal_assigned_to", default="to ${name}", mapping={"name": name})
    return _("journal_assigned_from", default="from ${name}", mapping={"name": name})


def _details(entry, readable):
    """Return what was changed: file names, or titles of the fields the reader may read."""
    if entry["kind"] in ("file", "answer", "message") or entry["action"] in TOGETHER:
        return entry["fields"]
    if entry["kind"] == PLAN:
        return [formatting.moment(datetime.fromisoformat(one)) for one in entry["fields"]]
    if entry["kind"] == "assigned":
        return [_told_of(entry["action"], person_name(name)) for name in entry["fields"]]
    if entry["kind"] in ("round", "vote") or entry["action"] in OF_PARTNERS:
        return [partner.title for partner in map(get_partner, entry["fields"]) if partner]
    return [readable[name] for name in entry["fields"] if name in readable]
