"""What happens to reports when somebody leaves."""

from kommunalhub.funding.programmes.reports import operations


def forget_person(event):
    operations.forget_person(event.principal)
