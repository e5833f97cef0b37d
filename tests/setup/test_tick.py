"""`kommunalhub tick` by itself, and while a process serves the site."""

from kommunalhub.site import commandline
from kommunalhub.site.commandline import DONE
from kommunalhub.site.commandline import FAILED
from kommunalhub.site.server import handover
from pathlib import Path
from processes import free_port
from processes import PROGRAM
from processes import run
from processes import Server

import os
import pytest
import signal
import stat
import subprocess
import sys
import time


# The protocol alone.


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return a folder whose process takes the command `pretend`."""

    class Module:
        HANDED_OVER = ("name",)

        @staticmethod
        def work(options, tell):
            if options["name"] == "broken":
                raise ZeroDivisionError
            tell(f"one: {options}")
            tell("two: ä")
            return 7 if options["name"] == "seven" else None

    monkeypatch.setattr(
        handover, "command_module", lambda name: Module if name == "pretend" else None
    )
    home = tmp_path / ("long" * 40)
    with handover.listening(home):
        yield home


@pytest.mark.parametrize(("name", "code"), [("x", 0), ("seven", 7), (None, 0)])
def test_work_is_handed_over(home, name, code):
    told = []
    options = {"name": name, "secret": "not asked for", "path": Path("x")}
    assert handover.ask(home, "pretend", options, told.append) == code
    assert told == [f"one: {{'name': {name!r}}}", "two: ä"]


def test_failing_work_is_told(home, caplog):
    told = []
    assert handover.ask(home, "pretend", {"name": "broken"}, told.append) == 1
    assert "log" in told[0]


def test_only_the_account_itself_gets_in(home):
    folder = home / handover.FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / handover.SOCKET).stat().st_mode) == 0o600


def test_what_is_no_such_command_is_refused(home):
    told = []
    assert handover.ask(home, "pack", {}, told.append) == 1
    assert told == ["pack cannot be handed over."]


@pytest.mark.parametrize("name", ["pack", "serve", "create-site", "../x", "os", None, 3, ""])
def test_nothing_else_can_be_asked_for(name):
    assert handover.command_module(name) is None


def test_tick_can():
    module = handover.command_module("tick")
    options = vars(commandline.parser().parse_args(["tick"]))
    assert options["handed_over"] is True
    assert set(module.HANDED_OVER) <= set(options)


def test_without_a_process_nobody_answers(tmp_path):
    assert handover.ask(tmp_path, "tick", {}, print) is None
    with handover.listening(tmp_path):
        pass
    assert handover.ask(tmp_path, "tick", {}, print) is None


def test_what_a_killed_process_left_behind_is_no_answer(tmp_path):
    listener = handover.listen(tmp_path)
    listener.shutdown()
    listener.server_close()
    assert (tmp_path / handover.FOLDER / handover.SOCKET).exists()
    assert handover.ask(tmp_path, "tick", {}, print) is None
    with handover.listening(tmp_path):
        assert handover.ask(tmp_path, "nothing", {}, lambda text: None) == 1


def test_processes_with_one_folder_do_not_trip_over_each_other(tmp_path):
    start = (
        "import sys; from kommunalhub.site.server import handover\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "for _ in range(100): handover.listen(sys.argv[1])\n"
    )
    command = [sys.executable, "-c", start, str(tmp_path)]
    others = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for other in others:
        assert other.stdout.readline() == "ready\n"
    for other in others:
        other.stdin.write("go\n")
        other.stdin.flush()
    for other in others:
        other.communicate()
        assert other.returncode == 0
    assert [path.name for path in (tmp_path / handover.FOLDER).iterdir()] == [handover.SOCKET]


def test_the_last_to_start_is_asked_and_stays_when_the_first_ends(tmp_path):
    with handover.listening(tmp_path):
        later = handover.listen(tmp_path)
    assert handover.ask(tmp_path, "nothing", {}, lambda text: None) == 1
    later.shutdown()
    later.server_close()


def test_the_folder_of_a_process_is_read_from_its_configuration(tmp_path):
    (tmp_path / "zope.conf").write_text(
        "%define INSTANCE /srv/hub\n# clienthome /x\nclienthome $INSTANCE/var/instance\n"
    )
    (tmp_path / "zope.ini").write_text("[app:zope]\nzope_conf = %(here)s/zope.conf\n")
    assert handover.clienthome(tmp_path / "zope.ini") == Path("/srv/hub/var/instance")


# Real processes.

COUNT = """
import sys, Zope2
from kommunalhub.site.server import process, sites
with process.zope(sys.argv[1], read_only=True), sites.root() as app:
    print("objects:", len(app.hub.objectIds()), Zope2.DB.storage.isReadOnly())
"""


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    var = tmp_path_factory.mktemp("tick") / "var"
    code, output = run(PROGRAM, "create-site", "--no-demo", "--var", var)
    assert code == DONE, output
    return var


def test_it_runs_by_itself(var):
    for _ in range(2):
        code, output = run(PROGRAM, "tick", "--var", var)
        assert code == DONE, output
        assert "Starting Plone" in output
        assert "Remind of cases" in output


def test_a_site_that_is_not_there_is_told(var):
    code, output = run(PROGRAM, "tick", "--var", var, "--site-id", "other")
    assert code == FAILED
    assert "There is no site other." in output


def test_commands_work_while_the_site_runs(var):
    port = free_port()
    command = (PROGRAM, "serve", "--var", var, "--port", port)
    with Server(command, port, var.parent / "log"):
        code, output = run(PROGRAM, "tick", "--var", var)
        assert code == DONE, output
        assert "Starting Plone" not in output
        assert "Remind of cases" in output
        code, output = run(sys.executable, "-c", COUNT, var / "zope.ini")
        assert (code, "True" in output) == (0, True), output
    assert not (var / "instance" / handover.FOLDER / handover.SOCKET).exists()


def test_a_killed_tick_leaves_nothing_in_the_way(var):
    process = subprocess.Popen(
        [PROGRAM, "tick", "--var", var], stdout=subprocess.PIPE, start_new_session=True
    )
    process.stdout.readline()
    time.sleep(1)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(60)
    process.stdout.close()
    code, output = run(PROGRAM, "tick", "--var", var)
    assert code == DONE, output
