"""A file that comes to the site: waiting, read after the commit, found; nothing is lost."""

from Acquisition import aq_base
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs import runner
from kommunalhub.core.jobs.worker import VARIABLE
from kommunalhub.core.jobs.worker import Worker
from kommunalhub.lib.filetext import limits
from kommunalhub.search.interfaces import IFileText
from kommunalhub.search.interfaces import ISearchText
from kommunalhub.search.reading import operations
from kommunalhub.search.reading import process
from kommunalhub.search.reading import queue
from kommunalhub.search.reading import state
from kommunalhub.search.reading.queue import queue_of
from kommunalhub.search.reading.queue import waiting
from kommunalhub.search.reading.result import Reading
from kommunalhub.site.commands import rereading
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.indexer.interfaces import IIndexableObject
from plone.namedfile.file import NamedBlobFile
from search.reading import files
from ZODB.POSException import ConflictError
from zope.component import getMultiAdapter
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import requests
import threading
import transaction


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        yield portal
    transaction.abort()


def blob(data, name="notiz.pdf"):
    return NamedBlobFile(data=data, filename=name, contentType="application/octet-stream")


def add(portal, data, id="notiz"):
    """Return the File that somebody has just added."""
    made = api.content.create(portal, "File", id, title="Notiz", file=blob(data))
    transaction.commit()
    return made


def run(portal):
    """Read what waits, as the job does."""
    with as_system(portal):
        operations.read_waiting(portal)


def found(text):
    return [brain.getId for brain in api.content.find(SearchableText=text)]


def brain_of(obj):
    (brain,) = api.content.find(UID=obj.UID())
    return brain


def test_nothing_is_read_in_the_request(portal, monkeypatch):
    def never(*args, **kwargs):
        raise AssertionError("read in the request")

    monkeypatch.setattr(process, "read_on", never)
    tool = api.portal.get_tool("portal_transforms")
    monkeypatch.setattr(type(aq_base(tool)), "convertTo", never)
    notiz = add(portal, files.pdf("Sondernutzung"))
    assert state.outcome_of(notiz) == state.WAITING
    assert brain_of(notiz).file_reading == "waiting"
    assert waiting(portal, formatting.now()) == [notiz.UID()]
    assert found("Notiz") == ["notiz"]


def test_read_and_found(portal):
    notiz = add(portal, files.pdf("Sondernutzung", "Gehweg"))
    assert found("Gehweg") == []
    run(portal)
    assert found("Gehweg") == ["notiz"]
    assert brain_of(notiz).file_reading == "ok"
    text = IFileText(notiz)
    assert (text.unit, text.pages) == ("page", ((1, "Sondernutzung"), (2, "Gehweg")))
    assert waiting(portal, formatting.now()) == []


def test_the_full_text_index_gets_pages_and_no_text_twice(portal):
    notiz = add(portal, files.pdf("Sondernutzung", "Gehweg"))
    run(portal)
    catalog = api.portal.get_tool("portal_catalog")
    texts = ISearchText(getMultiAdapter((notiz, catalog), IIndexableObject))
    assert [(page.number, page.text) for page in texts.pages] == [
        (1, "Sondernutzung"),
        (2, "Gehweg"),
    ]
    assert "Gehweg" not in texts.body


def test_the_job_reads_too(portal):
    add(portal, files.docx())
    report = runner.run(portal)
    (result,) = [result for result in report.results if result.name == "reading"]
    assert (result.due, result.done) == (1, 1)
    assert found("Guten") == ["notiz"]


def test_changing_a_title_reads_nothing_again(portal):
    notiz = add(portal, files.pdf("Sondernutzung"))
    run(portal)
    notiz.title = "Anders"
    notify(ObjectModifiedEvent(notiz))
    transaction.commit()
    assert waiting(portal, formatting.now()) == []
    assert found("Sondernutzung Anders") == ["notiz"]


