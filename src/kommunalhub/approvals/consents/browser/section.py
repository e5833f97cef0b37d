"""The bar of a round on the page of a case: `case-consents` shows it, `@@vote` takes a vote."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.consents import operations
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents.reading import read_round
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.approvals.journal.people import who_acted
from kommunalhub.approvals.operations import seen_mark
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.titles import state_title
from kommunalhub.partners.titles import short_title_of
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage


#: What a row says, and its look.
SAID = {
    rules.APPROVE: (_("vote_said_approve", default="agreed"), "ok"),
    rules.REJECT: (_("vote_said_reject", default="declined"), "late"),
    rules.ABSTAIN: (_("vote_said_abstain", default="abstained"), ""),
}
MISSING = (_("vote_said_nothing", default="still missing"), "soon")
NOTHING = (_("vote_never_said", default="has not voted"), "")
SILENT = (_("vote_said_silently", default="agreed by silence"), "ok")
VOTED = (_("vote_said_something", default="has voted"), "ok")
CHOICES = (
    (rules.APPROVE, _("vote_approve", default="Agree")),
    (rules.REJECT, _("vote_reject", default="Do not agree, with a reason")),
    (rules.ABSTAIN, _("vote_abstain", default="Abstain")),
)
OUTCOMES = {
    rules.COMPLETE: _("round_complete", default="All consents needed are there."),
    rules.VETOED: _("round_vetoed", default="Somebody has declined; the case was returned."),
    rules.REFUSED: _(
        "round_refused_now", default="There were not enough consents; the case was returned."
    ),
    rules.CANCELLED: _("round_cancelled", default="The case was decided in another way."),
}


class Consents(BrowserView):
    """A part of the page of a case. answer: what CaseView got from `@@vote`, if anything."""

    answer = {}
    ballot = ViewPageTemplateFile("templates/ballot.pt")

    def __call__(self):
        return self.index() if is_involved(self.context) and self.round is not None else ""

    @cached_property
    def round(self):
        return read_round(self.context)

    @property
    def token(self):
        return createToken()

    @property
    def seen_mark(self):
        return seen_mark(self.context)

    @property
    def is_open(self):
        """Whether consents are being collected now."""
        return self.round is not None and self.round.is_open

    @cached_property
    def may_vote(self):
        return self.is_open and bool(self.round.voice)

    @cached_property
    def must_vote(self):
        """Whether the round waits for this person."""
        return self.may_vote and self.round.voice.party in self.round.missing

    @property
    def why_not(self):
        """Return why this person does not vote, for those who decide otherwise; else None."""
        if self.round.is_open and not self.may_vote and self.round.voice.cause == "four_eyes":
            return self.round.voice.reason
        return None

    def summary(self):
        """Return the round in one sentence."""
        if not self.round.is_open:
            return OUTCOMES[self.round.outcome]
        standing = self.round.standing
        mapping = {"voted": standing.voted, "parties": standing.parties}
        names = [row.title for row in self.round.rows if row.party in self.round.missing]
        mapping["who"] = ", ".join(names)
        if len(names) == 1:
            return _(
                "round_one_missing",
                default="${voted} of ${parties} have voted, ${who} is missing",
                mapping=mapping,
            )
        return _(
            "round_some_missing",
            default="${voted} of ${parties} have voted, missing are ${who}",
            mapping=mapping,
        )

    def rule(self):
        return rule_sentence(self.round.rule, self.round.standing.parties)

    def rows(self):
        """Return [{title, said, look, who, when, iso, comment}]."""
        return [self._row(row) for row in self.round.rows]

    def _row(self, row):
        said, look = row_said(row, self.round.is_open)
        return {
            "title": row.title,
            "said": said,
            "look": look,
            "who": _said_by(row) if row.by else None,
            "when": formatting.moment(row.when) if row.when else None,
            "iso": row.when.isoformat() if row.when else None,
            "comment": paragraphs(row.comment) if row.comment else None,
        }

    def party(self):
        return short_title_of(self.round.voice.party)

    def own(self):
        """Return the present row of the party for which this person speaks."""
        return next(row for row in self.round.rows if row.party == self.round.voice.party)

    def choices(self):
        """Return [{value, title, id, checked}]."""
        chosen = self.answer.get("vote") or self.own().vote
        return [
            {"value": value, "title": title, "id": f"vote-{value}", "checked": value == chosen}
            for value, title in CHOICES
        ]

    def comment(self):
        return self.answer["comment"] if "comment" in self.answer else self.own().comment

    def error(self, field):
        return self.answer.get("errors", {}).get(field)


def row_said(row, is_open):
    """Return (what a row says, its look)."""
    if row.silent:
        return SILENT
    if not row.voted:
        return MISSING if is_open else NOTHING
    return SAID.get(row.vote, VOTED)


def rule_sentence(rule, parties):
    """Return what a rule asks for, as one or two sentences."""
    mapping = {"n": rule.quorum, "parties": parties, "days": rule.silence}
    if rule.quorum is None:
        needed = _("rule_all", default="All who are asked must agree.")
    else:
        needed = _("rule_quorum", default="${n} of ${parties} must agree.", mapping=mapping)
    sentences = [needed]
    if rule.veto:
        sentences.append(_("rule_veto", default="One who declines returns the case."))
    if rule.silence:
        sentences.append(
            _(
                "rule_silence",
                default="Who says nothing within ${days} working days has agreed.",
                mapping=mapping,
            )
        )
    return sentences


class Vote(BrowserView):
    """@@vote: POST with vote, comment, party, seen_state."""

    def __call__(self):
        if self.request.method != "POST":
            said = {"vote": self.sent("vote"), "comment": self.sent("comment")}
            return post_only(self.context, self.request, consents_said=said)
        check_authenticator(self.request)
        names = ("vote", "comment", "party", "seen_state")
        vote, comment, party, seen = map(self.sent, names)
        before = state_of(self.context)
        try:
            operations.vote(self.context, vote, comment, party or None, seen)
        except ApprovalError as error:
            field = getattr(error, "field", None)
            said = {"vote": vote, "comment": comment}
            if field:
                said["errors"] = {field: error.args[0]}
            return case_page(
                self.context,
                self.request,
                status_of(error),
                consents_said=said,
                problem=None if field else error.args[0],
            )
        IStatusMessage(self.request).add(self.done(before))
        self.request.response.redirect(self.next_url(), status=303)

    def sent(self, name):
        return text(self.request.form.get(name))

    def done(self, before):
        now = state_of(self.context)
        if now == before:
            return _(
                "message_voted",
                default="Your vote is counted. You can change it until all have voted.",
            )
        return _(
            "message_voted_last",
            default="Your vote is counted, and the consents are closed. The case is now: ${state}",
            mapping={"state": api.portal.translate(state_title(self.context.portal_type, now))},
        )

    def next_url(self):
        stays = asking.may("View", self.context)
        if not stays:
            return f"{api.portal.get().absolute_url()}/@@inbox"
        return f"{self.context.absolute_url()}#mitzeichnung"


def _said_by(row):
    absent = row.on_behalf_of
    name, for_whom = (row.names.get(who) or person_name(who) for who in (row.by, absent))
    return who_acted(name, for_whom)
