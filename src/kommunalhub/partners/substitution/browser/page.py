"""@@vertretung: name a substitute, see who stands in for whom, end it early.

A hub manager does it for somebody else with `?person=<user id>`.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.titles import type_title
from kommunalhub.partners import tokens
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution.browser import moments
from kommunalhub.partners.substitution.browser.rows import row_of
from kommunalhub.partners.substitution.browser.rows import title_of
from kommunalhub.partners.substitution.interfaces import NotYours
from kommunalhub.partners.substitution.interfaces import SubstitutionInvalid
from kommunalhub.partners.substitution.people import candidates
from kommunalhub.partners.substitution.people import name_of
from kommunalhub.partners.substitution.rights import case_types
from kommunalhub.partners.substitution.rights import own_groups
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from zExceptions import Forbidden
from zExceptions import NotFound


FIELDS = ("substitute", "start_date", "start_time", "end_date", "end_time", "reason")
DAY_MISSING = _("error_substitution_day_missing", default="Please name a day.")
DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
TIME_WRONG = _("error_substitution_time", default="Please write the time like 8:00.")
NO_SUCH_TIME = _(
    "error_substitution_no_such_time", default="This time does not exist on that day (summer time)."
)
LABELS = {
    "absent": _("label_substitution_absent", default="Who is away"),
    "substitute": _("label_substitute", default="Substitute"),
    "start_date": _("label_substitution_start", default="First day"),
    "start_time": _("label_substitution_start_time", default="from (time)"),
    "end_date": _("label_substitution_end", default="Last day"),
    "end_time": _("label_substitution_end_time", default="until (time)"),
    "case_types": _("label_substitution_types", default="Only for these cases"),
    "reason": _("label_substitution_reason", default="Note"),
}


class SubstitutionPage(BrowserView):
    """One person's page; the form keeps what was typed when something is wrong."""

    def __call__(self):
        self.errors = {}
        self.typed = {name: text(self.request.form.get(name)) for name in FIELDS}
        self.picked = self._picked()
        if self.request.method == "POST":
            check_authenticator(self.request)
            if self.request.form.get("end"):
                return self._end(text(self.request.form["end"]))
            if self._name():
                return ""
            self.request.response.setStatus(400)
        return self.index()

    def _picked(self):
        picked = self.request.form.get("case_types") or []
        return [text(name) for name in (picked if isinstance(picked, list) else [picked])]

    # Whose page it is.

    @cached_property
    def person(self):
        """The user id of whose absence the page is about."""
        me = asking.userid()
        asked = text(self.request.form.get("person"))
        if not asked or asked == me:
            return me
        if not operations.may_manage():
            raise Forbidden(asked)
        if not own_groups(asked):
            raise NotFound(asked)
        return asked

    @property
    def is_own(self):
        return self.person == asking.userid()

    def name(self):
        return name_of(self.person)

    @property
    def url(self):
        url = f"{self.context.absolute_url()}/@@vertretung"
        return url if self.is_own else f"{url}?person={self.person}"

    def trail(self):
        """Return the way of a hub manager, who comes from the panel."""
        if self.is_own:
            return []
        url = f"{self.context.absolute_url()}/@@substitutions-controlpanel"
        return [{"title": _("title_substitutions", default="Substitutions"), "url": url}]

    @property
    def token(self):
        return createToken()

    # What the page shows.

    def tasks(self):
        """Return the titles of the groups whose rights would pass."""
        groups = sorted(own_groups(self.person))
        return [title_of(group) for group in groups if tokens.passes(group)]

    def candidates(self):
        """Return the options of the choice of a substitute."""
        return [
            {"value": userid, "title": name, "selected": userid == self.typed["substitute"]}
            for userid, name in candidates(self.person)
        ]

    def types(self):
        """Return the kinds of case to pick from."""
        return [
            {"value": name, "title": type_title(name), "checked": name in self.picked}
            for name in case_types()
            if name in api.portal.get_tool("portal_types")
        ]

    def absences(self):
        return [row_of(one) for one in operations.of_absent(self.person)]

    def standing_in(self):
        return [row_of(one) for one in operations.of_substitute(self.person)]

    def problems(self):
        """Return [{field, label, message}] of what is wrong, in the order of the form."""
        return [
            {"field": name, "label": label, "message": self.errors[name]}
            for name, label in LABELS.items()
            if name in self.errors
        ]

    # What it does.

    def _name(self):
        """Name a substitute and go back to the page; False when something is wrong."""
        start = self._moment("start", moments.moment_of)
        end = self._moment("end", moments.end_of)
        if not self.typed["substitute"]:
            self.errors["substitute"] = operations.UNKNOWN
        if self.errors:
            return False
        try:
            kept = operations.name(
                *(self.person, self.typed["substitute"], start, end),
                *(self.picked, self.typed["reason"]),
            )
        except SubstitutionInvalid as invalid:
            places = {"start": "start_date", "end": "end_date", "absent": "substitute"}
            self.errors = {places.get(name, name): told for name, told in invalid.errors.items()}
            return False
        except NotYours as refused:
            raise Forbidden(self.person) from refused
        message = _(
            "message_substitution_named",
            default="${name} is entered as substitute.",
            mapping={"name": name_of(kept.substitute)},
        )
        self._say_and_return(message)
        others = [one for one in operations.of_substitute(self.person) if one.overlaps(kept)]
        if others:
            warning = _(
                "message_substitution_not_passed_on",
                default="${name} stands in for somebody in this time. That is not passed on.",
                mapping={"name": self.name()},
            )
            api.portal.show_message(warning, self.request, type="warning")
        return True

    def _moment(self, which, make):
        """Return the aware datetime of two fields, or None with a sentence in `errors`."""
        day, clock = self.typed[f"{which}_date"], self.typed[f"{which}_time"]
        if not day:
            self.errors[f"{which}_date"] = DAY_MISSING
            return None
        try:
            day = moments.day_of(day)
        except ValueError:
            self.errors[f"{which}_date"] = DAY_WRONG
            return None
        try:
            clock = moments.time_of(clock) if clock else None
        except ValueError:
            self.errors[f"{which}_time"] = TIME_WRONG
            return None
        try:
            return make(day, clock)
        except OverflowError:
            self.errors[f"{which}_date"] = DAY_WRONG
        except ValueError:
            self.errors[f"{which}_time"] = NO_SUCH_TIME
        return None

    def _end(self, number):
        try:
            operations.end(int(number) if number.isdecimal() and len(number) < 10 else None)
        except KeyError as unknown:
            raise NotFound(number) from unknown
        except NotYours as refused:
            raise Forbidden(number) from refused
        self._say_and_return(_("message_substitution_ended", default="The substitution is over."))
        return ""

    def _say_and_return(self, message):
        api.portal.show_message(message, self.request)
        back = self.request.form.get("back") == "panel" and operations.may_manage()
        panel = f"{self.context.absolute_url()}/@@substitutions-controlpanel"
        self.request.response.redirect(panel if back else self.url)


def text(value):
    return value.strip() if isinstance(value, str) else ""
