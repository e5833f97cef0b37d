"""What happens to reports when somebody leaves, and when a programme is published."""

from kommunalhub.funding.programmes.reports import operations


def forget_person(event):
    operations.forget_person(event.principal)


def programme_moved(programme, event):
    if event.new_state.id == operations.PUBLIC:
        operations.taken_in(programme)
