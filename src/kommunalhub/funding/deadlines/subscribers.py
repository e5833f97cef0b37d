"""Chains follow their applications, and the register follows the cases."""

from kommunalhub.funding.deadlines import operations
from kommunalhub.funding.deadlines import registering


def application_changed(case, event):
    operations.follow(case, event.application)


def case_decided(case, event):
    operations.follow_all(case)


def case_modified(case, event):
    registering.settle_partner(case)


def case_removed(case, event):
    registering.forget(case)
