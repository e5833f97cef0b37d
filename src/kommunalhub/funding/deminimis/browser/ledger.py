"""@@de-minimis of the section: all undertakings; @@de-minimis/3: the ledger of one of them."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.deminimis import certificates
from kommunalhub.funding.deminimis import figures
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis import operations
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis import states
from kommunalhub.funding.deminimis import storage
from kommunalhub.funding.deminimis import successions
from kommunalhub.funding.deminimis import typed
from kommunalhub.funding.deminimis.states import HERE
from kommunalhub.security.userids.book import full_name
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


PAGE_SIZE = 25
GENERAL = "general"


class Undertakings(NumberInPath, OwnPage):
    """The list without a number, the ledger with one."""

    listing = ViewPageTemplateFile("templates/undertakings.pt")
    ledger_page = ViewPageTemplateFile("templates/ledger.pt")
    #: {field: sentence} at the form of an aid, and which one that is.
    errors = {}
    wrong_at = None

    list_title = _("heading_deminimis", default="De-minimis ledger")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@de-minimis"

    def __call__(self):
        if self.number is not None and not operations.is_known(self.number):
            raise NotFound(str(self.number))
        return super().__call__()

    def template(self):
        return self.listing() if self.number is None else self.ledger_page()

    @cached_property
    def book(self):
        return operations.book()

    # The list

    @property
    def q(self):
        return self.field("q").strip()[:200]

    @cached_property
    def found(self):
        words = self.q.casefold().split()
        return [
            one
            for one in operations.undertakings()
            if all(word in f"{one.name} {one.address}".casefold() for word in words)
        ]

    @cached_property
    def batch(self):
        kept = [("q", self.q)] if self.q else []
        return batch_of(self.request, len(self.found), PAGE_SIZE, self.url, kept)

    def rows(self):
        return [
            {
                "url": f"{self.url}/{one.number}",
                "name": one.name,
                "address": one.address,
                "state": None if self.over(one.number) else self.state(one.number, GENERAL),
                "over": self.over(one.number),
            }
            for one in self.batch.cut(self.found)
        ]

    def over(self, number):
        """Return the names of who stands in its place today, "" while it is there."""
        found = operations.followers(number, typed.today(), self.book)
        return ", ".join(one.name for one in found)

    # The ledger

    @cached_property
    def ledger(self):
        return operations.ledger_of(self.number)

    @property
    def undertaking(self):
        return self.ledger.undertaking

    def state(self, number, regulation, member_state=HERE):
        """Return {used, free, ceiling, since, source} as text, None without a ceiling today."""
        try:
            verdict = operations.state_of(
                number, regulation, member_state=member_state, known=self.book
            )
        except rules.NoCeiling:
            return None
        return {
            "any": bool(verdict.used),
            "used": formatting.money(verdict.used),
            "free": formatting.money(verdict.free),
            "ceiling": formatting.money(verdict.ceiling),
            "since": formatting.day(verdict.since),
            "source": verdict.source,
        }

    def states(self):
        """Return [{title, ...state}] for each regulation and each Member State that granted."""
        elsewhere = {aid.member_state for aid in self.book.counting(self.number, typed.today())} - {
            HERE
        }
        found = [
            (title, state, self.state(self.number, token, state))
            for state in (HERE, *sorted(elsewhere))
            for token, title in figures.regulation_titles().items()
        ]
        return [
            {"title": title, "member_state": self.abroad(code), **state}
            for title, code, state in found
            if state is not None and (code == HERE or state["any"])
        ]

    def abroad(self, code):
        return "" if code == HERE else states.name_of(code)

    def linked(self):
        """Return [{name, url, number, direct}] of the others of the single undertaking."""
        register = storage.register_of(self.portal)
        return [
            {
                "name": register.ledgers[number].undertaking.name,
                "url": f"{self.url}/{number}",
                "number": number,
                "direct": number in self.ledger.links,
            }
            for number in sorted(self.book.group(self.number, typed.today()) - {self.number})
        ]

    def followed(self):
        """Return [{sentence, number, back}] of the mergers and splits it was part of."""
        return [
            {
                "sentence": mergers.sentence_of(storage.succession_of(row)),
                "number": row["number"],
                "back": back_of(row),
            }
            for row in mergers.successions_of(self.number)
        ]

    def came(self):
        """Return [{name, amount, day}] of aid of others that is its own today, or a part of it."""
        ledgers = storage.register_of(self.portal).ledgers
        first = {aid.number: aid.undertaking for aid in self.book.aids}
        settled = successions.settled(self.book.aids, self.book.successions, typed.today())
        return [
            {
                "name": ledgers[first[aid.number]].undertaking.name,
                "day": formatting.day(aid.day),
                "amount": formatting.money(aid.amount),
            }
            for aid in settled
            if aid.undertaking == self.number != first[aid.number]
        ]

    def aids(self):
        known, titles = figures.figures(), figures.regulation_titles()
        return [self.shown(row, known, titles) for row in self.ledger.rows()]

    def shown(self, row, known, titles):
        declared, aid = row["declared"], storage.aid_of(row)
        back = row["taken_back"]
        due = None if declared else rules.report_by(aid, known)
        return {
            "number": row["number"],
            "day": formatting.day(row["day"]),
            "amount": formatting.money(row["amount"]),
            "regulation": titles.get(row["regulation"], row["regulation"]),
            "authority": row["authority"],
            "purpose": row["purpose"],
            "by": full_name(row["by"]) if row["by"] else "",
            "reported": formatting.day(row["reported"]) if row["reported"] else None,
            "due": formatting.day(due) if due and not row["reported"] and not back else None,
            "late": bool(due and not row["reported"] and due < typed.today()),
            "over": not back and rules.exceeds(aid, self.book, known),
            "member_state": self.abroad(aid.member_state),
            "back": back_of(row),
            "of_notice": bool(row.get("origin")),
            "declared": declared,
            "pdf": f"{self.context.absolute_url()}/@@de-minimis-certificate/{row['number']}",
        }

    # What its small forms send

    def post(self):
        aid, action = self._number("number"), self.field("action")
        succession = action == "undo"
        try:
            message = self._do(action, aid)
        except KeyError as error:
            raise NotFound(str(aid)) from error
        except operations.Wrong as wrong:
            self.errors, self.wrong_at = wrong.errors, (succession, aid)
            self.request.response.setStatus(400)
            return self.template()
        return self.lead_to(f"{self.url}/{self.number}", message)

    def _do(self, action, number):
        if action == "report":
            operations.reported(self.number, number, self.field("date"))
            return _("message_aid_reported", default="It is noted that the register knows of it.")
        if action == "take-back":
            operations.take_back(self.number, number, self.field("reason"))
            return _("message_aid_taken_back", default="The aid counts no more.")
        if action == "undo":
            mergers.take_back(self.number, number, self.field("reason"))
            return _("message_succession_undone", default="It is taken back.")
        if action == "unlink":
            operations.unlink(self.number, number)
            return _("message_undertakings_unlinked", default="The link is taken back.")
        raise NotFound(action)

    def _number(self, name):
        text = self.field(name)
        return int(text) if text.isdecimal() and len(text) < 10 else -1


def back_of(row):
    """Return {day, reason} of what was taken back, else None."""
    back = row["taken_back"]
    return back and {"day": formatting.day(back["day"]), "reason": back["reason"]}


class CertificatePdf(NumberInPath, OwnPage):
    """@@de-minimis-certificate/<number of an aid>: the De-minimis-Bescheinigung as a PDF."""

    def __call__(self):
        try:
            name, data = certificates.certificate(self.number)
        except KeyError as error:
            raise NotFound(str(self.number)) from error
        header = self.request.response.setHeader
        header("Content-Type", "application/pdf")
        header("Content-Length", str(len(data)))
        header("Content-Disposition", f'attachment; filename="{name}"')
        header("Cache-Control", "private, no-store")
        return data
