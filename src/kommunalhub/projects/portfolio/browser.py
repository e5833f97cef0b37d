"""`projekte`: all projects that this person may see, by field of the theme."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import asking
from kommunalhub.core import brand
from kommunalhub.core import formatting
from kommunalhub.core import timeline
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.charts import shortened
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.projects import money
from kommunalhub.projects import months
from kommunalhub.projects import picture
from kommunalhub.projects import said
from kommunalhub.projects import workflow
from kommunalhub.projects.book.operations import today
from kommunalhub.projects.portfolio import reading
from kommunalhub.projects.public.operations import cards_of
from kommunalhub.projects.public.shown import Shown
from kommunalhub.projects.reports.schemas import STANDINGS
from Products.Five import BrowserView


#: How a state looks, see hub.css.
LOOKS = {
    workflow.IDEA: "free",
    workflow.PROPOSED: "wait",
    workflow.AGREED: "free",
    workflow.RUNNING: "partly",
    workflow.CHANGING: "wait",
    workflow.FINISHED: "done",
    workflow.STOPPED: "over",
}
#: What is drawn: what is over would push the rest aside.
DRAWN = (workflow.AGREED, workflow.RUNNING, workflow.CHANGING)
MOST_DRAWN = 30
#: What the ring around a mark says: it comes next, or should have come.
NEXT_IS = {
    False: _("portfolio_mark_next", default="comes next"),
    True: _("portfolio_mark_late", default="comes next, overdue"),
}


def shown_of(line):
    """Return the milestones of a project that are drawn, by day; what was dropped is not."""
    found = [one for one in line.milestones if not one["dropped"]]
    return sorted(found, key=lambda one: one["done"] or one["planned"])


class PortfolioView(FromCatalog, BrowserView):
    """From metadata alone; who is not signed in sees what has been made public."""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def today(self):
        return today()

    @cached_property
    def is_anonymous(self):
        return asking.is_anonymous()

    @cached_property
    def chosen(self):
        """The state to show alone, or None."""
        state = self.request.form.get("state")
        return state if state in workflow.STATES else None

    def states(self):
        """Return [{value, title, selected}] of all states."""
        return [
            {
                "value": state,
                "title": workflows.state_title(workflow.TYPE, state),
                "selected": state == self.chosen,
            }
            for state in workflow.STATES
        ]

    @cached_property
    def lines(self):
        return reading.lines((self.chosen,) if self.chosen else None)

    def public(self):
        """Return what is shown of the projects that are public, by name."""
        found = [Shown(id_, card) for id_, card in cards_of(self.context).items()]
        return sorted(found, key=lambda one: sort_key(one["title"]))

    def also_shows(self):
        return (public_revision(site()),)

    def may_add(self):
        return asking.may(workflow.ADD, self.context)

    def theme(self):
        return brand.read("theme")

    def groups(self):
        """Return [{title, rows}] by field of the theme."""
        titles = titles_of("kommunalhub.project_fields")
        other = _("project_field_other", default="Other fields")
        return [
            {"id": token or "andere", "title": title or other, "rows": list(map(self.row, found))}
            for token, title, found in reading.by_field(self.lines, titles)
        ]

    def row(self, line):
        """Return what is shown of a project."""
        spent, granted = money.parts(line.budget, line.money)
        following, found = line.following, line.progress(self.today)
        if following is None:
            following_text = ""
        else:
            mapping = {
                "id": following["id"],
                "title": following["title"],
                "day": formatting.day(following["planned"]),
            }
            following_text = _(
                "project_next_row", default="${id} ${title}, ${day}", mapping=mapping
            )
        return {
            "title": line.title,
            "url": line.url,
            "number": line.number,
            "lead": short_title_of(line.partner),
            "period": self.period(line),
            "look": "shut" if found.late and line.state in workflow.AT_WORK else LOOKS[line.state],
            "state": workflows.state_title(workflow.TYPE, line.state),
            "late": found.late if line.state in workflow.AT_WORK else 0,
            "reached": found.reached,
            "total": found.total,
            "following": following_text if line.state not in workflow.OVER else "",
            "spent": spent,
            "granted": granted,
            "drawn": formatting.money(line.money.drawn),
            "budget": formatting.money(line.budget),
            **self.reported(line),
        }

    def reported(self, line):
        """Return the newest report of a project: the day it was written on, and of which month."""
        found = line.reported
        if found is None:
            return {"reported": "", "report": None}
        mapping = {"month": formatting.month(months.first_of(found["month"]))}
        about = _("portfolio_report_of", default="Report of ${month}", mapping=mapping)
        return {
            "reported": formatting.day(found["day"]),
            "report": about,
            "told": STANDINGS[found["standing"]],
        }

    @cached_property
    def pictured(self):
        """The projects that the picture shows, and its table with it."""
        found = [one for one in self.lines if one.state in DRAWN and one.first and one.last]
        return found[:MOST_DRAWN]

    def drawn(self):
        """Return the picture of the projects that are agreed or go on, "" without any."""
        if not self.pictured:
            return ""
        text = "; ".join(map(self.told, self.pictured))
        return timeline.tracks(
            in_site_language(_("portfolio_picture", default="Projects over time")),
            text,
            [self.track(one) for one in self.pictured],
            self.today,
            in_site_language(said.TODAY),
            picture.months(),
            shortened,
            name="portfolio",
        )

    def told(self, line):
        """Return what the picture shows of a project, in words."""
        marks = ", ".join(
            f"{one['id']} {formatting.day(one['done'] or one['planned'])}" for one in shown_of(line)
        )
        return f"{line.title}, {self.period(line)}: {marks}"

    def picture_rows(self):
        """Return what the picture shows as rows, one for each mark, and for a line without any."""
        return [row for line in self.pictured for row in self.rows_in_picture(line)]

    def rows_in_picture(self, line):
        """Return [{title, url, number, period, mark, day, look, standing}] of a project."""
        about = {
            "title": line.title,
            "url": line.url,
            "number": line.number,
            "period": self.period(line),
        }
        return [{**about, **self.mark(line, one)} for one in shown_of(line)] or [
            {**about, "mark": "", "day": "", "look": "", "standing": ""}
        ]

    def mark(self, line, one):
        """Return what is told of a mark: its name, its day, and what its look says."""
        is_next = not one["done"] and one is line.following
        how = said.standing({**one, "earlier": one["moved"]}, self.today)
        look, standing = how if not is_next else (how[0], NEXT_IS[how[0] == "shut"])
        return {
            "mark": f"{one['id']} · {one['title']}",
            "day": formatting.day(one["done"] or one["planned"]),
            "look": look,
            "standing": standing,
        }

    def period(self, line):
        """Return from when to when a project goes, "" where nobody has said."""
        if line.first is None or line.last is None:
            return ""
        return f"{formatting.day(line.first)} – {formatting.day(line.last)}"

    def track(self, line):
        marks = [
            timeline.Mark(
                one["id"],
                one["done"] or one["planned"],
                timeline.DONE
                if one["done"]
                else timeline.NOW
                if one is line.following
                else timeline.PLANNED,
            )
            for one in shown_of(line)
        ]
        return timeline.Track(line.title, line.first, line.last, tuple(marks))

    def total(self):
        """Return what all projects come to, as texts."""
        budget, own_share, found = reading.sums(self.lines)
        return {
            "budget": formatting.money(budget),
            "own_share": formatting.money(own_share),
            "granted": formatting.money(found.granted),
            "drawn": formatting.money(found.drawn),
        }
