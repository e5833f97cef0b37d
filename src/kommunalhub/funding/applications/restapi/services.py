"""@funding-file, @applications, @notices, @orders and @plans of a case.

All read with View on the case from „In Beratung“ on; all write with `kommunalhub: Keep funding
file`. Wrong values answer 400 with their fields, an order too early 409 with rule and source.
"""

from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core.money import read_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications.operations.programmes import begin_rule
from kommunalhub.funding.applications.permissions import SHOWN
from kommunalhub.funding.applications.restapi import shown
from kommunalhub.funding.applications.storage import Funding
from kommunalhub.funding.applications.storage import funding_of
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides


#: So many orders may one request bring.
MOST = 500


class FundingService(NumberInPath, OwnService):
    """What the services share."""

    @property
    def funding(self):
        """What is kept; nothing where it does not show yet."""
        if workflows.state_of(self.context) not in SHOWN:
            return Funding()
        return funding_of(self.context)

    def application(self, number=None):
        found = self.funding.applications.get(self.number if number is None else number)
        if found is None:
            raise NotFound(str(number))
        return found

    def shown(self, application):
        return shown.application_of(self.context, application, self.request)

    def created(self, answer):
        self.request.response.setStatus(201)
        return answer

    @property
    def url(self):
        return f"{self.context.absolute_url()}/{self.__name__}"


