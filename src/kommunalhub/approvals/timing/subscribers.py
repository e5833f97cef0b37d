"""What follows for the times of a page, by whatever channel it is decided on or changed."""

from kommunalhub.approvals.processes import is_page
from kommunalhub.approvals.timing import operations


def before_transition(page, event):
    if event.transition is not None and is_page(page):
        details = event.kwargs or {}
        operations.require_time(page, event.transition.id, event.old_state.id, details)


def after_transition(page, event):
    if event.transition is not None and is_page(page):
        details = event.kwargs or {}
        operations.state_changed(page, event.old_state.id, event.new_state.id, details)


def page_edited(page, event):
    if is_page(page):
        operations.keep_dates(page)
