"""buildout builds bin/instance from the same pins, and it serves the hub."""

from kommunalhub.site.commandline import DONE
from pathlib import Path
from processes import free_port
from processes import run
from processes import Server

import pytest
import sys


TOP = Path(__file__).parents[2]
BUILDOUT = Path(sys.executable).parent / "buildout"


@pytest.fixture(scope="module")
def port():
    return free_port()


@pytest.fixture(scope="module")
def built(tmp_path_factory, port):
    """Return the folder with what buildout made of the checkout, and the site in its data."""
    made = tmp_path_factory.mktemp("built")
    code, output = run(
        BUILDOUT,
        *("-N", "-c", TOP / "servers" / "one-server.cfg"),
        f"buildout:directory={TOP}",
        *(f"buildout:{name}-directory={made / name}" for name in ("bin", "parts", "eggs")),
        f"buildout:develop-eggs-directory={made / 'develop-eggs'}",
        f"buildout:installed={made / 'installed.cfg'}",
        f"instance:var={made / 'var'}",
        f"instance:http-address=127.0.0.1:{port}",
    )
    assert code == 0, output
    assert "Getting distribution" not in output  # the environment has every pinned version
    ini = made / "parts" / "instance" / "etc" / "wsgi.ini"
    code, output = run(made / "bin" / "kommunalhub", "create-site", "--ini", ini)
    assert code == DONE, output
    return made


def test_the_instance_serves_the_hub(built, port):
    with Server((built / "bin" / "instance", "console"), port, built / "log") as server:
        status, home = server.get("")
        assert status == 200
        assert "Beratung anfragen" in home
        secret = (built / "var" / "secrets" / "hub-admin").read_text().strip()
        assert server.sign_in("hub-admin", secret)[0] == 200
        # the line that buildout writes for cron, while the instance has the database
        [line] = (built / "parts" / "server" / "hub.cron").read_text().splitlines()[1:]
        code, output = run("sh", "-c", line.split(None, 6)[6].partition(" >")[0])
        assert code == DONE, output
        assert "Remind of cases" in output
        assert "Starting Plone" not in output


def test_no_password_stands_in_what_was_built(built):
    assert not (built / "parts" / "instance" / "inituser").exists()
    assert (built / "var" / "secrets" / "admin").stat().st_mode & 0o077 == 0


def test_the_files_for_the_server_are_filled_in(built):
    server = built / "parts" / "server"
    assert {path.name for path in server.iterdir()} == {
        "hub-nightly.service",
        "hub-nightly.timer",
        "hub-tick.service",
        "hub-tick.timer",
        "hub.cron",
        "hub.service",
        "nginx.conf",
    }
    for path in (*server.iterdir(), built / "bin" / "nightly"):
        assert "${" not in path.read_text(), path
    assert run("sh", "-n", built / "bin" / "nightly") == (0, "")
