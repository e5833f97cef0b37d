"""What the reading program takes from itself before it opens a file."""

import os
import resource
import signal
import sys


#: What Python code in here has no business with; libraries are held by the limits below.
FORBIDDEN = {
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "os.system",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "subprocess.Popen",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "shutil.rmtree",
}
#: What recognising pictures needs.
FOR_OCR = {"os.fork", "os.posix_spawn", "os.exec", "subprocess.Popen", "os.remove"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def put_up(limits, ocr=False):
    """Limit memory, computing time, files and processes of this process and what it starts."""
    cpu, wall = (limits.ocr, limits.ocr) if ocr else (limits.cpu, limits.wall)
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_CPU, cpu)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 64)
    _limit(resource.RLIMIT_FSIZE, limits.file)
    if not ocr:
        _limit(resource.RLIMIT_NPROC, 0)
    # Even when whoever started this is gone: nothing is left running.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(wall + 5)
    forbidden = FORBIDDEN - FOR_OCR if ocr else FORBIDDEN

    def watch(event, args):
        if event in forbidden:
            raise PermissionError(f"{event} is not for a reading program")
        if event == "open" and not ocr and isinstance(args[2], int) and args[2] & WRITING:
            raise PermissionError("a reading program writes no files")

    sys.addaudithook(watch)


def _limit(what, most):
    _soft, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))


def memory():
    """Return the bytes of memory that this process has held at most, None where unknown.

    Not ru_maxrss: that still counts the process which started this one.
    """
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            lines = dict(line.split(":", 1) for line in status if ":" in line)
        return int(lines["VmHWM"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        return None
