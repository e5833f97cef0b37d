"""The portfolio: what the picture shows stands in its table, amounts by their ends on paper."""

from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.core import timeline
from kommunalhub.projects import months
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.portfolio import exports
from kommunalhub.projects.portfolio import reading
from kommunalhub.projects.reports import operations as reports
from kommunalhub.projects.reports import prefill
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest

import pypdfium2
import pytest
import re


def write_report(project):
    month = months.month_of(book.today())
    told = {"standing": "on_plan", **prefill.values_of(project, month)}
    return month, reports.write(project, month, told)


@pytest.fixture
def several(portal, hub):
    """Return projects that go on, one of them with a milestone of each look, one without any."""
    milestones = (("Orte stehen fest", 3), ("Bänke stehen", 60), ("Schilder", 90), ("Fest", 120))
    rich = hub.bring_to(hub.add_project(portal, milestones=milestones), "running")
    with hub.As("moni"):
        book.report_done(rich, "milestone", 1, hub.today())
        row = book.storage.book_of(rich).row("milestone", 2)
        book.change(rich, "milestone", 2, {**row, "planned": hub.in_days(70), "why": "Holz fehlt."})
        book.drop(rich, "milestone", 4, "Kein Geld dafür.")
        write_report(rich)
    plain = hub.bring_to(hub.add_project(portal, title="Nachbarschaft"), "agreed")
    bare = hub.bring_to(hub.add_project(portal, title="Ohne Plan"), "running")
    with hub.As("moni"):
        book.drop(bare, "milestone", 1, "Nicht mehr nötig.")
    return [rich, plain, bare]


@pytest.fixture
def view(several, hub):
    with hub.As("lars"):
        yield getMultiAdapter((several[0].aq_parent, getRequest()), name="project-portfolio")


LOOKS = {
    timeline.DONE: lambda row: row["look"] == "done",
    timeline.NOW: lambda row: (
        str(row["standing"]) in ("portfolio_mark_next", "portfolio_mark_late")
    ),
    timeline.PLANNED: lambda row: row["look"] in ("free", "wait", "shut"),
}


def test_all_that_the_picture_shows_stands_in_its_table(view):
    rows, html = view.picture_rows(), view()
    assert len(view.pictured) == 3
    for line in view.pictured:
        track = view.track(line)
        mine = [row for row in rows if row["number"] == line.number]
        assert {row["title"] for row in mine} == {track.label}
        period = f"{formatting.day(track.first)} – {formatting.day(track.last)}"
        assert {row["period"] for row in mine} == {period}
        marks = {mark.label: mark for mark in track.marks}
        found = {row["mark"].partition(" ")[0]: row for row in mine if row["mark"]}
        assert set(found) == set(marks)
        for label, mark in marks.items():
            assert found[label]["day"] == formatting.day(mark.day)
            assert LOOKS[mark.look](found[label]), (label, mark.look)
        for row in mine:
            assert all(row[name] in html for name in ("title", "period", "mark", "day"))
    drawn = len(re.findall(r'class="mark ', view.drawn()))
    assert drawn == sum(bool(row["mark"]) for row in rows) == 4


def test_the_last_report_stands_in_table_workbook_and_on_paper(several, hub):
    day = formatting.day(hub.today())
    with hub.As("lars"):
        view = getMultiAdapter((several[0].aq_parent, getRequest()), name="project-portfolio")
        rows = {row["title"]: row for group in view.groups() for row in group["rows"]}
        lines = reading.lines()
        sheet, printed = exports.sheets(lines)[0], exports.paper(lines)
    assert rows["Mitfahrbank"]["reported"] == day and rows["Ohne Plan"]["reported"] == ""
    at = sheet[1].index("Letzter Bericht")
    assert {row[1]: row[at] for row in sheet[2]} == {
        "Mitfahrbank": hub.today(),
        "Nachbarschaft": None,
        "Ohne Plan": None,
    }
    (block,) = printed["sections"][0]["blocks"]
    at = block["head"].index("Letzter Bericht")
    assert {row[at] for row in block["rows"]} == {day, "–"}


def ends_of(pdf, texts):
    """Return {text: where it ends, the last time on the first page, in points} of a PDF."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = {}
    for text in texts:
        searcher = page.search(text)
        while hit := searcher.get_next():
            found[text] = page.get_charbox(sum(hit) - 1)[2]
    return found


def test_amounts_stand_under_each_other_by_their_ends(several, hub):
    with hub.As("moni"):
        several[1].budget = Decimal(7)
        several[1].reindexObject()
        pdf = exports.pdf_of(exports.paper(reading.lines()), 0)
    ends = ends_of(pdf, ["7,00", "18.000,00"])
    assert abs(ends["7,00"] - ends["18.000,00"]) < 1
