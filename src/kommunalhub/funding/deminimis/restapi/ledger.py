"""@de-minimis of the section: undertakings, their ledgers, and new aid."""

from kommunalhub import _
from kommunalhub.core.money import as_json
from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.deminimis import figures
from kommunalhub.funding.deminimis import mergers
from kommunalhub.funding.deminimis import operations
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis import said
from kommunalhub.funding.deminimis.states import HERE
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from zExceptions import NotFound
from zope.interface import alsoProvides


#: What a change may be about: the name of a number in its body.
NUMBERS = ("aid", "succession", "merge", "link", "unlink")


class LedgerService(NumberInPath, OwnService):
    """What the services share."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@de-minimis"

    def ledger(self):
        try:
            return operations.ledger_of(self.number)
        except KeyError as error:
            raise NotFound(str(self.number)) from error

    def brief(self, one):
        return {
            "@id": f"{self.url}/{one.number}",
            "number": one.number,
            "name": one.name,
            "address": one.address,
            "public": one.public,
        }


class LedgerGet(LedgerService):
    """GET @de-minimis: all undertakings, batched; GET @de-minimis/3: one with all its aid."""

    def answer(self):
        if self.number is None:
            return self.all()
        ledger = self.ledger()
        return {
            **self.brief(ledger.undertaking),
            "linked": sorted(operations.group_of(self.number) - {self.number}),
            "ceilings": self.ceilings(),
            "aids": [aid_of(row) for row in ledger.rows()],
            "successions": [succession_of(row) for row in mergers.successions_of(self.number)],
        }

    def all(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        batch = HypermediaBatch(self.request, operations.undertakings())
        answer = {
            "@id": batch.canonical_url,
            "items": [self.brief(one) for one in batch],
            "items_total": batch.items_total,
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer

    def ceilings(self):
        """Return {regulation: {used, free, ceiling, since, source}} for today."""
        found = {}
        for token in figures.regulation_titles():
            try:
                found[token] = verdict_of(operations.state_of(self.number, token))
            except rules.NoCeiling:
                continue
        return found


class LedgerPost(LedgerService):
    """POST @de-minimis {name, address, public}: a new undertaking.

    POST @de-minimis/3 {day, amount, regulation, authority, declared, purpose, member_state}: aid;
    409 above the ceiling.
    """

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        try:
            return self.add(data) if self.number is None else self.grant(data)
        except operations.Wrong as wrong:
            return refused(wrong.errors, self.request)
        except operations.TooMuch as too_much:
            self.request.response.setStatus(409)
            message = self.said(said.too_much(too_much.verdict))
            return {"type": "Conflict", "message": message, **verdict_of(too_much.verdict)}

    def add(self, data):
        texts = {name: text_of(data, name, self.request) for name in ("name", "address")}
        self.number = operations.add(**texts, public=data.get("public") is True)
        self.request.response.setStatus(201)
        return self.brief(self.ledger().undertaking)

    def grant(self, data):
        self.ledger()
        try:
            amount = read_json(data.get("amount"))
        except FieldError as error:
            return refused({"amount": error.args[0]}, self.request)
        row = operations.grant(self.number, {**data, "amount": amount})
        self.request.response.setStatus(201)
        return aid_of(row)


class LedgerPatch(LedgerService):
    """PATCH @de-minimis/3, one of: {link: 2}, {unlink: 2}, {aid: 5, reported: "2026-12-01"},
    {aid: 5, taken_back: "why"}, {merge: 2, day}, {split: [{undertaking, equity}], day, taken},
    {succession: 1, taken_back: "why"}."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        ledger, data = self.ledger(), body_of(self.request)
        try:
            if "split" in data:
                self.split(data)
                return self.reply_no_content()
            name = next((name for name in NUMBERS if name in data), "link")
            number = data.get(name)
            if not isinstance(number, int) or isinstance(number, bool):
                message = _(
                    "error_patch_deminimis", default="Please name an undertaking or an aid."
                )
                return refused({name: message}, self.request)
            if name == "aid" and number not in ledger.aids:
                raise NotFound(str(number))
            self.change(name, number, data)
        except operations.Wrong as wrong:
            return refused(wrong.errors, self.request)
        return self.reply_no_content()

    def change(self, name, number, data):
        if name == "merge":
            mergers.merge(self.number, number, data.get("day"))
        elif name == "succession":
            try:
                mergers.take_back(self.number, number, data.get("taken_back"))
            except KeyError as error:
                raise NotFound(str(number)) from error
        elif name != "aid":
            (operations.link if name == "link" else operations.unlink)(self.number, number)
        elif "reported" in data:
            operations.reported(self.number, number, data["reported"])
        else:
            operations.take_back(self.number, number, data.get("taken_back"))

    def split(self, data):
        """{split: [{undertaking, equity}], taken: [{aid, undertaking}]}."""
        rows = data.get("taken") or ()
        if not isinstance(rows, list | tuple) or not all(
            isinstance(row, dict) and isinstance(row.get("aid"), int) for row in rows
        ):
            rows = [{"aid": None}]
        taken = {row["aid"]: row.get("undertaking") for row in rows}
        mergers.split(self.number, data.get("day"), data["split"], taken, read_json)


def aid_of(row):
    """Return an aid as JSON: amounts as text, days in ISO form."""
    return {
        "number": row["number"],
        "day": row["day"].isoformat(),
        "amount": as_json(row["amount"]),
        "regulation": row["regulation"],
        "authority": row["authority"],
        "declared": row["declared"],
        "member_state": row.get("member_state", HERE),
        "purpose": row["purpose"],
        "of_notice": bool(row.get("origin")),
        "reported": row["reported"].isoformat() if row["reported"] else None,
        "taken_back": taken_back_of(row),
    }


def succession_of(row):
    """Return a merger or split as JSON."""
    return {
        "number": row["number"],
        "day": row["day"].isoformat(),
        "undertaking": row["source"],
        "parts": [
            {"undertaking": number, "equity": str(equity)} for number, equity in row["shares"]
        ],
        "taken": [{"aid": aid, "undertaking": number} for aid, number in row["taken"]],
        "taken_back": taken_back_of(row),
    }


def taken_back_of(row):
    back = row["taken_back"]
    return back and {"day": back["day"].isoformat(), "reason": back["reason"]}


def verdict_of(verdict):
    return {
        "ceiling": as_json(verdict.ceiling),
        "used": as_json(verdict.used),
        "free": as_json(verdict.free),
        "since": verdict.since.isoformat(),
        "source": verdict.source,
    }
