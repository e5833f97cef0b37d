"""What people and programs send for a visit, read: the Visit, or what is wrong at which field."""

from kommunalhub import _
from kommunalhub.security.browser.register import errors_in
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups import rules


#: What is asked for, each as text.
FIELDS = ("group", "persons", "date", "start", "length", "fullname", "email")
WRONG = {
    "group": _("error_group_name", default="Please say who comes, for example „Klasse 4b“."),
    "persons": _(
        "error_group_persons",
        default="Please enter how many come: from ${least} to ${most}.",
        mapping={"least": rules.LEAST, "most": rules.MOST},
    ),
    "date": _("error_group_date", default="Please choose a day."),
    "start": _("error_group_start", default="Please enter a time, for example 10:00."),
    "length": _("error_group_length", default="Please choose how long."),
}


def visit_in(values, exhibit):
    """Return (Visit, {}) of values for all FIELDS, or (None, {field: message}).

    A visit is one that can be had: the hall of the exhibit is open and free then, and has room.
    """
    length = rules.number_in(values["length"], min(rules.LENGTHS), max(rules.LENGTHS))
    found = {
        "group": rules.name_in(values["group"]),
        "persons": rules.number_in(values["persons"], rules.LEAST, rules.MOST),
        "date": rules.day_in(values["date"]),
        "start": rules.minute_in(values["start"]),
        "length": length if length in rules.LENGTHS else None,
    }
    wrong = {name: WRONG[name] for name, value in found.items() if value is None}
    wrong |= errors_in(values["fullname"], values["email"])
    if wrong:
        return None, wrong
    visit = rules.Visit(
        name=values["fullname"],
        email=values["email"],
        group=values["group"],
        persons=found["persons"],
        day=values["date"],
        start=found["start"],
        length=length,
    )
    problem = operations.problem(operations.hall_of(exhibit), visit)
    if problem is not None:
        said, field = problem
        return None, {field: said}
    return visit, {}
