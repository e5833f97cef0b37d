"""Notices with their conditions on the page of an application, and the form for one."""

from kommunalhub import _
from kommunalhub.approvals.answers.facts import NO
from kommunalhub.approvals.answers.facts import YES
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.forms.page import page_of
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import people
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.browser.forms import AboutApplication
from kommunalhub.funding.applications.browser.forms import ApplicationFormPage
from kommunalhub.funding.applications.browser.noticeschema import GROUPS
from kommunalhub.funding.applications.browser.noticeschema import INotice
from kommunalhub.funding.applications.browser.overview import ApplicationPart
from kommunalhub.funding.applications.browser.wrong import wrong_at
from kommunalhub.funding.applications.operations.aid import may_keep
from kommunalhub.funding.applications.operations.programmes import programme_of
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.deminimis.figures import regulation_titles
from kommunalhub.funding.deminimis.operations import ledger_of
from kommunalhub.security.userids.book import full_name
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields
from z3c.form.group import Group
from zExceptions import NotFound


#: Dated figures of law: how many days after the posting a notice counts as announced.
FIGURES = "kommunalhub.funding_deadline_figures"
#: The regulation on state aid of a programme by which its notices say De-minimis, and which of
#: the De-minimis regulations that is unless the notice says otherwise.
DE_MINIMIS, GENERAL = "de_minimis", "general"
TICKS = ("instruction_right", "needs_final")


class Notices(ApplicationPart):
    """What the funder decided; what was replaced stays readable below."""

    order = 30
    id = "bescheide"
    title = _("heading_funder_notices", default="Notices of the funder")
    template = ViewPageTemplateFile("templates/notices.pt")

    def html(self):
        return self.template() if self.takes_notice() or self.application.notices else ""

    def takes_notice(self):
        return rules.takes_notice(self.application.state)

    @property
    def add_url(self):
        return f"{self.base}/@@bescheid/{self.application.number}"

    @property
    def acts_url(self):
        return f"{self.base}/@@antrag-tun/{self.application.number}"

    @property
    def token(self):
        return createToken()

    def owners(self):
        found = people.owners(self.context)
        return [{"id": userid, "name": name} for userid, name in found.items()]

    def rows(self):
        """Return the notices, those in force first, each with its facts and conditions."""
        notices = self.application.notices
        valid = {notice["number"] for notice in rules.in_force(notices)}
        rows = [self.row(notice, notice["number"] in valid) for notice in reversed(notices)]
        return sorted(rows, key=lambda row: not row["in_force"])

    def row(self, notice, in_force):
        return {
            "number": notice["number"],
            "in_force": in_force,
            "title": titles.NOTICES[notice["kind"]],
            "day": formatting.day(notice["day"]),
            "amount": formatting.money(notice["amount"]),
            "facts": self.facts(notice),
            "conditions": [self.condition(one) for one in notice["conditions"]],
            "change_url": f"{self.add_url}/{notice['number']}",
        }

    def facts(self, notice):
        """Return [(label, value)] of what is known, in the order of the form."""
        found = [(INotice[name].title, shown(notice, name)) for name in INotice.names()]
        return [(label, value) for label, value in found if value not in (None, "")]

    def condition(self, one):
        late = one["done_on"] is None and one["due"] is not None and one["due"] < today()
        return {
            "id": one["id"],
            "text": one["text"],
            "due": formatting.day(one["due"]),
            "iso": one["due"].isoformat() if one["due"] else None,
            "owner": one["owner"],
            "name": full_name(one["owner"]) if one["owner"] else "",
            "done": formatting.day(one["done_on"]),
            "late": late,
            "errors": wrong_at(self.request, "condition", one["id"]),
        }


def shown(notice, name):
    """Return a value of a notice as people read it, "" for none."""
    if name in ("proof_fixed", "proof_months"):
        proof, key = notice["proof"] or {}, name.removeprefix("proof_")
        value = proof.get(key)
        return formatting.day(value) if name == "proof_fixed" else value
    if name in ("day", "conditions", "kind", "amount"):
        return ""
    value = notice.get(name)
    if name in TICKS:
        return YES if value else NO
    if name == "interim":
        return ", ".join(map(formatting.day, value or ()))
    if name == "delivery":
        return titles.DELIVERIES.get(value, "")
    if name == "financing":
        return titles.FINANCING.get(value, "")
    if name == "aid_regulation":
        return regulation_titles().get(value, "")
    if name == "undertaking":
        return ledger_of(value).undertaking.name if value else ""
    if name == "rate":
        return formatting.percent(value)
    if name == "eligible_cost":
        return formatting.money(value)
    return formatting.day(value) if hasattr(value, "isoformat") else value


