"""The verbs of reports: make one, leave it out, and say how each stands."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.amounts import is_web_address
from kommunalhub.core.messages import filled
from kommunalhub.core.sections import disown
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.calls import CALL
from kommunalhub.funding.programmes import letters
from kommunalhub.funding.programmes import storage
from kommunalhub.funding.programmes.finding import TYPE
from kommunalhub.partners.operations import partners_of
from persistent import Persistent
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


LONGEST = {"title": 200, "source_url": 500, "note": 2000, "reason": 1000}
#: So many of one person may wait at the same time.
MOST_OPEN = 20
WAITING, TAKEN, LEFT_OUT = "waiting", "taken", "left_out"
DRAFT, PUBLIC = "draft", "public"

TITLE_MISSING = _("report_title_missing", default="Please write what the programme is called.")
REASON_MISSING = _("report_reason_missing", default="Please write why it is left out.")
TOO_LONG = _("report_too_long", default="Please shorten this to ${n} characters.")
TOO_MANY = _(
    "report_too_many",
    default="Many of your reports are still waiting. Please let us look at them first.",
)


class Wrong(ValueError):
    """Something typed is wrong; errors: {field: sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class Report(Persistent):
    """What somebody reported. uid: of the draft; reason: why it was left out, if it was."""

    reason = ""
    #: Whether who reported it was told what became of it.
    told = False

    def __init__(self, number, userid, title, source_url, note):
        self.number, self.userid = number, userid
        self.title, self.source_url, self.note = title, source_url, note
        self.made = formatting.now()
        self.uid = ""


@dataclass(frozen=True)
class Standing:
    """How a report stands; url: of the programme where who asks may read it."""

    report: Report
    state: str
    url: str = ""


def may_report():
    """Return whether who asks works for an administration."""
    return not asking.is_anonymous() and bool(partners_of())


def report(title, source_url, note=""):
    """Make a report and its draft; return the Report. Raises Wrong.

    The same address again, while the first report of it waits, is the same report.
    """
    typed = {"title": tidy(title), "source_url": tidy(source_url), "note": note.strip()}
    errors = too_long(typed)
    if not typed["title"]:
        errors["title"] = TITLE_MISSING
    try:
        is_web_address(typed["source_url"])
    except FieldError as error:
        errors["source_url"] = error.args[0]
    waiting = [one.report for one in own() if one.state == WAITING]
    same = [one for one in waiting if one.source_url == typed["source_url"]]
    if same:
        return same[0]
    if len(waiting) >= MOST_OPEN:
        errors["title"] = TOO_MANY
    if errors:
        raise Wrong(errors)
    reports = storage.ensured_book().reports
    number = reports.maxKey() + 1 if reports else 1
    made = reports[number] = Report(number, asking.userid(), **typed)
    made.uid = draft_of(made)
    return made


def draft_of(made):
    """Make the draft of a report, nobody's own; return its UID."""
    with as_builder(site()):
        draft = createContent(
            TYPE,
            title=made.title,
            source_url=made.source_url,
            deadline_kind=CALL,
            reported=made.number,
        )
        draft = addContentToContainer(storage.folder_of_programmes(), draft, checkConstraints=False)
        draft.checked_on = draft.checked_by = None
        disown(draft)
        draft.reindexObject()
        return draft.UID()


def leave_out(programme, reason):
    """Take the draft of a report away again and say why. Raises Wrong."""
    reason = reason.strip()
    errors = too_long({"reason": reason})
    if not reason:
        errors["reason"] = REASON_MISSING
    if errors:
        raise Wrong(errors)
    made = report_of(programme)
    made.reason = reason
    tell(made)
    with as_builder(site()):
        api.content.delete(programme, check_linkintegrity=False)


def tell(made, url=""):
    """Write to who made a report what became of it, once. url: of the programme that it became."""
    if not made.told:
        made.told = True
        letters.tell_reporter(made, url)


def taken_in(programme):
    """Tell who reported a programme that stands in the catalogue now."""
    book = storage.book()
    made = book.reports.get(programme.reported) if book is not None and programme.reported else None
    if made is not None:
        tell(made, programme.absolute_url())


def report_of(programme):
    """Return the Report behind a draft that still waits, or None."""
    if programme.reported is None or api.content.get_state(programme) != DRAFT:
        return None
    book = storage.book()
    return book.reports.get(programme.reported) if book is not None else None


def own():
    """Return the Standings of the reports of who asks, the newest first."""
    book, userid = storage.book(), asking.userid()
    found = [one for one in (book.reports.values() if book else ()) if one.userid == userid]
    brains = {
        brain.UID: brain
        for brain in catalog().unrestrictedSearchResults(UID=[one.uid for one in found])
    }
    return [standing_of(one, brains.get(one.uid)) for one in reversed(found)]


def standing_of(made, brain):
    if brain is None or made.reason:
        return Standing(made, LEFT_OUT)
    if brain.review_state == PUBLIC:
        return Standing(made, TAKEN, brain.getURL())
    return Standing(made, WAITING)


def forget_person(userid):
    """Let reports be nobody's, and take the imports of a person away."""
    book = storage.book()
    if book is None:
        return
    for made in book.reports.values():
        if made.userid == userid:
            made.userid = ""
    for number in [number for number, run in book.runs.items() if run.userid == userid]:
        del book.runs[number]


def tidy(text):
    return " ".join(text.split())


def too_long(typed):
    return {
        name: filled(TOO_LONG, n=LONGEST[name])
        for name, text in typed.items()
        if len(text) > LONGEST[name]
    }
