"""@@de-minimis of the section: all undertakings; @@de-minimis/3: the ledger of one of them."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.deminimis import certificates
from kommunalhub.funding.deminimis import figures
from kommunalhub.funding.deminimis import operations
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis import storage
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
                "state": self.state(one.number, GENERAL),
            }
            for one in self.batch.cut(self.found)
        ]

    # The ledger

    @cached_property
    def ledger(self):
        return operations.ledger_of(self.number)

    @property
    def undertaking(self):
        return self.ledger.undertaking

    def state(self, number, regulation):
        """Return {used, free, ceiling, since, source} as text, None without a ceiling today."""
        try:
            verdict = operations.state_of(number, regulation)
        except rules.NoCeiling:
            return None
        return {
            "used": formatting.money(verdict.used),
            "free": formatting.money(verdict.free),
            "ceiling": formatting.money(verdict.ceiling),
            "since": formatting.day(verdict.since),
            "source": verdict.source,
        }

    def states(self):
        """Return [{title, ...state}] for each regulation."""
        found = [
            (title, self.state(self.number, token))
            for token, title in figures.regulation_titles().items()
        ]
        return [{"title": title, **state} for title, state in found if state is not None]

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
            for number in sorted(operations.group_of(self.number) - {self.number})
        ]

    def aids(self):
        known, titles = figures.figures(), figures.regulation_titles()
        return [self.shown(row, known, titles) for row in self.ledger.rows()]

    def shown(self, row, known, titles):
        back, declared = row["taken_back"], row["declared"]
        due = None if declared else rules.report_by(storage.aid_of(row), known)
        return {
            "number": row["number"],
            "day": formatting.day(row["day"]),
            "amount": formatting.money(row["amount"]),
            "regulation": titles.get(row["regulation"], row["regulation"]),
            "authority": row["authority"],
            "purpose": row["purpose"],
            "by": name_of(row["by"]) if row["by"] else "",
            "reported": formatting.day(row["reported"]) if row["reported"] else None,
            "due": formatting.day(due) if due and not row["reported"] and not back else None,
            "late": bool(due and not row["reported"] and due < operations.today()),
            "back": back and {"day": formatting.day(back["day"]), "reason": back["reason"]},
            "declared": declared,
            "pdf": f"{self.context.absolute_url()}/@@de-minimis-certificate/{row['number']}",
        }

    # What its small forms send

    def post(self):
        aid, action = self._number("number"), self.field("action")
        try:
            message = self._do(action, aid)
        except KeyError as error:
            raise NotFound(str(aid)) from error
        except operations.Wrong as wrong:
            self.errors, self.wrong_at = wrong.errors, aid
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
        if action == "unlink":
            operations.unlink(self.number, number)
            return _("message_undertakings_unlinked", default="The link is taken back.")
        raise NotFound(action)

    def _number(self, name):
        text = self.field(name)
        return int(text) if text.isdecimal() and len(text) < 10 else -1


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