class Writing(FundingService):
    """A service that writes; `write(data)` answers."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.write(body_of(self.request))
        except operations.Wrong as wrong:
            return refused(wrong.errors, self.request)
        except operations.Stopped as stopped:
            return self.stopped(stopped.findings)
        except KeyError as error:
            raise NotFound(str(error)) from error

    def stopped(self, findings):
        self.request.response.setStatus(409)
        rule = begin_rule()
        told = shown.findings_of(findings, self.request)
        return {
            "type": "Conflict",
            "message": " ".join(one["message"] for one in told),
            "rule": rule["rule"],
            "source": rule["source"],
            "findings": told,
        }

    def whole(self, data, name):
        """Return the number of something that the body names; NotFound for what is none."""
        found = data.get(name)
        if not isinstance(found, int) or isinstance(found, bool):
            raise NotFound(str(found))
        return found


class FileGet(FundingService):
    """GET @funding-file: plan, applications, and from when on may be ordered."""

    def answer(self):
        funding = self.funding
        found = funding.plan()
        return {
            "@id": f"{self.context.absolute_url()}/@funding-file",
            "plan": shown.plan_of(self.context, found, self.request) if found else None,
            "applications": [self.shown(one) for one in funding.applications.values()],
            "begin": shown.begin_of(self.context) if funding.applications else None,
        }


class ApplicationsGet(FundingService):
    """GET @applications: all of the case; GET @applications/1: one of them."""

    def answer(self):
        if self.number is not None:
            return self.shown(self.application())
        return {
            "@id": f"{self.context.absolute_url()}/@applications",
            "items": [self.shown(one) for one in self.funding.applications.values()],
        }


class ApplicationsPost(Writing):
    """POST @applications {programme, kind, amount, …}: a new application.

    POST @applications/1 {title, required}: another document on its checklist.
    """

    def write(self, data):
        if self.number is None:
            made = operations.add_application(self.context, data, read_json)
            return self.created(self.shown(made))
        self.application()
        return self.created(shown.plain(operations.add_document(self.context, self.number, data)))


class ApplicationsPatch(Writing):
    """PATCH @applications/1, one of: {step: {state, day, comment, anyway}}, {early_start: {state,
    day, valid_until, comment}}, {document: id, state, responsible, due, note}, {condition: id, due,
    owner, done}, {amount, clearance_until, reference}."""

    def write(self, data):
        self.application()
        case, number = self.context, self.number
        if "step" in data:
            operations.take_step(case, number, data["step"])
        elif "early_start" in data:
            operations.decide_early_start(case, number, data["early_start"])
        elif "document" in data:
            operations.change_document(case, number, str(data["document"]), data)
        elif "condition" in data:
            operations.change_condition(case, number, data["condition"], data)
        else:
            known = self.application()
            names = ("amount", "clearance_until", "reference")
            facts = {name: getattr(known, name) for name in names}
            operations.change_application(case, number, facts | data, read_json)
        return self.shown(self.application())


class NoticesGet(FundingService):
    """GET @notices/1: the notices of an application."""

    def answer(self):
        application = self.application()
        return {
            "@id": f"{self.context.absolute_url()}/@notices/{self.number}",
            "items": shown.plain(application.notices),
        }


class NoticesPost(Writing):
    """POST @notices/1: record a notice; with `replaces` it takes the place of an earlier one."""

    def write(self, data):
        self.application()
        notice = operations.record_notice(self.context, self.number, data, read_json)
        return self.created(shown.plain(notice))


class OrdersGet(FundingService):
    """GET @orders: from when on may be ordered, and all orders; @orders/1: of one application."""

    def answer(self):
        orders = [
            shown.plain(order) | {"application": application.number}
            for application, order in self.funding.orders()
            if self.number in (None, application.number)
        ]
        if self.number is not None:
            self.application()
        return {
            "@id": f"{self.context.absolute_url()}/@orders",
            "begin": shown.begin_of(self.context) if self.funding.applications else None,
            "items": orders,
        }


class OrdersPost(Writing):
    """POST @orders/1 {day, what, amount, kind, …}: an order; 409 where it is too early, 202 where
    it waits for a second person.

    {orders: [...], dry_run: true}: many, all of them or none.
    """

    def write(self, data):
        self.application()
        if "orders" in data:
            return self.many(data)
        order = operations.record_order(self.context, self.number, data, read_json)
        self.request.response.setStatus(201 if order["override"] is None else 202)
        return shown.plain(order)

    def many(self, data):
        rows = data["orders"]
        if not isinstance(rows, list) or not rows or len(rows) > MOST:
            message = _(
                "import_orders_many",
                default="At most ${n} orders at once, please.",
                mapping={"n": MOST},
            )
            return refused({"orders": message}, self.request)
        is_trial = data.get("dry_run") is True
        lines = operations.record_orders(
            self.context, self.number, list(enumerate(rows, 1)), is_trial, read_json
        )
        bad = any(line.problem is not None for line in lines)
        self.request.response.setStatus(400 if bad else 200 if is_trial else 201)
        return {
            "recorded": not (bad or is_trial),
            "items": [
                {
                    "line": line.line,
                    "order": shown.plain(line.order),
                    "problem": self.said(line.problem) if line.problem is not None else None,
                }
                for line in lines
            ],
        }


class OrdersPatch(Writing):
    """PATCH @orders/1, one of: {order: 3, confirm: true, comment}, {order: 3, strike: reason}."""

    def write(self, data):
        self.application()
        order = self.whole(data, "order")
        if "strike" in data:
            values = {"reason": data["strike"]}
            operations.strike_order(self.context, self.number, order, values)
        else:
            operations.decide_override(self.context, self.number, order, data)
        return self.shown(self.application())


class PlansGet(FundingService):
    """GET @plans: all versions; GET @plans/2: one of them."""

    def answer(self):
        plans = self.funding.plans
        if self.number is not None:
            if self.number not in plans:
                raise NotFound(str(self.number))
            return shown.plan_of(self.context, plans[self.number], self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@plans",
            "items": [shown.plan_of(self.context, one, self.request) for one in plans.values()],
        }


class PlansPost(Writing):
    """POST @plans {items, funds, remark}: a new version."""

    def write(self, data):
        if self.number is not None:
            raise NotFound(str(self.number))
        made = operations.save_plan(self.context, data, read_json)
        return self.created(shown.plan_of(self.context, made, self.request))
