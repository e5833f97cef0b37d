"""Real processes for tests: the program `kommunalhub` and what it serves."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import Request
from urllib.request import urlopen

import json
import os
import signal
import socket
import subprocess
import sys
import time


PROGRAM = Path(sys.executable).parent / "kommunalhub"
#: Long enough for a slow machine; nobody waits that long on a good one.
PATIENCE = 240


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*command, cwd=None, timeout=PATIENCE):
    """Run a program to its end; return exit code and all it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
    )
    return done.returncode, done.stdout


class Server:
    """A process that serves a site, and requests to it."""

    def __init__(self, command, port, log, site_id="hub"):
        self.url = f"http://localhost:{port}/{site_id}"
        self.log = log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                self.get("")
                return self
            except (URLError, ConnectionError, TimeoutError):
                time.sleep(0.3)
        self.stop()
        raise AssertionError(f"no answer from {self.url}:\n{self.log.read_text()}")

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)

    def kill(self):
        """End the process and its children as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(60)

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def request(self, method, path, data=None, headers=(), timeout=60):
        """Return (status, text) of the answer; JSON data makes it a REST request."""
        headers = dict(headers)
        body = None
        if data is not None:
            body = json.dumps(data).encode()
            headers |= {"Content-Type": "application/json", "Accept": "application/json"}
        request = Request(self.url + path, data=body, headers=headers, method=method)
        try:
            with urlopen(request, timeout=timeout) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace")
        except URLError as error:
            if isinstance(error.reason, ConnectionError):  # hung up while it was told
                raise error.reason from error
            raise

    def sign_in(self, login, password):
        """Return (status, header with the token) of a log-in over REST."""
        status, text = self.request("POST", "/@login", {"login": login, "password": password})
        return status, {"Authorization": f"Bearer {json.loads(text).get('token')}"}
