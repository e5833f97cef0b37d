"""All journals of the site: found whoever looks, compared with anchors, named when broken."""

from contextlib import nullcontext
from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import anchors
from kommunalhub.approvals.journal import audit
from kommunalhub.approvals.journal import chain
from kommunalhub.approvals.journal import storage as journal
from kommunalhub.approvals.journal.redaction import redact
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.site import commandline
from kommunalhub.site.commands import journal as command
from Products.CMFCore.indexing import processQueue
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility

import json
import pytest
import transaction


@pytest.fixture
def cases(portal, travel):
    """Three cases: a draft, a submitted and a returned one."""
    return [travel(portal, state=state) for state in ("draft", "submitted", "returned")]


@pytest.fixture
def tick(portal):
    """Return a function that does what the job of the anchors has to do now."""
    job = getUtility(IJob, name="anchors")

    def tick():
        now = formatting.now()
        keys = job.due(now)
        for key in keys:
            job.do(key, now)
        return keys

    return tick


def cut(case, keep):
    """Cut the end off a journal as somebody would who knows how it is stored."""
    entries = journal.entries_of(case)
    for seq in range(keep + 1, entries.length + 1):
        del entries.rows[seq]
    entries.length, entries.head = keep, entries.rows[keep][2]


def test_every_case_is_found_whoever_looks(portal, cases):
    from AccessControl.SecurityManagement import noSecurityManager

    noSecurityManager()
    told = []
    found = {f.number: f.report for f in audit.walk(progress=lambda *at: told.append(at))}
    assert {case.case_number for case in cases} <= set(found)
    assert all(report.sound for report in found.values())
    assert told[-1][0] == told[-1][1] == len(found)


def test_the_memory_does_not_grow(portal, cases, monkeypatch):
    emptied = []
    monkeypatch.setattr(audit, "BATCH", 1)
    monkeypatch.setattr(type(portal._p_jar), "cacheMinimize", lambda self: emptied.append(1))
    count = len(list(audit.walk()))
    assert len(emptied) == count >= 3


def test_a_broken_case_is_named_and_the_others_are_looked_at(portal, cases):
    draft, submitted, returned = cases
    processQueue()
    rows = journal.entries_of(submitted).rows
    rows[2] = (rows[2][0], "{}", rows[2][2])
    journal.entries_of(draft).rows[1] = None
    result = command.verify()
    assert result["sound"] is False
    broken = {row["number"]: row for row in result["broken"]}
    assert set(broken) == {draft.case_number, submitted.case_number}
    assert (broken[submitted.case_number]["seq"], broken[submitted.case_number]["wrong"]) == (
        2,
        chain.TEXT,
    )
    lines = "\n".join(command.sentences(result))
    assert f"{submitted.case_number}: entry 2: its text" in lines
    assert "2 broken" in lines
    assert json.loads(json.dumps(result)) == result


def test_an_unreadable_journal_does_not_stop_the_walk(portal, cases):
    draft, submitted, _ = cases
    processQueue()
    journal.entries_of(draft).rows[1] = (1, 2)
    rows = {row["number"]: row["wrong"] for row in command.verify()["broken"]}
    assert rows == {draft.case_number: chain.UNREADABLE}


def test_redacted_entries_are_counted_and_sound(portal, cases):
    redact(cases[2], 3, "hubleitung", "Art. 17")
    result = command.verify()
    assert (result["sound"], result["redacted"]) == (True, 1)
    assert "1 redacted: sound" in list(command.sentences(result))[-1]


def test_anchors_are_made_once_a_day(portal, cases, tick, monkeypatch):
    assert anchors.anchored_on() is None
    assert "No anchors yet" in "\n".join(command.sentences(command.verify()))
    today = formatting.to_local(formatting.now()).date().isoformat()
    assert tick()[-1] == today
    assert tick() == []
    assert anchors.anchored_on() == today
    later = formatting.now() + timedelta(days=30)
    monkeypatch.setattr(formatting, "now", lambda: later)
    assert tick()[-1] == formatting.to_local(later).date().isoformat() > today


def test_anchoring_that_was_stopped_goes_on_where_it_was(portal, cases):
    transaction.savepoint(optimistic=True)  # journals are found again by where they are stored
    job, now = getUtility(IJob, name="anchors"), formatting.now()
    *paths, day = job.due(now)
    assert len(paths) >= 2
    job.do(paths[0], now)
    assert job.due(now) == [*paths[1:], day]
    assert anchors.anchored_on() is None


