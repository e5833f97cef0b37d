"""Work for the process that has the database: commands hand theirs over while the site runs.

A FileStorage is held by one process. A serving process listens on a UNIX socket in a folder that
only its own account can enter; a command of the same account (or of root) asks it to do the work
and prints what comes back. Nothing of it can be reached over the network or through a browser.

A command that can be handed over is a module in site/commands with HANDED_OVER, the names of its
options that count, and `work(options, tell)`, which returns the exit code or raises Refused. Little
is imported here, so that asking takes no time.
"""

from contextlib import contextmanager
from contextlib import suppress
from importlib import import_module
from kommunalhub.site.server.configuration import Refused
from pathlib import Path
from threading import Thread

import configparser
import json
import logging
import os
import re
import socket
import socketserver
import struct


logger = logging.getLogger(__name__)

FOLDER, SOCKET = "handover", "hub.sock"
#: A name of a command as it may come over the socket.
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
#: Commands whose name no module can have.
MODULES = {"import": "importing", "export": "exporting"}
LONGEST_REQUEST = 65536
#: More than this does not fit into the address of a UNIX socket.
LONGEST_ADDRESS = 100


def module_of(command):
    """Return the name of the module of a command.

    >>> module_of("create-site"), module_of("import")
    ('create_site', 'importing')
    """
    return MODULES.get(command, command.replace("-", "_"))


def command_module(name):
    """Return the module of a command that may be handed over, or None."""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return None
    try:
        module = import_module(f"kommunalhub.site.commands.{module_of(name)}")
    except ModuleNotFoundError:
        return None
    return module if hasattr(module, "HANDED_OVER") else None


def clienthome(ini):
    """Return the folder of the process that an .ini file configures, read without loading Zope."""
    parser = configparser.RawConfigParser()
    parser.read(ini)
    conf = parser.get("app:zope", "zope_conf", fallback="zope.conf")
    path = Path(ini).parent / conf.replace("%(here)s", str(Path(ini).parent))
    defined = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) == 3 and words[0] == "%define":
            defined[words[1].lower()] = words[2]
        elif len(words) == 2 and words[0] == "clienthome":
            return Path(
                re.sub(r"\$\{?(\w+)\}?", lambda m: defined.get(m[1].lower(), m[0]), words[1])
            )
    return path.parent


def address_of(folder, name=SOCKET):
    """Return the address of a socket in a folder, however long its path, and what to close."""
    path = str(folder / name)
    if len(os.fsencode(path)) <= LONGEST_ADDRESS or not os.path.isdir("/proc/self/fd"):
        return path, None
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    return f"/proc/self/fd/{opened}/{name}", opened


# The side of the command.


def ask(home, command, options, tell):
    """Let the process with this clienthome do the work; return its exit code, None without one.

    options: whatever the command line says; what is not plain stays here.
    """
    options = {name: v for name, v in options.items() if isinstance(v, str | int | None)}
    folder = Path(home) / FOLDER
    if not (folder / SOCKET).exists():
        return None
    address, opened = address_of(folder)
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(address)
        except (ConnectionRefusedError, FileNotFoundError):
            return None  # left behind by a process that was killed
        finally:
            if opened is not None:
                os.close(opened)
        line.sendall(json.dumps({"command": command, "options": options}).encode() + b"\n")
        for text in line.makefile("r", encoding="utf-8"):
            answer = json.loads(text)
            if "code" in answer:
                return answer["code"]
            tell(answer.get("say", ""))
    tell("The serving process ended in the middle of the work.")
    return 1


# The side of the serving process.


class Handler(socketserver.StreamRequestHandler):
    """One command of one process of our own account."""

    def handle(self):
        try:
            if not self.is_ours():
                return
            request = json.loads(self.rfile.readline(LONGEST_REQUEST))
            module = command_module(request["command"])
            if module is None:
                self.answer(say=f"{request['command']} cannot be handed over.")
                self.answer(code=1)
                return
            options = {name: request["options"].get(name) for name in module.HANDED_OVER}
            self.answer(code=module.work(options, self.tell) or 0)
        except Refused as error:
            self.answer(say=str(error))
            self.answer(code=1)
        except (BrokenPipeError, ConnectionResetError):
            logger.info("whoever asked did not wait for the answer")
        except Exception:
            logger.exception("work that was handed over failed")
            self.answer(say="It failed; the log of the serving process says why.")
            self.answer(code=1)

    def is_ours(self):
        """Ask the kernel who is there, in addition to the folder that keeps others out."""
        if not hasattr(socket, "SO_PEERCRED"):
            return True
        size = struct.calcsize("3i")
        peer = self.request.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
        return struct.unpack("3i", peer)[1] in (0, os.getuid())

    def tell(self, text):
        try:
            self.answer(say=text)
        except OSError:  # nobody listens any more, the work goes on
            logger.info("%s", text)

    def answer(self, **values):
        self.wfile.write(json.dumps(values).encode() + b"\n")
        self.wfile.flush()


class Listener(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """Takes commands on the socket, each in a thread of its own."""

    daemon_threads = True


def listen(home):
    """Return a Listener that takes commands for the process with this clienthome, at work.

    Of several processes with one clienthome the last to start is asked. Each makes its socket
    under a name of its own and puts it in place in one step, so that none trips over another.
    """
    folder = Path(home) / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    own = f"{SOCKET}.{os.getpid()}"
    (folder / own).unlink(missing_ok=True)  # of a process long gone that had our number
    address, opened = address_of(folder, own)
    listener = Listener(address, Handler)
    if opened is not None:
        os.close(opened)
    (folder / own).chmod(0o600)
    (folder / own).replace(folder / SOCKET)
    Thread(target=listener.serve_forever, name="kommunalhub-handover", daemon=True).start()
    return listener


@contextmanager
def listening(home):
    """Take commands while the block runs."""
    listener = listen(home)
    place = Path(home) / FOLDER / SOCKET
    ours = place.stat().st_ino
    try:
        yield
    finally:
        listener.shutdown()
        listener.server_close()
        with suppress(FileNotFoundError):  # who started after us may have ended before us
            if place.stat().st_ino == ours:
                place.unlink()
