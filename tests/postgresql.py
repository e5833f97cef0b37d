"""A PostgreSQL server of a test's own, thrown away afterwards."""

from contextlib import contextmanager
from pathlib import Path

import os
import pwd
import pytest
import shutil
import subprocess
import tempfile


def programs():
    """Return the folder of PostgreSQL's server programs, see scripts/postgresql."""
    named = os.environ.get("POSTGRESQL")
    found = [Path(named)] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = [folder for folder in found if (folder / "initdb").exists()]
    if not found:
        pytest.skip("no PostgreSQL here: scripts/postgresql installs it")
    return found[-1]


@contextmanager
def running():
    """Yield the folder of the socket of a server with the account "hub"; no port is open."""
    bin_folder = programs()
    folder = tempfile.mkdtemp(prefix="kommunalhub-pg-")
    # the server refuses to run as root
    user = "nobody" if os.getuid() == 0 else None
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

    def run(program, *args):
        command = [bin_folder / program, "-D", f"{folder}/data", *args]
        subprocess.run(
            command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=60
        )

    run("initdb", "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "start", "-w", "-l", f"{folder}/log", "-o", options)
    try:
        yield folder
    finally:
        run("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(folder, ignore_errors=True)
