"""The verbs of applications; nobody else writes what is kept in storage.py.

Each raises typed.Wrong({field: sentence}) for what is wrong, KeyError for an unknown number.
"""

from kommunalhub.funding.applications.operations.applications import add_application
from kommunalhub.funding.applications.operations.applications import change_application
from kommunalhub.funding.applications.operations.applications import decide_early_start
from kommunalhub.funding.applications.operations.applications import take_step
from kommunalhub.funding.applications.operations.notices import record_notice
from kommunalhub.funding.applications.operations.plans import save_plan
from kommunalhub.funding.applications.operations.writing import touch


__all__ = [
    "add_application",
    "change_application",
    "decide_early_start",
    "record_notice",
    "save_plan",
    "take_step",
    "touch",
]
