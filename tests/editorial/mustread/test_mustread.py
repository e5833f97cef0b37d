"""A page asks, people confirm, a change asks anew: by the doors that people use."""

from Acquisition import aq_base
from datetime import date
from datetime import timedelta
from io import BytesIO
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.editorial.mustread import operations
from kommunalhub.editorial.mustread import proof
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import storage
from kommunalhub.editorial.mustread.interfaces import IMustRead
from kommunalhub.editorial.mustread.interfaces import NotAsked
from kommunalhub.editorial.mustread.interfaces import TextChanged
from kommunalhub.notices.box import box_of
from kommunalhub.notices.box import store_of
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.listing import shown_of
from kommunalhub.notices.operations import TOLD
from kommunalhub.partners.substitution import operations as substitution
from kommunalhub.site.demo.clock import at
from people import As
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.protect.authenticator import createToken
from Products.CMFCore.indexing import processQueue
from types import SimpleNamespace
from zExceptions import Forbidden
from zExceptions import NotFound
from zipfile import ZipFile
from zope.component import getUtility
from zope.event import notify
from zope.interface import Invalid
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import re
import transaction


TEXT = "<h2>Wer</h2><p>Alle.</p><h2>Wie</h2><p>Mit einem Kennwort.</p>"
CHANGED = TEXT.replace("einem Kennwort", "einem Kennwort und einem Schlüssel")
DUE = date(2026, 12, 4)
#: Whom the page is for: staff of Malente, and who looks after it.
ASKED = {"mia", "rolf", "petra", "paul", "hanna"}


