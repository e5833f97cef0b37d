"""The pages for groups: ask, confirm, see and call off; nobody needs an account."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import said
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site_url
from kommunalhub.security.browser.register import Page
from kommunalhub.showroom.groups import letters
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups import rules
from kommunalhub.showroom.groups import typed
from zExceptions import NotFound


LENGTH = _("group_length", default="${n} minutes")


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
                "title": filled(LENGTH, n=minutes),
                "selected": "selected" if self.values["length"] == str(minutes) else None,
            }
            for minutes in rules.LENGTHS
        ]

    @cached_property
    def hall(self):
        return operations.hall_of(self.context)

    @property
    def most(self):
        """How many may come at most."""
        return operations.room_in(self.hall)

    @property
    def first_day(self):
        return formatting.to_local(formatting.now()).date().isoformat()

    def receive(self):
        self.values = {name: self.sent(name).strip() for name in self.values}
        self.values["email"] = self.values["email"].lower()
        visit, self.errors = typed.visit_in(self.values, self.context)
        if visit is None:
            return
        self.done = True
        if not self.sent("website"):  # no person sees this field
            operations.ask(self.context, self.request, visit)


class Confirm(GroupPage):
    """@@gruppe-bestaetigen: where the link of the mail leads, with a button that books."""

    done = None

    def __call__(self):
        if self.visit is not None and not operations.is_offered(self.context):
            self.problem = operations.GONE
        return super().__call__()

    @property
    def visit(self):
        return operations.visit_in(self.context, self.key)

    def when(self):
        return said.when(operations.span_of(self.visit))

    def hall(self):
        return operations.hall_of(self.context).Title()

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
