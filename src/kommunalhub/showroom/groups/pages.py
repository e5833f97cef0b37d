"""The pages for groups: ask, confirm, see and call off; nobody needs an account."""

from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import said
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.tools import site_url
from kommunalhub.security.browser.register import errors_in
from kommunalhub.security.browser.register import Page
from kommunalhub.showroom.groups import letters
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups import rules
from zExceptions import NotFound


LENGTH = _("group_length", default="${n} minutes")
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


class GroupPage(Page):
    """What these pages share; nobody keeps them, no address of theirs leaves this site."""

    problem = None

    def __call__(self):
        links.hide(self.request.response)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def key(self):
        return self.sent(links.KEY)


class Ask(GroupPage):
    """@@gruppe-anmelden: who comes, when; the answer is the same for all addresses."""

    values = {
        "fullname": "",
        "email": "",
        "group": "",
        "persons": "",
        "date": "",
        "start": "10:00",
        "length": "60",
    }
    done = False

    def __call__(self):
        if not operations.is_offered(self.context):
            raise NotFound(self.__name__)
        return super().__call__()

    def lengths(self):
        """Return [{value, title, selected}] of how long a visit may take."""
        return [
            {
                "value": str(minutes),
                "title": LENGTH.__class__(LENGTH, mapping={"n": minutes}),
                "selected": "selected" if self.values["length"] == str(minutes) else None,
            }
            for minutes in rules.LENGTHS
        ]

    @property
    def first_day(self):
        return formatting.to_local(formatting.now()).date().isoformat()

    def receive(self):
        self.values = {name: self.sent(name).strip() for name in self.values}
        self.values["email"] = self.values["email"].lower()
        visit = self.visit_typed()
        if visit is None:
            return
        wrong = operations.problem(operations.hall(), operations.span_of(visit))
        if wrong is not None:
            self.errors = {wrong[1]: wrong[0]}
            return
        self.done = True
        if not self.sent("website"):  # no person sees this field
            operations.ask(self.context, self.request, visit)

    def visit_typed(self):
        """Return the Visit that was typed, None where something is wrong."""
        typed = self.values
        self.errors = errors_in(typed["fullname"], typed["email"])
        day, start = rules.day_in(typed["date"]), rules.minute_in(typed["start"])
        persons = rules.number_in(typed["persons"], rules.LEAST, rules.MOST)
        length = rules.number_in(typed["length"], min(rules.LENGTHS), max(rules.LENGTHS))
        found = {
            "group": rules.name_in(typed["group"]),
            "persons": persons,
            "date": day,
            "start": start,
            "length": length if length in rules.LENGTHS else None,
        }
        wrong = {name for name, value in found.items() if value is None}
        self.errors |= {name: WRONG[name] for name in found if name in wrong}
        if self.errors:
            return None
        return rules.Visit(
            name=typed["fullname"],
            email=typed["email"],
            group=typed["group"],
            persons=persons,
            day=typed["date"],
            start=start,
            length=length,
        )


class Confirm(GroupPage):
    """@@gruppe-bestaetigen: where the link of the mail leads, with a button that books."""

    done = None

    @property
    def visit(self):
        return operations.visit_in(self.context, self.key)

    def when(self):
        return said.when(operations.span_of(self.visit))

    def receive(self):
        visit = self.visit
        if visit is None:
            return
        try:
            self.done = operations.confirm(self.context, visit)
        except operations.Refused as refused:
            self.problem = refused.args[0]

    def own_url(self):
        return f"{site_url()}/@@{letters.OWN_PAGE}?{links.KEY}={operations.own_key(self.done)}"


class Own(GroupPage):
    """@@gruppenbesuch of the site: one's visit by the link of the mail, and calling it off."""

    said = None

    def __call__(self):
        self.space, self.one = operations.booking_in(self.request.form.get(links.KEY))
        if self.one is None:
            self.request.response.setStatus(404)
        return super().__call__()

    def receive(self):
        if self.one is None:
            return
        operations.call_off(self.space, self.one)
        self.space, self.one = operations.booking_in(self.key)

    def when(self):
        return said.when(self.one.span)

    def is_off(self):
        return self.one.state == bookings.CANCELLED

    def is_over(self):
        return self.one.end <= formatting.now()
