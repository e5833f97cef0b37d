"""@@antrag-tun/<number>: what the small forms on the page of an application send."""

from kommunalhub import _
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications.browser.application import ApplicationPage
from kommunalhub.funding.applications.browser.wrong import keep
from kommunalhub.funding.applications.typed import Wrong
from plone.protect.authenticator import check as check_authenticator
from zExceptions import NotFound


class ApplicationActs(ApplicationPage):
    """Does one thing and leads back; what is wrong stands at its field."""

    def __call__(self):
        if self.application is None:
            raise NotFound(str(self.number))
        if self.request.method != "POST":
            return self.lead_to(self.url)
        check_authenticator(self.request)
        return self.post()

    def post(self):
        action, key = self.field("action"), self.field("id")
        act = ACTS.get(action)
        if act is None:
            raise NotFound(action)
        values = {name: self.field(name) for name in FIELDS}
        try:
            anchor, message = act(self.context, self.number, key, values)
        except KeyError as error:
            raise NotFound(key) from error
        except Wrong as wrong:
            keep(self.request, action, key, wrong.errors)
            self.request.response.setStatus(400)
            return self.template()
        return self.lead_to(f"{self.url}#{anchor}", message)


def _condition(case, number, key, values):
    operations.change_condition(case, number, key, values)
    return "bescheide", _("message_condition", default="The condition is noted.")


def _document(case, number, key, values):
    operations.change_document(case, number, key, values)
    return "unterlagen", _("message_document", default="The document is noted.")


def _add_document(case, number, key, values):
    operations.add_document(case, number, values)
    return "unterlagen", _("message_document_added", default="The document is on the list.")


def _confirm(case, number, key, values):
    operations.decide_override(case, number, _whole(key), values | {"confirm": True})
    return "auftraege", _("message_override_confirmed", default="The order is confirmed.")


def _refuse(case, number, key, values):
    operations.decide_override(case, number, _whole(key), values | {"confirm": False})
    return "auftraege", _("message_override_refused", default="The order is refused.")


def _strike(case, number, key, values):
    operations.strike_order(case, number, _whole(key), values)
    return "auftraege", _("message_order_struck", default="The order is struck out.")


def _whole(key):
    return int(key) if key.isdecimal() and len(key) < 10 else -1


ACTS = {
    "condition": _condition,
    "document": _document,
    "add-document": _add_document,
    "confirm": _confirm,
    "refuse": _refuse,
    "strike": _strike,
}
FIELDS = (
    *("due", "owner", "done", "state", "responsible", "note"),
    *("title", "required", "comment", "reason"),
)
