"""@@beteiligte-aendern: who takes part as what; what the page of a project shows of it."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import workflow
from kommunalhub.projects.book.schemas import listed
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.parties import operations
from kommunalhub.projects.parties import rules
from kommunalhub.projects.parties.schemas import IReason
from kommunalhub.projects.parties.schemas import LONGEST
from kommunalhub.projects.parties.schemas import ROLES
from kommunalhub.projects.vocabularies import OfProject
from Products.Five import BrowserView
from z3c.form.field import Fields
from z3c.form.form import Form
from zope import schema


CHANGE = _("heading_project_parties", default="Change who takes part")
CHANGE_ROLES = _("heading_project_roles", default="Roles of the partners")
ASKS = _(
    "project_parties_about",
    default="Who joins, leaves or leads is up to all: everybody who takes part so far is asked, "
    "and those who are to join. Until all have agreed nothing changes. Other roles hold at once.",
)
ROLES_ALONE = _(
    "project_roles_about",
    default="All partners are asked for their consent, whatever their role. Others can join, and "
    "partners leave, while the project runs.",
)
ASKED = _(
    "message_parties_asked",
    default="All partners are asked, and those who are to join. Until they have agreed nothing "
    "changes.",
)
#: Where somebody takes part as nothing.
AWAY = "none"
NOT_IN = _("project_takes_no_part", default="takes no part")


def choices(joins):
    """Return the vocabulary of roles; joins: one may take no part as well."""
    titles = titles_of(ROLES)
    found = {AWAY: NOT_IN, **titles} if joins else titles
    return listed(found)


def fields_of(parties, candidates):
    """Return fields for role and part of each partner, and of who may join.

    candidates: ids of who may take part besides; None where who takes part cannot change now.
    """
    joins, found = candidates is not None, []
    for partner, role, _does in [*parties, *((one, AWAY, "") for one in candidates or ())]:
        mapping = {"partner": short_title_of(partner)}
        if role != rules.LEAD:
            title = _("label_project_role_of", default="Role of ${partner}", mapping=mapping)
            found.append(
                schema.Choice(__name__=f"role-{partner}", title=title, vocabulary=choices(joins))
            )
        title = _("label_project_does_of", default="What ${partner} does", mapping=mapping)
        found.append(
            schema.TextLine(
                __name__=f"does-{partner}",
                title=title,
                required=False,
                missing_value="",
                max_length=LONGEST,
            )
        )
    if not joins:
        return Fields(*found)
    agreed = Fields(IReason)
    return agreed.select("lead") + Fields(*found) + agreed.select("reason")


class PartiesForm(ActingForm, Form):
    """Asks who takes part as what; while the project runs others may join, and partners leave."""

    ignoreContext = False
    refusals = (Wrong,)

    @property
    def label(self):
        return CHANGE if self.joins else CHANGE_ROLES

    @property
    def description(self):
        return ASKS if self.joins else ROLES_ALONE

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}#beteiligte"

    @cached_property
    def joins(self):
        return operations.may_join(self.context)

    @cached_property
    def parties(self):
        return operations.parties_of(self.context)

    @cached_property
    def candidates(self):
        inside = {partner for partner, *_rest in self.parties}
        return [one for one in partner_ids() if one not in inside] if self.joins else None

    @property
    def fields(self):
        return fields_of(self.parties, self.candidates)

    def getContent(self):
        found = {"reason": "", "lead": self.parties[0][0]}
        away = [(one, AWAY, "") for one in self.candidates or ()]
        for partner, role, does in [*self.parties, *away]:
            found |= {f"role-{partner}": role, f"does-{partner}": does}
        return OfProject(self.context, found)

    def act(self, data):
        leads = self.parties[0][0]
        values = {leads: {"role": rules.LEAD, "does": data[f"does-{leads}"]}}
        for partner in (*(row[0] for row in self.parties[1:]), *(self.candidates or ())):
            role = data[f"role-{partner}"]
            if role != AWAY:
                values[partner] = {"role": role, "does": data[f"does-{partner}"]}
        reason = (data.get("reason") or "").strip()
        if operations.arrange(self.context, values, reason, data.get("lead")):
            return self.leave_url, ASKED
        return self.leave_url, _("message_project_roles_saved", default="The roles are saved.")

    def errors_of(self, refusal):
        """What is wrong with all of them stands at the first whose part can change."""
        first = next(name for name in self.widgets if name.startswith("role-"))
        return {
            first if name == "partners" else name: text for name, text in refusal.errors.items()
        }


PartiesPage = page_of(PartiesForm)


class PartiesPart(BrowserView):
    """@@project-parties: who takes part as what, as a part of a page."""

    @property
    def url(self):
        return self.context.absolute_url()

    def may_change(self):
        return asking.may(workflow.RUN, self.context)

    def label(self):
        return CHANGE if operations.may_join(self.context) else CHANGE_ROLES

    def former(self):
        """Return [{title, day}] of the partners that have left, the last one first."""
        found = sorted(operations.former_of(self.context).items(), key=lambda one: one[::-1])
        return [
            {"title": short_title_of(partner), "day": formatting.day(day)}
            for partner, day in reversed(found)
        ]

    def rows(self):
        titles = operations.roles()
        return [
            {"title": short_title_of(partner), "role": titles[role], "does": does}
            for partner, role, does in operations.parties_of(self.context)
        ]
