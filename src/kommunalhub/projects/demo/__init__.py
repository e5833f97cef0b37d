"""Projects in every state, played by the people of the demo."""

from datetime import timedelta
from decimal import Decimal
from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents import operations as consents
from kommunalhub.core import formatting
from kommunalhub.projects import months
from kommunalhub.projects import workflow
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.book import storage
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.lessons import operations as lessons
from kommunalhub.projects.parties import operations as parties
from kommunalhub.projects.public import operations as public
from kommunalhub.projects.reports import operations as reports
from kommunalhub.projects.reports import prefill
from pathlib import Path
from plone import api
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


PROJECTS = Path(__file__).with_name("projects.toml")
MINUTE = timedelta(minutes=1)
TEXTS = (
    *("title", "description", "goal", "gain", "take_part"),
    *("contact_name", "contact_email", "contact_phone", "partner"),
)


def fields_of(stage, entry):
    """Return the fields of a Project."""
    fields = {name: entry[name] for name in TEXTS if name in entry}
    fields |= {name: set(entry[name]) for name in ("theme_fields", "partners")}
    fields |= {name: Decimal(entry[name]) for name in ("budget", "own_share")}
    fields |= {name: stage.calendar.day(entry[name]) for name in ("start", "end")}
    ids = getUtility(IIntIds)
    cases = [stage.record.uid("consultation", one) for one in entry.get("cases", ())]
    found = [api.content.get(UID=uid) for uid in cases if uid]
    fields["cases"] = [RelationValue(ids.getId(case)) for case in found if case is not None]
    return fields


def build_projects(stage):
    """Act out the projects that are missing; return how many there are."""
    entries, calendar = stage.table(PROJECTS)["project"], stage.calendar
    section = stage.section("projekte")

    def record(entry):
        values = {"about": "", "person": None, **entry}
        values["planned"] = calendar.day(values.pop("in"))
        return values

    def reach(project, step, kind, name):
        number = storage.parsed(step[name])[1]
        day = min(calendar.day(step["on"]), book.today())
        book.report_done(project, kind, number, day, step.get("why", ""))

    def move(project, step):
        number = storage.parsed(step["move"])[1]
        row = storage.book_of(project).row(storage.MILESTONE, number)
        names = ("title", "about", "partner", "function", "person")
        values = {name: row[name] for name in names}
        values |= {"planned": calendar.day(step["to"]), "why": step["why"]}
        book.change(project, storage.MILESTONE, number, values)

    def vote(project, step):
        before = workflows.state_of(project)
        consents.vote(project, step["vote"], step.get("comment", ""))
        if workflows.state_of(project) != before:
            stage.backdate_step(project, formatting.now())

    told = ("standing", "happened", "ahead")

    def apply(project, step):
        if "vote" in step:
            vote(project, step)
        elif "reach" in step:
            reach(project, step, storage.MILESTONE, "reach")
        elif "report" in step:
            reach(project, step, storage.TASK, "report")
        elif "move" in step:
            move(project, step)
        elif "drop" in step:
            book.drop(project, storage.MILESTONE, storage.parsed(step["drop"])[1], step["why"])
        elif "task" in step:
            book.add(project, storage.TASK, record(step["task"]))
        elif "risk" in step:
            book.add(project, storage.RISK, {"closed": "", **step["risk"]})
        elif "decide" in step:
            today = formatting.to_local(formatting.now()).date()
            book.add(project, storage.DECISION, {"day": today, **step["decide"]})
        elif "change" in step:
            values = changes.agreed_on(project) | {"reason": step["reason"]}
            values |= {name: Decimal(amount) for name, amount in step["change"].items()}
            changes.ask(project, values)
            stage.backdate_step(project, formatting.now())
        elif "publish" in step:
            public.release(project)
        elif "write" in step:
            month = months.month_of(calendar.day(step["write"]))
            values = prefill.values_of(project, month)
            values |= {name: step[name] for name in told if name in step}
            reports.write(project, month, values)
        elif "lessons" in step:
            lessons.write(project, step["lessons"])
        elif "hand_over" in step and lessons.can_be_handed_over(project):
            values = {**lessons.prefilled(project), **step["hand_over"]}
            report, _new = lessons.hand_over(project, values)
            stage.backdate_creation(report, formatting.now())
            stage.play(report, step["then"], calendar)

    for _place, entry in stage.missing("project", entries):
        made = entry["created"]
        moment = calendar.moment(calendar.workday(made["ago"]))
        project = stage.enter(section, workflow.TYPE, made["by"], moment, fields_of(stage, entry))
        with stage.as_person(made["by"], moment + MINUTE):
            for milestone in entry["milestones"]:
                book.add(project, storage.MILESTONE, record(milestone))
            parties.change(project, entry.get("roles", {}))
        stage.play(project, entry["steps"], calendar, apply)
        stage.record.note("project", entry["id"], project)
    return len(entries)