class NoticePart(Group):
    """One group of the form."""

    description = None

    def getContent(self):
        return self.parentForm.getContent()


def group_of(name, label, names):
    fields = Fields(INotice).select(*names)
    for tick in TICKS:
        if tick in names:
            fields[tick].widgetFactory = SingleCheckBoxFieldWidget
    return type(f"Notice{name.title()}", (NoticePart,), {"label": label, "fields": fields})


def without(name, group):
    """Return a group of the form without one of its fields."""
    if name not in group.fields:
        return group
    return type(group.__name__, (group,), {"fields": group.fields.omit(name)})


class RecordNotice(AboutApplication):
    """@@bescheid/<number> for a new notice, @@bescheid/<number>/<notice> for a changed one."""

    fields = Fields(INotice).select(*GROUPS[0][2])
    groups = tuple(group_of(*one) for one in GROUPS[1:])
    default_fieldset_label = GROUPS[0][1]
    label = _("heading_record_notice", default="Record a notice")
    description = _(
        "record_notice_about",
        default="As it stands in the notice. A notice is never changed here: if it changes, or if "
        "something was mistyped, record it anew from its own button; the old one stays readable.",
    )
    #: The notice that is replaced.
    replaced = None

    @property
    def path(self):
        return f"{super().path}/{self.replaced['number']}" if self.replaced else super().path

    def update(self):
        self.ignoreContext = False
        if not may_keep():
            self.groups = tuple(without("undertaking", group) for group in self.groups)
        super().update()

    def getContent(self):
        return self.defaults()

    def defaults(self):
        """Return what the form begins with: the replaced notice, or what programme and law say."""
        found = dict.fromkeys(INotice.names())
        found |= {tick: False for tick in TICKS}
        if self.replaced is not None:
            return found | typed_again(self.replaced)
        programme = programme_of(self.application)
        figure = fiction("post", today())
        found |= {
            "kind": "total",
            "delivery": "post",
            "fiction_days": figure[0],
            "fiction_norm": figure[1],
            "amount": self.application.amount,
            "rate": getattr(programme, "rate", None),
            "earmark_years": getattr(programme, "earmark_years", None),
            "financing": known_financing(getattr(programme, "financing", None)),
            "undertaking": self.application.undertaking,
        }
        is_aid = getattr(programme, "state_aid", None) == DE_MINIMIS
        if is_aid and (may_keep() or self.application.undertaking):
            found["aid_regulation"] = GENERAL
        return found

    def act(self, data):
        values = dict(data)
        if self.replaced is not None:
            values["replaces"] = self.replaced["number"]
        operations.record_notice(self.context, self.application.number, values)
        return self.stays(_("message_notice_recorded", default="The notice is recorded."))


def known_financing(value):
    return value if isinstance(value, str) and value in rules.FINANCING else None


def fiction(delivery, day):
    """Return (days, norm) by which a notice of a day counts as announced, of the dated figures."""
    for row in registry.read(FIGURES) or ():
        since, until = row.get("since") or "", row.get("until") or "9999"
        if row.get("rule") == f"fiction_{delivery}" and since <= day.isoformat() <= until:
            number = row.get("number") or ""
            return (int(number) if number.isdecimal() else None), row.get("source") or ""
    return None, ""


def typed_again(notice):
    """Return the values of a notice as its form has them."""
    proof = notice["proof"] or {}
    found = {name: notice.get(name) for name in INotice.names() if name in notice}
    return found | {
        "kind": "change",
        "interim": ", ".join(f"{day:%d.%m.%Y}" for day in notice["interim"]),
        "proof_fixed": proof.get("fixed"),
        "proof_months": proof.get("months"),
        "conditions": "\n".join(
            f"{one['due']:%d.%m.%Y}: {one['text']}" if one["due"] else one["text"]
            for one in notice["conditions"]
        ),
    }


class NoticePage(ApplicationFormPage):
    """The page of the form; a second number in its address names the notice that is replaced."""

    replaces = None

    def publishTraverse(self, request, name):
        if self.number is None:
            return super().publishTraverse(request, name)
        if self.replaces is not None or not name.isdecimal() or len(name) > 9:
            raise NotFound(name)
        self.replaces = int(name)
        return self

    def about(self):
        application = self.form_instance.application
        if self.replaces is not None:
            valid = {one["number"]: one for one in rules.in_force(application.notices)}
            if self.replaces not in valid:
                raise NotFound(str(self.replaces))
            self.form_instance.replaced = valid[self.replaces]


RecordNoticePage = page_of(RecordNotice, NoticePage)
