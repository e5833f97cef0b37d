"""The one page of a case: where it stands, whether it is your turn, facts, files, story.

A domain makes a subclass and registers it as `view` of its type:

    class ConsultationView(CaseView):
        def facts(self):
            return [(_("heading_project", default="Project"), self.rows(IConsultation, ["goal"]))]
"""

from AccessControl import getSecurityManager
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from kommunalhub.approvals import workflows
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.browser.story import story_of
from kommunalhub.approvals.browser.turn import Turn
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.case.drafts import may_delete
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.milestones import state_bar
from kommunalhub.approvals.clock.operations import closed_of
from kommunalhub.approvals.documents.filelist import CaseFiles
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.lists.rows import due_row
from kommunalhub.approvals.operations import seen_mark
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.substitution.operations import away
from plone import api
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class CaseView(Turn, BrowserView):
    """The page of any case. What was typed and what went wrong come back through `answer`."""

    #: Whether what was typed and what went wrong can be set as attributes (answers/pages.py).
    takes_answers = True
    template = ViewPageTemplateFile("templates/case.pt")
    decision = ViewPageTemplateFile("templates/decision.pt")
    # Set by `@@decide` and `@@add-file` when they show the page again.
    comment = ""
    comment_error = None
    problem = None
    upload_problems = ()
    conversation_said = None  # by `@@converse`
    consents_said = None  # by `@@vote`
    times_typed, time_errors = {}, {}  # of a page, by `@@decide` and `@@page-times`
    unchanged = None  # by `@@decide`: the step that would hand in the same once more

    def __call__(self):
        return self.template()

    # What a domain gives.

    def facts(self):
        """Return [(heading, [(label, value), ...]), ...]; a value is a text, a message or Html."""
        return []

    def extra_sections(self):
        """Return [(heading, html), ...] shown below the facts."""
        return []

    def talk_sections(self):
        """Return [{id, title, html}, ...] shown below the forms to write.

        folds, count: whether and as what one is folded, see the macro `section` of `hub-parts`.
        """
        return []

    #: Whether the story is folded on a narrow screen.
    folds_story = False

    def jumps(self):
        """Return [{id, title}] of what the top of a long page leads to; some with a `count`."""
        return []

    def times_html(self):
        """Return the fields for times in the form to decide; a case has none."""
        return ""

    def rows(self, schema, names, formats=None):
        """Return [(label, value)] of fields of a schema; see facts.fact_rows."""
        return fact_rows(self.context, self.request, schema, names, formats)

    def shown(self, value):
        """Return a value of `facts` as HTML: texts and messages escaped, Html as it is."""
        return as_html(value, self.request)

    # What the template shows.

    @cached_property
    def case(self):
        return facts_of(self.context)

    @cached_property
    def journal(self):
        return list(IJournal(self.context))

    @property
    def process(self):
        return process_of(self.context.portal_type)

    @property
    def token(self):
        return createToken()

    @property
    def seen_mark(self):
        return seen_mark(self.context)

    @property
    def number(self):
        return kept(self.context, "case_number")

    def partner(self):
        found = get_partner(self.case.partner)
        return found.title if found is not None else self.case.partner

    def submitted(self):
        """Return when the case left its first state for the last time, or None."""
        first = self.process.milestones[:2]
        for entry in reversed(self.journal):
            if entry["kind"] == "transition" and entry["to"] == first[-1]:
                return formatting.day(datetime.fromisoformat(entry["when"]))
        return None

    def state_title(self):
        return workflows.state_title(self.case.portal_type, self.case.state)

    @cached_property
    def is_involved(self):
        """Whether this person may read who decided what and why, not only what came of it."""
        return is_involved(self.context)

    def story(self):
        return story_of(self.context, self.journal)

    def bar(self):
        """Return the state bar as [{title, kind, look, who}].

        kind: "done", "now" or "next"; who: those the present state awaits; look: the class, the
        present state of who is not next is no yellow one.
        """
        is_mine = bool(self.turn and self.turn["mine"])
        places = state_bar(
            self.process.milestones_of(self.case),
            self.case.state,
            {entry["from"] for entry in self.journal if entry["from"]},
            workflows.graph_of(self.case.portal_type),
        )
        return [
            {
                "title": workflows.state_title(self.case.portal_type, state),
                "kind": kind,
                "who": self.who_acts if kind == "now" else None,
                "look": "now others" if kind == "now" and not is_mine else kind,
            }
            for state, kind in places
        ]

    @property
    def is_own(self):
        """Whether this person is the applicant, or it was made for them."""
        return current_actor().userid in self.case.owners

    def verbs(self):
        """Return what this person can do as one text."""
        return ", ".join(translate(act["title"], context=self.request) for act in self.offered)

    def needs_reason(self):
        """Return the verbs that need a reason, quoted, as one text."""
        return ", ".join(
            f"„{translate(act['title'], context=self.request)}“"
            for act in self.offered
            if act["needs_reason"]
        )

    @cached_property
    def due(self):
        """{text, look, iso, exact}, or None when nothing is due."""
        return due_row(due_of(self.context), formatting.now(), closed_of(self.context))

    @cached_property
    def files(self):
        return CaseFiles(self.context)

    def may_edit(self):
        return getSecurityManager().checkPermission("Modify portal content", self.context)

    def may_delete_draft(self):
        """Return whether this person can delete the case; a domain may have a way of its own."""
        return bool(may_delete(self.context))

    def is_sound(self):
        """Return whether the journal is as it was written."""
        return IJournal(self.context).verify() is None

    def absence_shown(self):
        """Return what stands for the absence of who works on the case (see case-assignment)."""
        person = assigned_to(self.context)
        absence = away(person) if person is not None else None
        return f"{absence.id}:{absence.end.isoformat()}" if absence is not None else ""

    def fingerprint(self):
        """Return a hash over all that this page depends on, for validators (ETag).

        The journal covers fields, files and decisions; the day is in it because due dates are
        told relative to today, the roles because buttons follow from them.
        """
        actor = current_actor()
        user = api.user.get_current()
        parts = (
            self.context.UID(),
            str(self.context.modified().millis()),
            IJournal(self.context).head,
            actor.userid,
            *sorted(actor.groups),
            "|",
            *sorted(user.getRolesInContext(self.context)),
            formatting.to_local(formatting.now()).date().isoformat(),
            *self.files.readings(),
            self.absence_shown(),
            repr(self.nobody_there),
            self.request.get("LANGUAGE", ""),
        )
        return sha256("\n".join(parts).encode()).hexdigest()
