"""@drawdowns, @vouchers, @proof, @inventory of a case: /<application>, /<application>/<row>.

Amounts are texts ("12500.00"), days ISO dates. Wrong fields: 400 with `errors`.
"""

from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications.restapi.shown import plain
from kommunalhub.funding.applications.restapi.shown import SHARES
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money import said
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.proof.figures import figures_of
from kommunalhub.funding.money.receipts import operations as receipts
from kommunalhub.funding.money.shown import application_shown
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides


#: Who did something stays in the house.
INSIDE = frozenset({"by"})
#: The limits of the plan are percentages.
LIMITS = SHARES | {"item", "whole"}


class MoneyService(NumberInPath, OwnService):
    """What the services share; with `tree`, a second number names a row."""

    name = ""
    tree = ""
    row = None

    def publishTraverse(self, request, name):
        if self.number is None:
            return super().publishTraverse(request, name)
        if self.row is not None or not name.isdecimal() or len(name) > 9:
            raise NotFound(name)
        self.row = int(name)
        return self

    def reply(self):
        self.application = application_shown(self.context, self.number)
        self.account = Account(self.context, self.application)
        if self.row is not None and self.row not in self.rows:
            raise NotFound(str(self.row))
        return super().reply()

    @property
    def rows(self):
        return getattr(self.account.book, self.tree)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/{self.name}/{self.number}"

    def item(self, row):
        return {"@id": f"{self.url}/{row['number']}", **self.plain(row)}

    def plain(self, value):
        """Return a value as JSON has it."""
        return plain(value, INSIDE, LIMITS)


class Get(MoneyService):
    """The rows of an application, or one of them."""

    def answer(self):
        if self.row is not None:
            return self.item(self.rows[self.row])
        items = [self.item(row) for row in self.rows.values()]
        return {"@id": self.url, **self.plain(self.more()), "items": items}

    def more(self):
        return {}


class Write(MoneyService):
    """Does what was sent by `act(data)`, which returns a row or None."""

    status = 201

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            row = self.act(body_of(self.request))
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        if row is None:
            return self.reply_no_content()
        self.request.response.setStatus(self.status)
        return self.item(row)

    def act(self, data):
        raise NotImplementedError

    @property
    def place(self):
        return self.context, self.number

    def new(self):
        """Refuse a row's number where something new is made."""
        if self.row is not None:
            raise NotFound(str(self.row))

    def old(self):
        """Refuse to change what is not named."""
        if self.row is None:
            raise NotFound(self.name)


def part_of(data, name):
    """Return data[name], an empty dict where it is none."""
    found = data.get(name)
    return found if isinstance(found, dict) else {}


# Drawdowns


class Drawdowns:
    name, tree = "@drawdowns", "drawdowns"


class DrawdownsGet(Drawdowns, Get):
    """GET @drawdowns/1: all with the sums, what is warned of, and what was paid back."""

    def more(self):
        account = self.account
        return {
            "granted": account.terms.grant,
            "received": account.received,
            "committed": account.committed,
            "left": account.left,
            "paid_back": account.paid_back,
            "lapsed": account.lapsed,
            "interest": account.interest.amount if account.interest else None,
            "warnings": [
                {"kind": look, "message": self.said(sentence), "source": self.said(source)}
                for look, sentence, source in said.warnings(account)
            ],
            "repayments": list(account.book.backs.values()),
        }


class DrawdownsPost(Drawdowns, Write):
    """POST @drawdowns/1 {day, amount, due, comment}, or {paid_back: {day, amount, interest,
    comment}}."""

    def act(self, data):
        self.new()
        if "paid_back" in data:
            row = drawdowns.pay_back(*self.place, part_of(data, "paid_back"), read_json)
            self.request.response.setStatus(201)
            return row
        return drawdowns.ask(*self.place, data, read_json)


class DrawdownsPatch(Drawdowns, Write):
    """PATCH @drawdowns/1/2 {received: {day, amount}} or {dropped: "why"}."""

    status = 200

    def act(self, data):
        self.old()
        if "dropped" in data:
            return drawdowns.drop(*self.place, self.row, {"comment": data["dropped"]})
        return drawdowns.receive(*self.place, self.row, part_of(data, "received"), read_json)


# Receipts


class Vouchers:
    name, tree = "@vouchers", "receipts"


class VouchersGet(Vouchers, Get):
    """GET @vouchers/1."""

    def more(self):
        return {"eligible": self.account.spent, "locked": receipts.is_locked(self.account.book)}


class VouchersPost(Vouchers, Write):
    """POST @vouchers/1 {invoice, payee, what, item, day, paid_on, net, gross, eligible}."""

    def act(self, data):
        self.new()
        return receipts.add(*self.place, data, read_number=read_json)


class VouchersPatch(Vouchers, Write):
    """PATCH @vouchers/1/2: what is not sent stays."""

    status = 200

    def act(self, data):
        self.old()
        return receipts.amend(*self.place, self.row, data, read_json)


class VouchersDelete(Vouchers, Write):
    """DELETE @vouchers/1/2."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        self.old()
        try:
            receipts.remove(*self.place, self.row)
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        return self.reply_no_content()


# The statement of use


class Proof:
    name, tree = "@proof", "proofs"


class ProofGet(Proof, Get):
    """GET @proof/1: the figures of now, and what was handed in."""

    def more(self):
        book = self.account.book
        return {
            "figures": figures_of(self.account, self.account.terms.third),
            "settled": proof.settled(book),
        }


class ProofPost(Proof, Write):
    """POST @proof/1 {kind, day, report, third, reason, confirmed}."""

    def act(self, data):
        self.new()
        return proof.submit(*self.place, data, read_json)


class ProofPatch(Proof, Write):
    """PATCH @proof/1/2 {result: {state, day, amount, repay, interest, due, comment}}, or
    {taken_back: "why"}."""

    status = 200

    def act(self, data):
        self.old()
        if "taken_back" in data:
            return proof.take_back(*self.place, self.row, {"comment": data["taken_back"]})
        return proof.record_result(*self.place, self.row, part_of(data, "result"), read_json)


# What stays earmarked


class Inventory:
    name, tree = "@inventory", "things"


class InventoryGet(Inventory, Get):
    """GET @inventory/1."""


class InventoryPost(Inventory, Write):
    """POST @inventory/1 {title, inventory_number, bought_on, price, place, until}."""

    def act(self, data):
        self.new()
        return inventory.add(*self.place, data, read_json)


class InventoryPatch(Inventory, Write):
    """PATCH @inventory/1/2: what is not sent stays; {disposed: {day, comment, anyway}}."""

    status = 200

    def act(self, data):
        self.old()
        if "disposed" in data:
            return inventory.dispose(*self.place, self.row, part_of(data, "disposed"))
        return inventory.change(*self.place, self.row, self.rows[self.row] | data, read_json)
