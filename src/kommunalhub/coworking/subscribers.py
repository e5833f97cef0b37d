"""What co-working does when something happens: one call each."""

from kommunalhub.coworking import operations


def settle_application(application, event):
    """Store what a new application takes from the person who makes it."""
    operations.settle(application)


def name_application(application, event):
    """Give an application without a title one."""
    operations.ensure_title(application)


def application_moved(application, event):
    """Keep the place of an application that is approved, free it when it is over."""
    if event.transition is not None:
        operations.settle_place(application, event.old_state.id, event.new_state.id)
