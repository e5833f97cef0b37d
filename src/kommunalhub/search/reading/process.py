"""Starts the reading program for one file, takes what it says, and ends it when it is time."""

from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.lib.filetext.parts import Part
from tempfile import TemporaryDirectory
from tempfile import TemporaryFile
from time import monotonic
from time import sleep

import io
import json
import logging
import os
import resource
import selectors
import shutil
import signal
import subprocess
import sys


logger = logging.getLogger(__name__)

CHILD = "kommunalhub.lib.filetext"
CHUNK = 65536
#: Bytes of output for each character of text, and for what stands around it.
OUTPUT_PER_CHARACTER, OUTPUT_BESIDE = 8, 4 * rules.MEGABYTE
#: What LibreOffice draws, and the address space it gets: it maps far more than it uses.
OFFICE = {"docx", "pptx", "xlsx", "odt", "odp", "ods"}
SLIDES = {"pptx", "odp"}
ALL_SLIDES = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
OFFICE_MEMORY = 4096 * rules.MEGABYTE
#: A document may name pictures, texts and programs elsewhere: LibreOffice asks for none of them, or
#: a file could show what lies on the server or in its network.
OFFICE_SETTINGS = (
    ("BlockUntrustedRefererLinks", "true"),
    ("DisableMacrosExecution", "true"),
    ("MacroSecurityLevel", "3"),
)
#: A picture of a first page has fewer bytes.
LARGEST_PICTURE = 200_000
#: The picture of any page: dots of its longer side, and seconds that it may take.
PAGE_HEIGHT, PICTURE_SECONDS = 900, 20
#: Seconds that LibreOffice gets while somebody waits for a slide.
PRINTING_SECONDS = 40
#: How the program ends when memory runs out, or when time is up.
OUT_OF_MEMORY = {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGKILL, signal.SIGBUS}
OUT_OF_TIME = {signal.SIGXCPU, signal.SIGALRM}


@dataclass(frozen=True)
class Begin:
    """Where to go on with a file that is read in stretches.

    first: page; reached: what the program knew until there, plain values; room: characters that may
    be kept; ocr: whether its pages are recognised.
    """

    first: int = 1
    reached: dict | None = None
    room: int | None = None
    ocr: bool = False


@dataclass
class Reading:
    """What came of reading a file. parts: of lib.filetext.parts.Part; memory: bytes at most, None
    for a program that was ended; seconds: of computing; pages: how many it has, if that is known;
    next: Begin of what is left to read, None when all was read."""

    outcome: str
    reason: str = ""
    kind: str | None = None
    unit: str | None = None
    parts: tuple = field(default=(), repr=False)
    memory: int | None = None
    seconds: float = 0
    #: WebP of the first page.
    picture: bytes | None = field(default=None, repr=False)
    #: Whether an Office file without a picture is known to name nothing outside of itself.
    alone: bool = False
    pages: int | None = None
    next: Begin | None = field(default=None, repr=False)

    def followed_by(self, other):
        """Return the Reading of two stretches, one after the other.

        What went wrong first counts; a stretch without text is nothing wrong if others have some.
        """
        went_wrong = self.outcome not in (rules.OK, rules.EMPTY)
        worse = self if went_wrong or other.outcome == rules.EMPTY else other
        return replace(
            self,
            outcome=worse.outcome,
            reason=worse.reason or self.reason,
            parts=self.parts + other.parts,
            memory=max(filter(None, (self.memory, other.memory)), default=None),
            seconds=round(self.seconds + other.seconds, 2),
            next=other.next,
        )

    @property
    def text(self):
        return "\n".join(part.text for part in self.parts)


def read(stream, name="", limits=None, ocr=None, office=None):
    """Return the Reading of a whole file, see read_on."""
    reading = read_on(stream, name, Begin(), limits, ocr, office)
    while reading.next is not None:
        more = read_on(stream, name, reading.next, limits, ocr, office)
        reading = reading.followed_by(more)
    return reading


