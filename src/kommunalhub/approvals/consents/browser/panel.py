"""@@consents-controlpanel: who is asked for consent, with a look at what that would mean today."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.clock.settings import closing_days
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.consents.browser.section import rule_sentence
from kommunalhub.core import formatting
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView


PARTS = {
    rules.HOST: _("party_host", default="The administration that is responsible"),
    rules.OPERATOR: _("party_operator", default="The operator of the hub"),
}
PROBLEMS = {
    "unknown": _("error_party_unknown", default="Please choose among those that are listed."),
    "too_many": _("error_quorum_too_many", default="More must agree than are asked."),
    "none": _("error_quorum_none", default="Please ask for one at least, or leave it empty."),
    "days": _("error_silence_days", default="Please write a number of days, or leave it empty."),
}
MOST_DAYS = 250


class ConsentRules(BrowserView):
    """One group of fields for each kind of case; running rounds keep their rule."""

    errors = {}
    seen = False

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            self.errors = self.problems()
            if self.errors:
                self.request.response.setStatus(400)
            elif "save" in self.request.form:
                return self.save()
            else:
                self.seen = True
        return self.index()

    def save(self):
        settings.set_rules(self.sent)
        message = _(
            "message_consent_rules_saved",
            default="Saved. Rounds that are running keep the rule they began with.",
        )
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

    @cached_property
    def kinds(self):
        """[(portal type, kind, title)] of all kinds that have a rule."""
        return [(step.portal_type, kind, title) for step, kind, title in settings.kinds()]

    @cached_property
    def sent(self):
        """{(portal type, kind): ConsentRule} as the form says, or as they hold now."""
        if self.request.method != "POST":
            return {(type_, kind): settings.rule_of(type_, kind) for type_, kind, _t in self.kinds}
        return {(type_, kind): self._read(f"{type_}.{kind}") for type_, kind, _t in self.kinds}

    def _read(self, name):
        form = self.request.form
        parties = form.get(f"{name}.parties") or []
        parties = [parties] if isinstance(parties, str) else parties
        return rules.ConsentRule(
            parties=tuple(dict.fromkeys(str(party) for party in parties)),
            quorum=_number(form.get(f"{name}.quorum")),
            veto=f"{name}.veto" in form,
            silence=_number(form.get(f"{name}.silence")),
        )

    def problems(self):
        """Return {name of a field: message}."""
        return {
            f"{type_}.{kind}.{field}": PROBLEMS[problem]
            for (type_, kind), rule in self.sent.items()
            for field, problem in rules.problems_of(rule, partner_ids()).items()
        }

    def groups(self):
        """Return one dict for each kind, for the form and the look at today."""
        return [self._group(*key) for key in self.kinds]

    def _group(self, portal_type, kind, title):
        name, rule = f"{portal_type}.{kind}", self.sent[portal_type, kind]
        return {
            "name": name,
            "type": type_title(portal_type),
            "title": title,
            "parties": [
                {"value": party, "title": label, "checked": party in rule.parties}
                for party, label in self._choices()
            ],
            "quorum": _shown(rule.quorum),
            "silence": _shown(rule.silence),
            "veto": rule.veto,
            "errors": {
                field: self.errors.get(f"{name}.{field}")
                for field in ("parties", "quorum", "silence")
            },
            "today": self._today(rule),
        }

    def _choices(self):
        named = sorted((get_partner(party) for party in partner_ids()), key=lambda p: p.title)
        return [*PARTS.items(), *((partner.id, partner.title) for partner in named)]

    def _today(self, rule):
        """Return what a round that opens now would look like, None where nobody is asked."""
        parties = settings.parties_for(rule)
        if not parties:
            return None
        found = rules.begin(rule, parties, formatting.now(), closing_days())
        standing = rules.evaluate(found, formatting.now())
        return {
            "parties": ", ".join(map(short_title_of, parties)),
            "needed": standing.needed,
            "number": standing.parties,
            "sentences": rule_sentence(rule, standing.parties),
            "until": formatting.moment(standing.deadline) if standing.deadline else None,
        }

    @property
    def url(self):
        return f"{api.portal.get().absolute_url()}/@@consents-controlpanel"


def _number(value):
    """Return a whole number that was sent, None for an empty field, 0 for what is none."""
    text = str(value or "").strip()
    if not text:
        return None
    is_number = text.isascii() and text.isdigit() and int(text[:6]) <= MOST_DAYS
    return int(text) if is_number else 0


def _shown(value):
    return "" if value is None else str(value)
