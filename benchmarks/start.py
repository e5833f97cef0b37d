"""How long it takes from a clone to the first page of a hub with demo content.

    python benchmarks/start.py                       # what is committed here
    python benchmarks/start.py main HEAD --rounds 3  # two states side by side, by turns

Each round clones this repository into a new folder, calls `make start` there and asks for the home
page until it answers. Package caches are used as they are: the first round fills them and does not
count. Time on a busy machine says little; the load is printed beside it.
"""

from http.client import HTTPConnection
from http.client import HTTPException
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from time import sleep

import argparse
import os
import re
import signal
import socket
import subprocess


REPOSITORY = Path(__file__).parent.parent
STEP = re.compile(r"^(\S[^:]*): ([\d.]+) s$", re.M)
#: So many seconds are waited for the first page.
PATIENCE = 900


def free_port():
    with socket.socket() as claimed:
        claimed.bind(("localhost", 0))
        return claimed.getsockname()[1]


def answers(port):
    """Return whether the home page is there."""
    try:
        connection = HTTPConnection("localhost", port, timeout=60)
        connection.request("GET", "/hub")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False


def start(revision, folder):
    """Clone, make and start a revision; return {step: seconds}, "all" from the clone on."""
    clone, log, port = folder / "clone", folder / "log", free_port()
    began = monotonic()
    run = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run(["git", "clone", "--quiet", REPOSITORY, clone], **run)
    subprocess.run(["git", "-C", clone, "checkout", "--quiet", "--detach", revision], **run)
    with log.open("w") as output:
        making = subprocess.Popen(
            ["make", "start", f"PORT={port}"],
            cwd=clone,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        while not answers(port):
            if making.poll() is not None or monotonic() - began > PATIENCE:
                raise SystemExit(f"{revision}: no page\n{log.read_text()[-2000:]}")
            sleep(0.1)
        whole = monotonic() - began
    finally:
        if making.poll() is None:
            os.killpg(making.pid, signal.SIGTERM)
            making.wait()
    return {name: float(seconds) for name, seconds in STEP.findall(log.read_text())} | {
        "all": whole
    }


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("revisions", nargs="*", default=["HEAD"])
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    named = ["git", "-C", REPOSITORY, "rev-parse"]
    commits = {
        name: subprocess.run(
            [*named, name], check=True, capture_output=True, text=True
        ).stdout.strip()
        for name in args.revisions
    }
    found = {name: [] for name in commits}
    for count in range(args.rounds + 1):
        for name, commit in commits.items():
            with TemporaryDirectory(prefix="kommunalhub-start-") as folder:
                took = start(commit, Path(folder))
            if count:  # the first fills the caches
                found[name].append(took)
            told = ", ".join(f"{step} {seconds:.1f}" for step, seconds in took.items())
            print(f"{name}: {told} s; load {os.getloadavg()[0]:.1f}", flush=True)
    for name, rounds in found.items():
        if rounds:
            print(f"{name}: {median(one['all'] for one in rounds):.1f} s, {len(rounds)} rounds")


if __name__ == "__main__":
    main()
