"""What readers say of a page: taken from anybody, read by who is responsible, forgotten."""

from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.upkeep import operations
from kommunalhub.editorial.upkeep import rules
from kommunalhub.editorial.upkeep import storage
from kommunalhub.notices.box import store_of
from kommunalhub.security import strangers
from kommunalhub.security import throttle
from kommunalhub.security.interfaces import TooManyRequests
from lxml import html as lxml_html
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.protect.authenticator import createToken
from zExceptions import Forbidden
from zope.component import getUtility

import pytest


TEXT = "<h2>Gebühren</h2><p>Das kostet 8 Euro.</p>"
SAID = {"text": "Es sind 10 Euro.", "place": "text-gebuehren", "email": "bea@example.org"}


@pytest.fixture
def made(write):
    text = RichTextValue(TEXT, "text/html", "text/x-html-safe")
    made = write("Document", "Personalausweis", text=text)
    with api.env.adopt_user(username="petra"):
        decide(made, "publish")
    return made


@pytest.fixture
def send(portal, page, monkeypatch):
    """Return a function that sends a form of a page as somebody, and what the next page says."""

    def send(userid, context, name, **form):
        request = portal.REQUEST
        request.method = request["REQUEST_METHOD"] = "POST"
        with api.env.adopt_user(username=userid):
            form["_authenticator"] = createToken()
        with monkeypatch.context() as before:
            shown = formatting.now() - timedelta(seconds=20)
            before.setattr(formatting, "now", lambda: shown)
            form.setdefault(strangers.STAMP, strangers.stamp())
        return lxml_html.fromstring(page(userid, context, name, **form) or "<p></p>")

    return send


def inbox(userid):
    with api.env.adopt_user(username=userid):
        make = Rows()
        return [make(brain) for brain in inbox_brains()]


def letters(portal):
    found = [mail.letter for mail in store_of(portal).outbox.mails.values()]
    return [letter for letter in found if letter.key.startswith("report-done")]


def report(made, **said):
    return operations.report(made, rules.tidied({**SAID, **said}))


def test_from_the_reader_to_the_responsible_and_back(portal, made, send):
    shown = send("lea", made, "fehler-melden", **SAID)
    assert "Vielen Dank" in shown.text_content()
    send("lea", made, "fehler-melden", **SAID)  # twice is once
    [one] = storage.reports_of(made)
    assert one.place == ("text-gebuehren", "Gebühren")
    [row] = inbox("rolf")
    assert row["upkeep"]["reports"]
    assert not row["upkeep"]["review"]
    assert row["due"]
    assert inbox("petra") == inbox("lea") == []
    shown = send("rolf", made, "meldungen", report=one.id, word="Jetzt steht 10 Euro da.")
    [letter] = letters(portal)
    assert letter.recipient == "bea@example.org"
    assert "Jetzt steht 10 Euro da." in letter.text
    assert "Guten Tag,\n" in letter.text
    assert (one.state, one.email, one.done_by) == ("done", "", "rolf")
    assert inbox("rolf") == []
    assert made.due is None
    assert IJournal(made).last("review")["action"] == "report_done"


def test_the_form_shows_the_headings_and_says_what_is_wrong_at_the_field(portal, made, send):
    shown = send("lea", made, "fehler-melden", text=" ", email="keine")
    assert portal.REQUEST.response.getStatus() == 400
    options = [option.get("value") for option in shown.cssselect("select[name=place] option")]
    assert options == ["", "text-gebuehren"]
    assert shown.get_element_by_id("text-wrong") is not None
    assert shown.get_element_by_id("email-wrong") is not None
    assert storage.reports_of(made) == []


@pytest.mark.parametrize("trap", [{"website": "x"}, {strangers.STAMP: "forged"}])
def test_programs_are_thanked_and_forgotten(made, send, trap):
    assert "Vielen Dank" in send("lea", made, "fehler-melden", **SAID, **trap).text_content()
    assert storage.reports_of(made) == []


def test_who_sends_a_lot_waits(made, send, monkeypatch):
    monkeypatch.setattr(throttle, "write_aside", lambda ledger, change: change(ledger))
    with pytest.raises(TooManyRequests):
        for number in range(10):
            send("mia", made, "fehler-melden", text=f"Fehler {number}")
    assert 0 < len(storage.reports_of(made)) <= 5


def test_only_who_is_responsible_reads_and_finishes(portal, made, page):
    one = report(made)
    with pytest.raises(Forbidden):
        page("petra", made, "meldungen")
    with api.env.adopt_user(username="petra"), pytest.raises(NotAllowed):
        operations.finish(made, one.id, "")
    with api.env.adopt_user(username="rolf"):
        operations.finish(made, one.id, "")
        with pytest.raises(NotPossible):
            operations.finish(made, one.id, "")
    assert len(letters(portal)) == 1


def test_a_place_that_is_gone_is_the_whole_page_and_too_many_are_refused(made):
    assert report(made, place="text-weg").place is None
    for number in range(rules.MOST_OPEN - 1):
        report(made, text=str(number))
    with pytest.raises(operations.Full):
        report(made, text="zu viel")


@pytest.mark.parametrize(("finished", "days"), [(True, 30), (False, 365)])
def test_nothing_is_kept_longer_than_promised(portal, made, finished, days):
    one = report(made)
    if finished:
        with api.env.adopt_user(username="rolf"):
            operations.finish(made, one.id, "Danke")
    job, now = getUtility(IJob, "reports_forgotten"), formatting.now()
    assert job.due(now + timedelta(days=days - 1)) == []
    later = now + timedelta(days=days)
    with as_system(portal):
        for key in job.due(later) * 2:
            job.do(key, later)
    assert storage.reports_of(made) == []
    assert job.due(later) == []
    assert inbox("rolf") == []
