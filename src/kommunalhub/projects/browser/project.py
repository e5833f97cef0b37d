"""The page of a project for its partners: where it stands, money, plan, agreement."""

from functools import cached_property
from hashlib import sha256
from kommunalhub import _
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.persons import name_of
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import picture
from kommunalhub.projects import rules
from kommunalhub.projects import said
from kommunalhub.projects import workflow
from kommunalhub.projects.book import operations
from kommunalhub.projects.book import schemas
from kommunalhub.projects.book import storage
from kommunalhub.projects.browser.sections import MoneyShown
from kommunalhub.projects.browser.sections import RecordsShown
from kommunalhub.projects.interfaces import IProject
from kommunalhub.projects.partnership import partners_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.i18n import translate


CHANGES = _("heading_project_changes", default="Changes of what was agreed")
PLAN = _("heading_project_plan", default="Where the project stands")
REPORTS = _("heading_project_reports", default="Reports")
PUBLIC = _("heading_project_public", default="Public page")
LESSONS = _("heading_project_lessons", default="What we have learned")
MONEY = _("heading_project_money", default="Money")


class ProjectView(MoneyShown, RecordsShown, CaseView):
    """Sections, each from a template of its own."""

    plan_template = ViewPageTemplateFile("templates/plan.pt")
    money_template = ViewPageTemplateFile("templates/money.pt")
    tasks_template = ViewPageTemplateFile("templates/tasks.pt")
    risks_template = ViewPageTemplateFile("templates/risks.pt")
    decisions_template = ViewPageTemplateFile("templates/decisions.pt")

    def fingerprint(self):
        """Return a hash over all that this page depends on: the money comes from other cases."""
        parts = (super().fingerprint(), repr(self.money), str(self.book.writes))
        return sha256("\n".join(parts).encode()).hexdigest()

    @cached_property
    def book(self):
        return storage.book_of(self.context)

    @cached_property
    def today(self):
        return operations.today()

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def may_run(self):
        return asking.may(workflow.RUN, self.context)

    def part(self, name):
        """Return a view that shows a part of the page."""
        return getMultiAdapter((self.context, self.request), name=name)

    def changes(self, waits):
        """Return the part about changes where one waits for consent, or where none does."""
        if (self.book.change is not None) != waits:
            return []
        return [("aenderungen", CHANGES, self.part("project-changes"))]

    def first_sections(self):
        parts = [
            *self.changes(waits=True),
            ("etappen", PLAN, self.plan_template),
            ("berichte", REPORTS, self.part("project-reports")),
            ("geld", MONEY, self.money_template),
        ]
        found = [{"id": id_, "title": title, "html": part()} for id_, title, part in parts]
        return [one for one in found if one["html"]]

    @cached_property
    def tasks(self):
        """While it runs: what its lead, or who sees to it, reports next."""
        if self.case.state != workflow.RUNNING:
            return []
        timed = [(kind, row) for kind in operations.TIMED for row in self.book.rows(kind)]
        timed = [(kind, row) for kind, row in timed if rules.is_open(row)]
        found = [one for one in timed if self.may_run or operations.is_mine(one[1])]
        if not found:
            return []
        kind, row = min(found, key=lambda one: (one[1]["planned"], one[0]))
        reached = "etappe-erreicht" if kind == storage.MILESTONE else "aufgabe-erledigt"
        mapping = {
            "id": storage.id_of(kind, row["number"]),
            "title": row["title"],
            "day": formatting.day(row["planned"]),
        }
        return [
            {
                "text": _(
                    "project_task_next", default="Next: ${id} ${title}, by ${day}.", mapping=mapping
                ),
                "verb": _("project_task_report", default="Report it as done"),
                "url": f"{self.url}/@@{reached}/{row['number']}",
            }
        ]

    def talk_sections(self):
        parts = [
            ("aufgaben", _("heading_project_tasks", default="Tasks"), self.tasks_template),
            ("risiken", _("heading_project_risks", default="Risks"), self.risks_template),
            (
                "entscheidungen",
                _("heading_project_decisions", default="Decisions"),
                self.decisions_template,
            ),
            *self.changes(waits=False),
            ("gelernt", LESSONS, self.part("project-lessons")),
        ]
        if self.case.state in workflow.TOLD:
            parts.append(("oeffentlich", PUBLIC, self.part("project-public")))
        found = [{"id": id_, "title": title, "html": part()} for id_, title, part in parts]
        return [one for one in found if one["html"]]

    def facts(self):
        return [
            (
                _("fieldset_project_about", default="What it is about"),
                self.rows(IProject, ["goal", "theme_fields", "start", "end"]),
            ),
            (
                _("fieldset_project_partners", default="Lead and partners"),
                [
                    (_("label_project_lead", default="Lead"), self.partner()),
                    (_("label_project_partners", default="Partners"), self.partners()),
                    *self.rows(IProject, ["roles"]),
                ],
            ),
            (
                _("fieldset_project_citizens", default="For citizens"),
                self.rows(
                    IProject,
                    [
                        "gain",
                        "take_part",
                        "contact_name",
                        "contact_email",
                        "contact_phone",
                        "survey",
                    ],
                ),
            ),
            *self.beside(),
        ]

    def beside(self):
        rows = self.rows(IProject, ["related"])
        return [(_("fieldset_project_beside", default="What belongs to it"), rows)] if rows else []

    def partners(self):
        return ", ".join(map(short_title_of, partners_of(self.context)))

    # Where it stands

    @cached_property
    def milestones(self):
        return self.book.rows(storage.MILESTONE)

    def sentences(self):
        found = rules.progress(self.milestones, self.today)
        return said.progress(found, rules.next_of(self.milestones))

    def drawn(self):
        if not self.milestones or not self.context.start or not self.context.end:
            return ""
        return Html(
            picture.drawn(self.milestones, self.context.start, self.context.end, self.today)
        )

    def milestone_rows(self):
        return [
            self.timed(storage.MILESTONE, row, "etappe") for row in rules.in_order(self.milestones)
        ]

    def task_rows(self):
        rows = rules.in_order(self.book.rows(storage.TASK))
        rows.sort(key=lambda row: not rules.is_open(row))
        return [self.timed(storage.TASK, row, "aufgabe") for row in rows]

    def timed(self, kind, row, name):
        """Return what is shown of a milestone or task."""
        look, standing = said.standing(row, self.today)
        is_open, number = rules.is_open(row), row["number"]
        reached = "erreicht" if kind == storage.MILESTONE else "erledigt"
        reports = is_open and operations.may_report(self.context, row)
        return {
            "id": storage.id_of(kind, number),
            "title": row["title"],
            "about": row["about"],
            "day": formatting.day(row["planned"]),
            "earlier": [formatting.day(one["planned"]) for one in row["earlier"]],
            "look": look,
            "standing": standing,
            "why": row["why_late"]
            or row["dropped"]
            or (row["earlier"][-1]["why"] if row["earlier"] else ""),
            "who": self.who(row),
            "mine": is_open and operations.is_mine(row),
            "report": f"{self.url}/@@{name}-{reached}/{number}" if reports else None,
            "change": f"{self.url}/@@{name}/{number}" if is_open and self.may_run else None,
        }

    def who(self, row):
        """Return who sees to something: a person only to who may find them."""
        partner = short_title_of(row["partner"])
        if row["person"] and is_visible(row["person"]):
            return f"{name_of(row['person'])}, {partner}"
        if row["person"]:
            return partner
        function = translate(schemas.FUNCTIONS[row["function"]], context=self.request)
        return f"{partner}, {function}"