def read_on(stream, name="", begin=Begin(), limits=None, ocr=None, office=None):
    """Return the Reading of a file, of a long PDF that of a stretch of its pages.

    stream: a file open for reading bytes. ocr, office: paths of tesseract and of LibreOffice, which
    draws Office files that carry no picture; by default where they are installed, "" for never.
    """
    limits = limits or rules.ReadingLimits()
    if begin.room is not None:
        limits = replace(limits, text=begin.room)
    stream.seek(0, os.SEEK_END)
    if stream.tell() > limits.file:
        return Reading(rules.TOO_LARGE, "file")
    stream.seek(0)
    ocr = reads_scans() if ocr is None else ocr
    if begin.ocr and ocr:
        return _stretch(stream, name, limits, ocr, begin)
    reading = _stretch(stream, name, limits, "", begin)
    if reading.reason == "scanned" and ocr:
        stream.seek(0)
        picture = reading.picture
        reading = replace(_stretch(stream, name, limits, ocr, begin), picture=picture)
        if reading.reason == "recognition":
            logger.warning("%s does not read: is its language deu installed?", ocr)
    if reading.picture is None and reading.alone and reading.kind in OFFICE:
        office = draws_office() if office is None else office
        if office:
            stream.seek(0)
            reading.picture = _drawn(stream, reading.kind, limits, office)
    return reading


def _stretch(stream, name, limits, ocr, begin):
    """Return the Reading of what stands from `begin` on, its `next` as a Begin."""
    more = ["--first", str(begin.first), "--reached", json.dumps(begin.reached)]
    reading = _run(stream, name, limits, ocr, more)
    told, reading.next = reading.next, None
    room = limits.text - sum(len(part.text) for part in reading.parts)
    if isinstance(told, dict) and room <= 0:
        reading.outcome, reading.reason = rules.OK, "cut"
    elif isinstance(told, dict) and reading.outcome in (rules.OK, rules.EMPTY, rules.DAMAGED):
        first = told.get("first")
        if type(first) is int and first > begin.first:  # or it would have no end
            reading.next = Begin(first, told.get("reached"), room, bool(ocr))
    return reading


def page_picture(stream, number, words=(), height=PAGE_HEIGHT):
    """Return a WebP of a page of a PDF with words marked on it, None where there is none."""
    limits = replace(rules.ReadingLimits(), cpu=PICTURE_SECONDS, wall=PICTURE_SECONDS)
    more = ["--page", str(number), "--height", str(height), "--words", json.dumps(list(words))]
    stream.seek(0)
    return _run(stream, "datei.pdf", limits, "", more).picture


def reads_scans():
    """Return the path of tesseract, which reads pictures of pages, None where it is not."""
    return shutil.which("tesseract")


def draws_office():
    """Return the path of LibreOffice, which draws first pages of Office files, or None."""
    return shutil.which("soffice")


def _drawn(stream, kind, limits, office):
    """Return a picture of an Office file: LibreOffice makes a PDF of it, which is then drawn."""
    data = _printed(stream, kind, limits, office)
    return _run(io.BytesIO(data), "datei.pdf", limits, "").picture if data is not None else None


def slides_as_pdf(stream, kind, office=None):
    """Return a PDF with a page for each slide, hidden ones too; None where LibreOffice makes none.

    Only for files that are known to name nothing outside of themselves.
    """
    office = draws_office() if office is None else office
    if not office or kind not in SLIDES:
        return None
    stream.seek(0)
    limits = replace(rules.ReadingLimits(), cpu=PRINTING_SECONDS, wall=PRINTING_SECONDS)
    return _printed(stream, kind, limits, office, ALL_SLIDES)


def _printed(stream, kind, limits, office, form="pdf"):
    """Return the PDF that LibreOffice makes of an Office file, None where it makes none."""
    with TemporaryDirectory(prefix="kommunalhub-") as folder:
        source = os.path.join(folder, f"datei.{kind}")
        with open(source, "wb") as file:
            shutil.copyfileobj(stream, file)
        _write_profile(os.path.join(folder, "profile"))
        command = [
            *(office, f"-env:UserInstallation=file://{folder}/profile"),
            *("--headless", "--norestore", "--convert-to", form, "--outdir", folder, source),
        ]
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
            preexec_fn=lambda: _fence_office(limits),
        )
        try:
            why = _wait(child, monotonic() + limits.wall)
        finally:
            _reap(child)
        result = os.path.join(folder, "datei.pdf")
        if why or not os.path.isfile(result) or os.path.islink(result):
            return None
        if os.path.getsize(result) > limits.file:
            return None
        with open(result, "rb") as file:
            return file.read()


