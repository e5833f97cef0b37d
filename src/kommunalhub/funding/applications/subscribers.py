"""What follows from a change of an application: one call each."""

from kommunalhub import _
from kommunalhub.funding.applications.operations.orders import rejudge
from kommunalhub.funding.applications.operations.writing import summary
from kommunalhub.funding.applications.operations.writing import write_summary
from plone import api
from zope.globalrequest import getRequest


def judge_orders(case, event):
    """Judge the orders of the case again, and tell who is at it what became too early."""
    fresh = rejudge(case)
    if fresh and getRequest() is not None:
        message = _(
            "message_too_early",
            default="Attention: orders that turn out to be too early by this: ${orders}. Please "
            "look at them and talk to the funder.",
            mapping={"orders": ", ".join(order["what"] for _one, order, _why in fresh)},
        )
        api.portal.show_message(message, getRequest(), type="warning")


def keep_summary(case, event):
    """What follows from applications is not changed by hand."""
    if any(getattr(case, name) != value for name, value in summary(case).items()):
        write_summary(case)
