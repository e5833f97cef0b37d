"""The verbs of applications; nobody else writes what is kept in storage.py.

Each raises typed.Wrong({field: sentence}) for what is wrong, KeyError for an unknown number.
"""

from kommunalhub.funding.applications.operations.applications import add_application
from kommunalhub.funding.applications.operations.applications import change_application
from kommunalhub.funding.applications.operations.applications import decide_early_start
from kommunalhub.funding.applications.operations.applications import take_step
from kommunalhub.funding.applications.operations.checklists import add_document
from kommunalhub.funding.applications.operations.checklists import change_document
from kommunalhub.funding.applications.operations.notices import change_condition
from kommunalhub.funding.applications.operations.notices import record_notice
from kommunalhub.funding.applications.operations.orders import decide_override
from kommunalhub.funding.applications.operations.orders import record_order
from kommunalhub.funding.applications.operations.orders import record_orders
from kommunalhub.funding.applications.operations.orders import Stopped
from kommunalhub.funding.applications.operations.orders import strike_order
from kommunalhub.funding.applications.operations.plans import save_plan
from kommunalhub.funding.applications.operations.writing import changed
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.typed import Wrong


__all__ = [
    "Stopped",
    "Wrong",
    "add_application",
    "add_document",
    "change_application",
    "change_condition",
    "change_document",
    "changed",
    "decide_early_start",
    "decide_override",
    "record_notice",
    "record_order",
    "record_orders",
    "save_plan",
    "strike_order",
    "take_step",
    "touch",
]