def test_another_file_and_no_file(portal):
    notiz = add(portal, files.pdf("Sondernutzung"))
    run(portal)
    notiz.file = blob(files.pdf("Gewerbesteuer"))
    notify(ObjectModifiedEvent(notiz))
    transaction.commit()
    assert found("Sondernutzung") == []
    run(portal)
    assert found("Gewerbesteuer") == ["notiz"]
    notiz.file = None
    notify(ObjectModifiedEvent(notiz))
    transaction.commit()
    run(portal)
    assert found("Gewerbesteuer") == []
    assert state.outcome_of(notiz) is None
    assert brain_of(notiz).file_reading == ""


def test_file_that_is_exchanged_while_the_first_is_read(portal, monkeypatch):
    notiz = add(portal, files.pdf("Sondernutzung"))
    plain = process.read_on

    def slow(stream, name, begin):
        notiz.file = blob(files.pdf("Gewerbesteuer"))
        notify(ObjectModifiedEvent(notiz))
        transaction.commit()
        return plain(stream, name, begin)

    monkeypatch.setattr(process, "read_on", slow)
    run(portal)
    assert state.outcome_of(notiz) == state.WAITING
    monkeypatch.setattr(process, "read_on", plain)
    run(portal)
    assert (found("Sondernutzung"), found("Gewerbesteuer")) == ([], ["notiz"])


def test_deleted_while_it_is_read(portal, monkeypatch):
    add(portal, files.pdf("Sondernutzung"))

    def slow(stream, name, begin):
        portal.manage_delObjects(["notiz"])
        transaction.commit()
        return Reading(limits.OK)

    monkeypatch.setattr(process, "read_on", slow)
    run(portal)
    assert list(queue_of(portal).entries) == []


def test_copy_is_read_by_itself(portal):
    notiz = add(portal, files.pdf("Sondernutzung"))
    run(portal)
    copy = api.content.copy(notiz, portal, "kopie")
    transaction.commit()
    assert waiting(portal, formatting.now()) == [copy.UID()]
    run(portal)
    assert sorted(found("Sondernutzung")) == ["kopie", "notiz"]


def test_aborted_upload_leaves_nothing(portal):
    queue_of(portal)
    transaction.commit()
    api.content.create(portal, "File", "notiz", file=blob(files.pdf("x")))
    transaction.abort()
    assert waiting(portal, formatting.now()) == []


def test_process_that_dies_in_the_middle(portal, monkeypatch):
    """Its claim runs out, and after three times the file is left alone and said to be damaged."""
    notiz = add(portal, files.pdf("Sondernutzung"))
    now = formatting.now()

    def die(stream, name, begin):
        raise KeyboardInterrupt

    monkeypatch.setattr(process, "read_on", die)
    for time in range(3):
        later = now + timedelta(minutes=20 * time)
        monkeypatch.setattr(formatting, "now", lambda later=later: later)
        assert waiting(portal, later) == [notiz.UID()]
        with pytest.raises(KeyboardInterrupt):
            run(portal)
        transaction.abort()
        assert operations.is_being_read(notiz)
        assert waiting(portal, later) == []
    monkeypatch.setattr(formatting, "now", lambda: now + timedelta(hours=2))
    run(portal)
    kept = state.kept_of(notiz)
    assert (kept.outcome, kept.reason) == (limits.UNSUPPORTED, "crash")
    assert waiting(portal, formatting.now()) == []


def test_a_long_file_goes_on_where_a_killed_process_ended(portal, monkeypatch):
    notiz = add(portal, files.pdf(*(f"Seite {number} von vielen" for number in range(1, 251))))
    now, plain, began = formatting.now(), process.read_on, []

    def die_later(stream, name, begin):
        began.append(begin.first)
        if len(began) == 2:
            raise KeyboardInterrupt
        return plain(stream, name, begin)

    monkeypatch.setattr(process, "read_on", die_later)
    with pytest.raises(KeyboardInterrupt):
        run(portal)
    transaction.abort()
    assert state.outcome_of(notiz) == state.WAITING
    assert IFileText(notiz).parts == ()
    status = getMultiAdapter((notiz, portal.REQUEST), name="file-reading").status()
    assert (status["text"].mapping["number"], status["text"].mapping["pages"]) == (100, 250)
    assert operations.is_being_read(notiz)
    monkeypatch.setattr(formatting, "now", lambda: now + timedelta(minutes=20))
    run(portal)
    assert began == [1, 101, 101, 201]
    kept = state.kept_of(notiz)
    assert (kept.outcome, kept.pages, kept.begin) == (limits.OK, 250, None)
    assert [part.number for part in IFileText(notiz).parts] == list(range(1, 251))
    assert state.begun_of(notiz, notiz.file) is None
    assert state.picture_of(notiz) is not None