def _write_profile(folder):
    """Write the settings of LibreOffice before it starts for the first time."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}"'
        f' oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in OFFICE_SETTINGS
    )
    os.makedirs(os.path.join(folder, "user"))
    with open(os.path.join(folder, "user", "registrymodifications.xcu"), "w") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
        )


def _fence_office(limits):
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu))
    resource.setrlimit(resource.RLIMIT_AS, (OFFICE_MEMORY, OFFICE_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file, limits.file))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run(stream, name, limits, ocr, more=()):
    command = [sys.executable, "-P", "-m", CHILD, "--limits", limits.as_text(), "--name", name]
    command += more
    if ocr:
        command += ["--ocr", ocr]
    with TemporaryDirectory(prefix="kommunalhub-") as folder, _as_file(stream) as file:
        child = subprocess.Popen(
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
        try:
            end = monotonic() + (limits.ocr if ocr else limits.wall)
            output, why = _output(child, end, limits)
            why = why or _wait(child, end)
        finally:
            status, usage = _reap(child)
        return _reading(output, why, status, usage)


def _environment(folder):
    """Return an environment without secrets; where Python finds our code is all it needs."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8:replace",
        "LC_ALL": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        **{name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ},
    }


def _as_file(stream):
    """Return a file of the operating system with what is in the stream."""
    try:
        descriptor = os.dup(stream.fileno())
    except (AttributeError, io.UnsupportedOperation):
        copy = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        return copy
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.fdopen(descriptor, "rb")


def _output(child, end, limits):
    """Return (what the program wrote, why it is to be ended now or None)."""
    most = limits.text * OUTPUT_PER_CHARACTER + OUTPUT_BESIDE
    output = bytearray()
    with selectors.DefaultSelector() as selector, child.stdout as pipe:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            left = end - monotonic()
            if left <= 0 or not selector.select(left):
                return output, (rules.TIMEOUT, "wall")
            block = os.read(pipe.fileno(), CHUNK)
            if not block:
                return output, None
            output += block
            if len(output) > most:
                return output, (rules.TOO_LARGE, "output")


def _wait(child, end):
    """Wait until the program has ended, without reaping it; return why to end it or None."""
    while os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if monotonic() > end:
            return (rules.TIMEOUT, "wall")
        sleep(0.01)
    return None


def _reap(child):
    """End the program and all that it started; return (exit status, what it used)."""
    with suppress(ProcessLookupError, PermissionError):  # nobody left
        os.killpg(child.pid, signal.SIGKILL)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage


def _reading(output, why, status, usage):
    parts, end, picture, alone = _parsed(output)
    reading = Reading(
        end.get("outcome", rules.UNSUPPORTED),
        end.get("reason", "crash"),
        end.get("kind"),
        end.get("unit") or (parts[0].unit if parts else None),
        tuple(parts),
        end.get("memory"),
        round(usage.ru_utime + usage.ru_stime, 2),
        picture,
        alone,
        end.get("pages"),
        end.get("next"),
    )
    if not end:
        reading.outcome, reading.reason = why or _cause(status)
    if reading.reason == "crash":
        logger.warning("The reading program ended with %s", status)
    return reading


def _cause(status):
    """Return (outcome, reason) for a program that broke off with this exit code."""
    if status < 0 and -status in OUT_OF_TIME:
        return rules.TIMEOUT, "cpu"
    if status < 0 and -status in OUT_OF_MEMORY:
        return rules.TOO_LARGE, "memory"
    return rules.UNSUPPORTED, "crash"


def _parsed(output):
    """Return (parts, end or {}, picture or None, whether it is alone) of what was written.

    A line broken off counts for nothing, nor does a picture that is none.
    """
    parts, drafts, end, picture, alone = [], {}, {}, None, False
    for line in bytes(output).splitlines():
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if "part" in said:
            with suppress(TypeError, ValueError):
                parts.append(Part.from_stored(said["part"]))
        if "draft" in said:
            with suppress(TypeError, ValueError):
                draft = Part.from_stored(said["draft"])
                drafts[draft.number] = draft
        end = said.get("end", end)
        if "picture" in said:
            picture = _picture(said["picture"])
        alone = alone or said.get("alone") is True
    # pages that the program had no time to arrange
    arranged = {part.number for part in parts}
    parts += [draft for number, draft in drafts.items() if number not in arranged and not end]
    return parts, end, picture, alone


def _picture(data):
    try:
        picture = b64decode(data, validate=True)
    except (TypeError, ValueError):
        return None
    is_webp = picture[:4] == b"RIFF" and picture[8:12] == b"WEBP"
    return picture if is_webp and len(picture) <= LARGEST_PICTURE else None
