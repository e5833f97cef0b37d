"""The page of an application."""

from functools import cached_property
from html import escape
from kommunalhub import _
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking import charges
from kommunalhub.coworking import occupancy
from kommunalhub.coworking import operations
from kommunalhub.coworking import rules
from kommunalhub.coworking.interfaces import ICoworkingApplication
from kommunalhub.coworking.period import period_text
from kommunalhub.security.guests.operations import is_guest
from plone import api
from zope.component import getMultiAdapter
from zope.i18n import translate


BY_LINK = _(
    "note_by_link",
    default="Applied without an account; the e-mail address is confirmed. Letters go there.",
)


class ApplicationView(CaseView):
    """Who applies, for what and when, and what for."""

    def facts(self):
        return [
            (
                _("fieldset_coworking_applicant", default="Applicant"),
                [
                    *self.rows(
                        ICoworkingApplication,
                        ["applicant_kind", "organisation", "contact_name"],
                        {"applicant_kind": self.applicant_kind},
                    ),
                    *self.rows(
                        ICoworkingApplication,
                        ["contact_email", "contact_phone"],
                        {"contact_email": self.mail_link},
                    ),
                ],
            ),
            (
                _("fieldset_coworking_space", default="Space and time"),
                [
                    *self.rows(ICoworkingApplication, ["space_kind", "persons", "equipment"]),
                    (_("label_period", default="Period"), self.period()),
                    *self.rows(
                        ICoworkingApplication, ["weekdays"], {"weekdays": self.in_order_of_week}
                    ),
                    *self.rows(ICoworkingApplication, ["fixed_space"]),
                    *charges.rows(self.charge),
                    *self.aid(),
                    *self.occupancy(),
                ],
            ),
            (
                _("fieldset_coworking_purpose", default="Purpose and consent"),
                self.rows(ICoworkingApplication, ["purpose", "house_rules", "privacy"]),
            ),
        ]

    @cached_property
    def charge(self):
        return charges.charge_of(self.context)

    def aid(self):
        """Return the row with a hint on a possible aid, where there is occasion for it."""
        hint = charges.hint(self.context, self.charge)
        return [] if hint is None else [(_("label_aid", default="De-minimis"), hint)]

    @cached_property
    def agreement(self):
        """The part of the page about the agreement (see agreement.browser)."""
        return getMultiAdapter((self.context, self.request), name="coworking-agreement")

    @cached_property
    def tasks(self):
        return self.agreement.tasks()

    def first_sections(self):
        if not self.agreement.is_there:
            return []
        title = _("agreement_title", default="Agreement of use")
        return [{"id": "vereinbarung", "title": title, "html": self.agreement()}]

    def text(self, message):
        return translate(message, context=self.request)

    def applicant_kind(self, kind):
        """Return the kind; where nobody vouches for an administration, that is said too."""
        title = titles_of("kommunalhub.coworking_applicant_kinds").get(kind, kind)
        if is_guest(self.context.Creator()):
            return self.with_note(title, BY_LINK)
        if kind != rules.ADMINISTRATION or not operations.is_external(self.context):
            return title
        doubt = _(
            "note_not_staff",
            default="The account belongs to none of the hub's administrations; "
            "so the operator is asked for consent.",
        )
        return self.with_note(title, doubt)

    def with_note(self, title, note):
        parts = (escape(self.text(title)), escape(self.text(note)))
        return Html('{} <span class="muted">{}</span>'.format(*parts))

    def mail_link(self, address):
        address = escape(address)
        return Html(f'<a href="mailto:{address}">{address}</a>')

    def period(self):
        return period_text(self.context.start, self.context.end) or ""

    def in_order_of_week(self, days):
        titles = titles_of("kommunalhub.coworking_weekdays")
        return ", ".join(self.text(title) for token, title in titles.items() if token in days)

    def occupancy(self):
        """Return the row that tells those who decide how full the house is then."""
        roles = set(api.user.get_roles(obj=self.context))
        if not roles & {"Reviewer", "HubManager"}:
            return []
        found = occupancy.beside(self.context)
        if found is None:
            return []
        text = _(
            "occupancy_taken",
            default="${taken} of ${total} at most are given to others in this period",
            mapping={"taken": found.taken, "total": found.total},
        )
        return [(_("label_occupancy", default="Occupancy"), text)]