def test_a_file_that_is_too_long_says_how_much_of_it_is_found(portal, monkeypatch):
    notiz = add(portal, files.pdf(*(f"Seite {number} von vielen" for number in range(1, 31))))
    plain, short = process.read_on, limits.ReadingLimits(text=200, stretch=5)
    monkeypatch.setattr(
        process, "read_on", lambda stream, name, begin: plain(stream, name, begin, short)
    )
    run(portal)
    status = getMultiAdapter((notiz, portal.REQUEST), name="file-reading").status()
    assert status["is_cut"]
    assert 5 < status["text"].mapping["number"] < 20
    assert status["text"].mapping["pages"] == 30


def test_what_was_begun_of_another_file_is_not_gone_on_with(portal, monkeypatch):
    notiz = add(portal, files.pdf(*(f"Seite {number} von vielen" for number in range(1, 151))))
    plain = process.read_on

    def exchange(stream, name, begin):
        if begin.first == 1 and notiz.file.getSize() > 10_000:
            reading = plain(stream, name, begin)
            return reading
        notiz.file = blob(files.pdf("Gewerbesteuer"))
        notify(ObjectModifiedEvent(notiz))
        transaction.commit()
        monkeypatch.setattr(process, "read_on", plain)
        return plain(stream, name, begin)

    monkeypatch.setattr(process, "read_on", exchange)
    run(portal)
    run(portal)
    assert [part.text for part in IFileText(notiz).parts] == ["Gewerbesteuer"]


def test_reading_anew_counts_only_when_it_is_done(portal, monkeypatch):
    notiz = add(portal, files.pdf(*(f"Seite {number} von vielen" for number in range(1, 151))))
    run(portal)
    operations.reread(notiz.UID())
    transaction.commit()
    plain = process.read_on

    def die_later(stream, name, begin):
        if begin.first > 1:
            raise KeyboardInterrupt
        return plain(stream, name, begin)

    monkeypatch.setattr(process, "read_on", die_later)
    with pytest.raises(KeyboardInterrupt):
        run(portal)
    transaction.abort()
    assert (state.outcome_of(notiz), len(IFileText(notiz).parts)) == (limits.OK, 150)


def test_conflict_with_a_person_who_saves(portal, monkeypatch):
    """Keeping the result is tried again; the file is not read a second time."""
    notiz = add(portal, files.pdf("Sondernutzung"))
    plain, times = state.keep, []

    def conflicting(*args):
        times.append(args)
        if len(times) == 1:
            raise ConflictError
        plain(*args)

    monkeypatch.setattr(state, "keep", conflicting)
    run(portal)
    assert len(times) == 2
    assert state.outcome_of(notiz) == limits.OK


def test_lost_blob(portal, monkeypatch):
    notiz = add(portal, files.pdf("Sondernutzung"))
    monkeypatch.setattr(type(notiz.file._blob), "committed", lambda self: "/nowhere/lost")
    run(portal)
    assert (state.kept_of(notiz).outcome, state.kept_of(notiz).reason) == ("empty", "missing")


def test_outcome_with_its_reason(portal):
    add(portal, files.encrypted_pdf(), "geheim")
    add(portal, files.scanned_pdf(), "scan")
    run(portal)
    kept = {name: state.kept_of(portal[name]) for name in ("geheim", "scan")}
    assert kept["geheim"].outcome == limits.ENCRYPTED
    assert (kept["scan"].outcome, kept["scan"].reason) == (limits.EMPTY, "scanned")