def rich(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


@pytest.fixture
def rule(portal, write):
    """A rule of Malente that has to be confirmed, released."""
    with as_builder(portal):
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    page = write(
        "Document",
        "Neue Regel für Fernzugriff",
        text=rich(TEXT),
        audience_partners=("malente",),
        must_read=True,
        must_read_due=DUE,
    )
    with As("petra"):
        decide(page, "approve")
    processQueue()
    return page


def change(page, html, is_essential=False, by="rolf"):
    with As(by):
        page.text, page.must_read_essential = rich(html), is_essential
        notify(ObjectModifiedEvent(page, Attributes(IMustRead, "text", "must_read_essential")))
    processQueue()


def mark(page):
    return reading.revision_of(page).mark


def confirm(page, *people):
    for person in people:
        with As(person):
            operations.confirm(page, mark(page))


def tick(now=None):
    """Do what the job finds due; return how many people were told."""
    job, now = getUtility(IJob, "must-read"), now or formatting.now()
    transaction.get().set_data(TOLD, {})  # as if each run had a transaction of its own
    with at(now):
        found = job.due(now)
        for key in found:
            job.do(key, now)
        assert job.due(now) == []
    return len(found)


def told(portal, person):
    with As(person):
        return rows_of(portal, list(shown_of(portal, person)))


def mails(portal, person):
    return [m.letter for m in store_of(portal).outbox.mails.values() if m.letter.userid == person]


def test_those_whom_it_is_for_are_asked_and_nobody_else(portal, rule):
    assert reading.missing_of(rule) & {*ASKED, "lea"} == ASKED
    for person in ASKED:
        with As(person):
            assert [brain.UID for brain in reading.open_brains(person)] == [rule.UID()]
    with As("lea"):
        assert reading.open_brains("lea") == []
        with pytest.raises(NotAsked):
            operations.confirm(rule, mark(rule))


def test_once_per_person_and_version(portal, rule):
    confirm(rule, "mia")
    entry = dict(reading.confirmed_of(rule)["mia"])
    assert entry["mark"] == mark(rule) and entry["number"] == 1
    with at(formatting.now() + timedelta(hours=1)):
        confirm(rule, "mia")
    assert reading.confirmed_of(rule)["mia"] == entry
    with As("mia"):
        assert reading.open_brains("mia") == []
    assert reading.count_of(rule).confirmed == 1


def test_a_small_change_keeps_confirmations_and_an_essential_one_shows_itself_alone(rule):
    confirm(rule, "mia")
    old = mark(rule)
    change(rule, TEXT.replace("Alle.", "Alle hier."))
    assert mark(rule) != old
    assert reading.mine(rule, "mia").confirmed and not reading.mine(rule, "mia").changes
    with As("rolf"), pytest.raises(TextChanged):
        operations.confirm(rule, old)
    change(rule, CHANGED.replace("Alle.", "Alle hier."), is_essential=True)
    assert rule.must_read_essential is False  # the next change is a small one again
    mine = reading.mine(rule, "mia")
    assert mine.is_open and {one.heading for one in mine.changes} == {"Wer", "Wie"}
    assert reading.mine(rule, "rolf").changes == []  # never confirmed: reads the whole
    with As("mia"):
        assert [brain.UID for brain in reading.open_brains("mia")] == [rule.UID()]
    confirm(rule, "mia")
    assert not reading.mine(rule, "mia").is_open
    assert reading.confirmed_of(rule)["mia"]["number"] == 3


def test_an_essential_change_of_a_draft_asks_when_it_is_released(rule):
    confirm(rule, "mia")
    with As("rolf"):
        decide(rule, "retract")
    assert reading.mine(rule, "mia") is None
    change(rule, CHANGED, is_essential=True)
    change(rule, CHANGED.replace("Alle.", "Alle hier."), is_essential=True)
    with As("rolf"):
        decide(rule, "submit")
    with As("paul"):
        decide(rule, "approve")
    assert reading.revision_of(rule).round == 2
    assert [one.heading for one in reading.mine(rule, "mia").changes] == ["Wer", "Wie"]


def test_who_comes_late_is_asked_and_who_leaves_drops_out(portal, rule):
    confirm(rule, "mia")
    assert tick() == len(reading.missing_of(rule))
    with as_builder(portal):
        api.group.add_user(groupname="malente-staff", username="lea")
    assert tick() == 1 and len(told(portal, "lea")) == 1
    confirm(rule, "lea")
    before = reading.count_of(rule)
    with as_builder(portal):
        for group in ("malente-staff", "malente-reviewers"):
            api.group.remove_user(groupname=group, username="paul")
        api.group.remove_user(groupname="malente-staff", username="lea")
    after = reading.count_of(rule)
    assert (after.asked, after.confirmed) == (before.asked - 2, before.confirmed - 1)
    with As("petra"):
        states = {row.name: row.is_asked for row in proof.rows(rule)}
    assert states["Lea Lensahn"] is False and "Paul Prüfung" not in states


def test_a_substitute_confirms_for_nobody_else(rule):
    now = formatting.now()
    with As("petra"):
        substitution.name("petra", "mia", now - timedelta(hours=1), now + timedelta(days=3))
    confirm(rule, "mia")
    assert "petra" in reading.missing_of(rule)
    assert reading.count_of(rule).away == 1


def test_everybody_is_told_once_and_reminded_once(portal, rule):
    confirm(rule, "rolf")
    missing = len(reading.missing_of(rule))
    assert tick() == missing and tick() == 0
    [row] = told(portal, "mia")
    assert row["url"] == rule.absolute_url()
    assert told(portal, "rolf") == [] or "bestätigen" not in str(told(portal, "rolf"))
    assert tick(formatting.now() + timedelta(days=1)) == 0
    # the night of the reminder was missed: it comes with the next run, once
    late = formatting.now().replace(month=12, day=3)
    assert tick(late) == missing and tick(late + timedelta(hours=6)) == 0
    assert len(mails(portal, "mia")) == 2
    confirm(rule, "mia")
    assert box_of(portal, "mia").unread() == 0


def test_one_without_an_address_keeps_nobody_from_being_told(portal, rule):
    with as_builder(portal):
        api.user.get(userid="mia").setMemberProperties({"email": ""})
    tick()
    assert mails(portal, "mia") == [] and len(told(portal, "mia")) == 1
    assert len(mails(portal, "hanna")) == 1


def test_names_are_for_the_office_alone(rule, page):
    confirm(rule, "mia")
    assert "Paul Prüfung" in page("rolf", rule, "kenntnisnahme")
    for other in ("mia", "hanna"):
        html = page(other, rule) + page(other, rule, "kenntnisnahme")
        assert "Paul Prüfung" not in html and "haben bestätigt" in html
        with As(other), pytest.raises(Forbidden):
            api.content.get_view("kenntnisnahme-xlsx", rule, rule.REQUEST)()
    with As("lea"), pytest.raises(NotFound):
        api.content.get_view("kenntnisnahme", rule, rule.REQUEST)()


def test_the_proof_names_text_time_and_checksum(rule):
    confirm(rule, "mia")
    with As("rolf"):
        data = api.content.get_view("kenntnisnahme-xlsx", rule, rule.REQUEST)()
    with ZipFile(BytesIO(data)) as book:
        texts = re.findall("<t>(.*?)</t>", book.read("xl/sharedStrings.xml").decode())
        people = book.read("xl/worksheets/sheet1.xml").decode()
    assert {"Mia Mitarbeit", "bestätigt", "Petra Prüfung", "offen", mark(rule)} < set(texts)
    assert people.count("<row ") == 1 + len(reading.asked_by(rule))


def test_by_the_button_on_the_page(portal, rule, page):
    html = page("mia", rule)
    assert "Sie sind dran" in html and f'value="{mark(rule)}"' in html
    assert "Bis Freitag, 4. Dezember 2026." in html
    request = portal.REQUEST
    with As("mia"):
        token = createToken()

    def post(version):
        request.method = request["REQUEST_METHOD"] = "POST"
        try:
            return page("mia", rule, "kenntnisnahme", mark=version, _authenticator=token)
        finally:
            request.method = request["REQUEST_METHOD"] = "GET"

    old = mark(rule)
    change(rule, CHANGED)
    answer = post(old)
    assert request.response.getStatus() == 409 and "noch einmal" in answer
    post(mark(rule))
    assert "mia" in reading.confirmed_of(rule)
    html = page("mia", rule)
    assert "Sie haben diese Seite am" in html and "@@kenntnisnahme" not in html
    change(rule, CHANGED.replace("<h2>Wer</h2>", "<h2>Wer?</h2>"), is_essential=True)
    html = page("mia", rule)
    assert "nur der Abschnitt" in html and 'name="mark"' in html
    html = page("mia", rule, "kenntnisnahme")
    assert "Wer?" in html and "Mit einem Kennwort" not in html  # only what changed
    assert "Kenntnisnahme" in page("mia", portal, "kenntnisnahmen")
    assert "Neue Regel" in page("mia", portal, "editorial-my-reads")
    assert page("lea", portal, "editorial-my-reads") == ""


def test_a_version_brought_back_and_a_copy_bring_no_confirmations(area, rule):
    confirm(rule, "mia")
    with api.env.adopt_roles(["Manager"]):
        tool = api.portal.get_tool("portal_repository")
        tool.save(rule)
        tool.revert(rule, rule.version_id)
        copy = api.content.copy(rule, area)
    assert "mia" in reading.confirmed_of(rule)
    assert storage.readings_of(copy) is None and not copy.must_read
    assert copy.audience_partners == ("malente",)


def test_when_it_is_over_it_is_forgotten_in_time(portal, rule):
    confirm(rule, "mia")
    with As("rolf"):
        rule.must_read = False
        notify(ObjectModifiedEvent(rule, Attributes(IMustRead, "must_read")))
    processQueue()
    assert reading.mine(rule, "mia") is None
    with As("mia"):
        assert [row[0] for row in reading.confirmed_by("mia")] == ["Neue Regel für Fernzugriff"]
    job, now = getUtility(IJob, "must-read-forget"), formatting.now()
    assert job.due(now + timedelta(days=700)) == []
    later = now + timedelta(days=740)
    assert job.due(later) == [rule.UID()]
    job.do(rule.UID(), later)
    assert job.due(later) == [] and storage.readings_of(rule) is None
    assert list(storage.own_of(portal, "mia")) == []


def test_nothing_stays_of_who_is_deleted(portal, rule):
    confirm(rule, "mia")
    tick()
    with as_builder(portal):
        api.user.delete(username="mia")
    readings = storage.readings_of(rule)
    assert "mia" not in readings.confirmed(1) and "mia" not in readings.noted("told", 1)
    assert list(storage.own_of(portal, "mia")) == []


def test_what_comes_out_of_the_trash_is_still_confirmed(portal, area, rule):
    confirm(rule, "mia", "rolf")
    with api.env.adopt_roles(["Manager"]):
        moved = area._getOb(rule.getId())
        area._delObject(rule.getId())
        assert list(storage.own_of(portal, "mia")) == []
        api.user.delete(username="rolf")
        area._setObject(rule.getId(), aq_base(moved))
    rule = area[rule.getId()]
    assert list(storage.own_of(portal, "mia")) == [storage.key_of(rule.UID(), 1)]
    assert set(storage.readings_of(rule).confirmed(1)) == {"mia"}


def test_a_page_that_asks_says_until_when():
    IMustRead.validateInvariants(SimpleNamespace(must_read=True, must_read_due=DUE))
    IMustRead.validateInvariants(SimpleNamespace(must_read=False, must_read_due=None))
    with pytest.raises(Invalid):
        IMustRead.validateInvariants(SimpleNamespace(must_read=True, must_read_due=None))