def test_a_cut_with_care_shows_against_the_anchor(portal, cases, tick):
    returned = cases[2]
    tick()
    cut(returned, keep=2)
    assert IJournal(returned).verify() is None
    (broken,) = command.verify()["broken"]
    assert (broken["number"], broken["seq"], broken["wrong"]) == (
        returned.case_number,
        3,
        chain.CUT,
    )


def test_a_cut_is_not_forgotten_overnight(portal, cases, tick, monkeypatch):
    tick()
    cut(cases[2], keep=2)
    later = formatting.now() + timedelta(days=1)
    monkeypatch.setattr(formatting, "now", lambda: later)
    tick()
    assert command.verify()["sound"] is False


def test_anchors_move_on_with_the_chain_and_write_only_what_changed(portal, cases, tick):
    tick()
    assert anchors.anchor_all("2031-01-01") == 0
    IJournal(cases[1]).append("note", "hubleitung", comment="Neu")
    assert anchors.anchor_all("2031-01-02") == 1
    assert command.verify()["sound"] is True


def test_a_run_wakes_only_cases_whose_journal_has_moved(portal, cases, tick, monkeypatch):
    transaction.savepoint(optimistic=True)
    tick()
    IJournal(cases[2]).append("note", "hubleitung", comment="Neu")
    woken, look = [], audit.look

    def note_look(case, path, note=None):
        woken.append(case.case_number)
        return look(case, path, note)

    monkeypatch.setattr(audit, "look", note_look)
    assert anchors.anchor_all("2031-01-01") == 1
    assert woken == [cases[2].case_number]


def test_drafts_may_go_without_a_word_and_decided_cases_may_not(portal, cases, tick):
    tick()
    draft, submitted, _ = cases
    gone = submitted.case_number
    for case in (draft, submitted):
        portal.malente._delObject(case.getId())
    result = command.verify()
    assert result["gone"] == [gone]
    assert f"{gone}: the whole case is gone" in "\n".join(command.sentences(result))


def test_what_an_earlier_run_told_is_an_anchor_outside_the_database(portal, cases, tmp_path):
    kept = tmp_path / "heads.json"
    kept.write_text(json.dumps(command.verify()))
    cut(cases[2], keep=2)
    assert command.verify()["sound"] is True
    (broken,) = command.verify(command.heads_of(kept))["broken"]
    assert broken["number"] == cases[2].case_number
    kept.write_text('{"heads": {"uid": 5}}')
    with pytest.raises(command.configuration.Refused, match="no output"):
        command.heads_of(kept)


def test_leaving_takes_the_ledger_along(portal, tick):
    tick()
    assert anchors.KEY in IAnnotations(portal)
    assert anchors.KEY.startswith("kommunalhub.")


@pytest.fixture
def run(portal, monkeypatch, capsys):
    """Return a function that runs the command on this site: (exit code, what it printed)."""
    monkeypatch.setattr(command.process, "zope", lambda ini, read_only: nullcontext())
    monkeypatch.setattr(command.sites, "root", lambda: nullcontext({"hub": portal}))
    monkeypatch.setattr(command.sites, "has_site", lambda app, name: name in app)

    def run(*options):
        args = commandline.parser().parse_args(["journal", "verify", *options])
        args.ini = None
        code = command.run(args) or commandline.DONE
        return code, capsys.readouterr()

    return run


def test_the_command_tells_and_its_exit_code_says_so(cases, run):
    code, told = run()
    assert code == commandline.DONE
    assert told.out.endswith("0 redacted: sound\n")
    assert "cases" in told.err
    rows = journal.entries_of(cases[2]).rows
    del rows[2]
    code, told = run()
    assert code == commandline.FAILED
    assert f"{cases[2].case_number}: entry 2: it is missing" in told.out


def test_with_json_nothing_else_is_on_stdout(cases, run, tmp_path):
    code, told = run("--json")
    data = json.loads(told.out)
    assert (code, data["sound"], data["cases"]) == (commandline.DONE, True, len(data["heads"]))
    kept = tmp_path / "heads.json"
    kept.write_text(told.out)
    cut(cases[2], keep=2)
    assert run("--against", str(kept))[0] == commandline.FAILED
    assert run()[0] == commandline.DONE


def test_a_site_that_is_none(run):
    with pytest.raises(command.configuration.Refused, match="elsewhere"):
        run("--site-id", "elsewhere")