def test_reread(portal):
    add(portal, files.encrypted_pdf(), "geheim")
    good = add(portal, files.pdf("Sondernutzung"), "gut")
    run(portal)
    assert list(operations.things_to_reread(only_failed=True)) == [portal["geheim"].UID()]
    everything = list(operations.things_to_reread())
    assert sorted(everything) == sorted([portal["geheim"].UID(), good.UID()])
    for uid in everything:
        operations.reread(uid)
    transaction.commit()
    assert found("Sondernutzung") == ["gut"]  # not forgotten meanwhile
    assert len(waiting(portal, formatting.now())) == 2


def test_what_is_new_is_read_before_what_is_read_again(portal, monkeypatch):
    monkeypatch.setattr(queue, "AGAIN_AT_ONCE", 2)
    old = [add(portal, files.pdf("Sondernutzung"), f"alt-{number}") for number in range(4)]
    run(portal)
    for thing in old:
        state.kept_of(thing).reader = state.READER - 1
    assert operations.reread_old() == 4
    assert operations.reread_old() == 0
    new = add(portal, files.pdf("Gewerbesteuer"), "neu")
    first, *again = waiting(portal, formatting.now())
    assert first == new.UID()
    assert len(again) == 2
    assert len(found("Sondernutzung")) == 4
    for _tick in range(2):
        run(portal)
    assert waiting(portal, formatting.now()) == []
    assert {state.kept_of(thing).reader for thing in old} == {state.READER}
    assert operations.reread_old() == 0


def test_a_queue_of_before_is_read(portal):
    now = formatting.now()
    queue_of(portal).entries["alt"] = (now, 1, None)
    assert queue_of(portal).get("alt") == queue.Entry(now, 1)
    assert waiting(portal, now) == ["alt"]


def test_thread_is_woken_after_the_commit(portal, monkeypatch):
    """In a serving process; it works with a connection of its own."""
    done = threading.Event()
    read_now = operations.read_now

    def work(site, uid):
        read_now(site, uid)
        done.set()

    monkeypatch.setattr(operations, "read_now", work)
    monkeypatch.setattr(Worker, "is_serving", True)
    monkeypatch.delenv(VARIABLE)
    notiz = api.content.create(portal, "File", "notiz", file=blob(files.pdf("Sondernutzung")))
    assert not done.is_set()
    transaction.commit()
    assert done.wait(60)
    transaction.begin()
    assert state.outcome_of(notiz) == limits.OK
    assert found("Sondernutzung") == ["notiz"]


def test_no_thread_after_a_failure(portal, monkeypatch):
    woken = []
    monkeypatch.setattr(Worker, "is_serving", True)
    monkeypatch.setattr(Worker, "_begin", lambda self, place: woken.append(place))
    monkeypatch.delenv(VARIABLE)
    api.content.create(portal, "File", "notiz", file=blob(files.pdf("x")))
    transaction.abort()
    assert woken == []


def test_rest_tells_what_came_of_it(portal):
    add(portal, files.pptx("Erste", "Zweite"), "folien")
    url = f"{portal['folien'].absolute_url()}"
    headers = {"Accept": "application/json", "Accept-Language": "de"}
    auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    before = requests.get(url, headers=headers, auth=auth).json()["file_reading"]
    assert (before["status"], before["outcome"]) == ("waiting", None)
    run(portal)
    after = requests.get(url, headers=headers, auth=auth).json()["file_reading"]
    assert (after["status"], after["outcome"], after["reason"]) == ("done", "ok", "")
    assert (after["unit"], after["parts"]) == ("slide", 2)


def test_command_rereads_and_tells_what_came_of_it(portal):
    add(portal, files.encrypted_pdf(), "geheim")
    add(portal, files.pdf("Sondernutzung"), "gut")
    run(portal)
    said = []
    assert rereading.reread(portal, True, said.append) == {"encrypted": 1}
    assert rereading.reread(portal, False, said.append) == {"encrypted": 1, "ok": 1}
    assert said[-1] == "2 files read again: 1 encrypted, 1 ok"
