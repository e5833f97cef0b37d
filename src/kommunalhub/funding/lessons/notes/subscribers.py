"""What follows when an experience note is changed or released."""

from kommunalhub.funding.lessons.notes import operations


def changed(lesson, event):
    operations.tidy(lesson)


def stepped(lesson, event):
    """While others read a note nothing says who wrote it, and so whose case it was."""
    if event.transition is not None:
        operations.hide_author(lesson, event.new_state.id in operations.RELEASED)
