"""The last line: what one request may take of time, and the process of memory.

A thread looks every second. A request that lasts too long is logged with where it is in the code.
When it goes on and on, or memory runs out, the process begins anew: in its place, with its own
command line, so that it needs nobody who starts it (no work is lost that was acknowledged; other
requests of that moment are). It never does so for people who manage the site: rebuilding a catalog
takes what it takes.

    budget.watch()      # in a process that serves, once

What is set in the environment, 0 for never:

    KOMMUNALHUB_SLOW_SECONDS     30    a request is logged
    KOMMUNALHUB_LONGEST_SECONDS  300   the process begins anew
    KOMMUNALHUB_MEMORY_MB        3072  likewise; who asks for as much at once is refused
"""

from AccessControl.SecurityManagement import getSecurityManager
from dataclasses import dataclass
from threading import get_ident
from threading import Thread
from time import monotonic
from zope.component import provideUtility
from zope.component import queryUtility
from zope.interface import implementer
from zope.interface import Interface

import logging
import os
import resource
import sys
import time
import traceback


logger = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
SETTINGS = {
    "KOMMUNALHUB_SLOW_SECONDS": 30,
    "KOMMUNALHUB_LONGEST_SECONDS": 300,
    "KOMMUNALHUB_MEMORY_MB": 3072,
}
#: The function of Zope that answers a request.
PUBLISHER = "publish_module"
#: Whoever has one of these roles may take as long as it takes.
UNHURRIED = {"Manager", "Site Administrator"}


class IBudget(Interface):
    """Knows which requests are being answered."""


@dataclass
class Running:
    """A request that is being answered. since: seconds of the monotonic clock; what: method and
    path; hurried: whether the process ends for it; told: whether it was logged."""

    since: float
    what: str
    hurried: bool = True
    told: bool = False


@implementer(IBudget)
class Budget:
    """What a process has, and {thread: Running}. slow, longest: seconds; memory: bytes; 0: any."""

    def __init__(self, slow, longest, memory):
        self.slow, self.longest, self.memory = slow, longest, memory
        self.running = {}

    def look(self, now, used):
        """Log what takes too long; return why the process must begin anew, or None.

        now: seconds of the monotonic clock; used: bytes of memory.
        """
        if self.memory and used > self.memory:
            return f"{used // MEGABYTE} MB of memory are used, {self.memory // MEGABYTE} may be"
        for thread, request in list(self.running.items()):
            seconds = now - request.since
            is_slow = self.slow and seconds > self.slow
            is_endless = self.longest and seconds > self.longest
            if (is_slow or is_endless) and not at_work(thread):
                self.running.pop(thread, None)  # its end went unnoticed
                continue
            if is_slow and not request.told:
                request.told = True
                logger.warning("%.0f s and not done: %s\n%s", seconds, request.what, where(thread))
            if is_endless and request.hurried:
                return f"{request.what} takes more than {self.longest} s"
        return None


def from_environment(environ):
    """Return the Budget that the environment asks for; what is no number there stands for itself.

    >>> from_environment({"KOMMUNALHUB_SLOW_SECONDS": "5", "KOMMUNALHUB_MEMORY_MB": "0"}).slow
    5
    """
    slow, longest, memory = (
        int(environ.get(name, "")) if environ.get(name, "").isdecimal() else default
        for name, default in SETTINGS.items()
    )
    return Budget(slow, longest, memory * MEGABYTE)


def watch():
    """Look after this process until it ends."""
    budget = from_environment(os.environ)
    provideUtility(budget, IBudget)
    fence(budget.memory)
    Thread(target=_look_on, args=(budget,), name="budget", daemon=True).start()


def fence(memory):
    """Refuse this process so many bytes of address space more than it has now (0: none).

    Programs it starts may set a higher limit of their own.
    """
    if memory and hasattr(resource, "RLIMIT_AS"):
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = address_space() + memory
        resource.setrlimit(
            resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def _look_on(budget):
    while True:
        time.sleep(1)
        why = budget.look(monotonic(), memory())
        if why is not None:
            begin_anew(why, budget)


def begin_anew(why, budget):
    """Log what all requests are doing and put a new process in the place of this one."""
    for thread, request in list(budget.running.items()):
        logger.error("In work: %s\n%s", request.what, where(thread))
    logger.critical("This process begins anew: %s.", why)
    for handler in logging.getLogger().handlers:
        handler.flush()
    if hasattr(resource, "RLIMIT_AS"):  # the new one counts from what it has itself
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def at_work(thread):
    """Tell whether a thread is answering a request."""
    frame = sys._current_frames().get(thread)
    while frame is not None:
        if frame.f_code.co_name == PUBLISHER:
            return True
        frame = frame.f_back
    return False


def where(thread):
    """Return where in the code a thread is, as text."""
    frame = sys._current_frames().get(thread)
    return "".join(traceback.format_stack(frame)) if frame is not None else ""


def memory():
    """Return the bytes of memory that this process has for itself, 0 where that cannot be told."""
    return (_pages(1) - _pages(2)) * resource.getpagesize()  # less files that are merely mapped


def address_space():
    """Return the bytes of address space that this process has."""
    return _pages(0) * resource.getpagesize()


def _pages(column):
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[column])
    except OSError:  # not Linux
        return 0


def begin(event):
    """Note that a request begins (IPubStart); one that is tried again goes on."""
    budget = queryUtility(IBudget)
    if budget is None:
        return
    request = event.request
    what = f"{request.get('REQUEST_METHOD', '')} {request.get('PATH_INFO', '')}"
    since = request.environ.setdefault("kommunalhub.since", monotonic())
    budget.running[get_ident()] = Running(since, what)


def know(event):
    """Note who asks (IPubAfterTraversal)."""
    budget = queryUtility(IBudget)
    running = budget and budget.running.get(get_ident())
    if running and UNHURRIED.intersection(getSecurityManager().getUser().getRoles()):
        running.hurried = False


def end(event):
    """Note that a request is answered (IPubSuccess, IPubFailure)."""
    budget = queryUtility(IBudget)
    if budget is not None:
        budget.running.pop(get_ident(), None)
