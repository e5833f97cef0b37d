"""What readers may say of a page, and how long it is kept: pure."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.lib import addresses


LONGEST, LONGEST_PLACE = 2000, 200
#: So many may be open for a page; whoever writes more says nothing new.
MOST_OPEN = 50
#: Working days in which somebody should have looked.
DAYS = 5
#: So long it is kept what a reader wrote and who they are: after it is dealt with, or in any case.
KEPT, KEPT_OPEN = timedelta(days=30), timedelta(days=365)

OPEN, DONE = "open", "done"


def tidied(values):
    """Return {text, place, email} of what was sent, texts without blanks around them.

    What is no text counts as empty.
    """
    names = ("text", "place", "email")
    sent = {name: values.get(name) for name in names}
    return {name: value.strip() if isinstance(value, str) else "" for name, value in sent.items()}


def errors_in(values):
    """Return {field: message} of what is wrong with a report, see tidied."""
    errors = {}
    if not values["text"]:
        errors["text"] = _(
            "error_report_empty", default="Please say what is wrong, in a word or two."
        )
    elif len(values["text"]) > LONGEST:
        errors["text"] = too_long(LONGEST)
    if len(values["place"]) > LONGEST_PLACE:
        errors["place"] = too_long(LONGEST_PLACE)
    if values["email"] and not addresses.is_email(values["email"]):
        errors["email"] = _(
            "error_barrier_email", default="This is no e-mail address. Leave it empty if you like."
        )
    return errors


def too_long(most):
    """Return the sentence for a text of more characters than `most`."""
    return _(
        "error_barrier_long",
        default="Please keep it shorter than ${n} characters.",
        mapping={"n": most},
    )


def erased_on(state, day):
    """Return the day on which nothing is left of a report that came into a state on a day."""
    return day + (KEPT if state == DONE else KEPT_OPEN)
