"""LibreOffice, where it is: draws Office files that carry no picture of themselves."""

from dataclasses import replace
from kommunalhub.lib.filetext import limits as rules
from kommunalhub.search.reading import child
from tempfile import TemporaryDirectory
from time import monotonic

import os
import resource
import shutil
import subprocess


#: What LibreOffice draws, and the address space it gets: it maps far more than it uses.
DRAWN = {"docx", "pptx", "xlsx", "odt", "odp", "ods"}
SLIDES = {"pptx", "odp"}
ALL_SLIDES = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
MEMORY = 4096 * rules.MEGABYTE
#: A document may name pictures, texts and programs elsewhere: LibreOffice asks for none of them, or
#: a file could show what lies on the server or in its network.
SETTINGS = (
    ("BlockUntrustedRefererLinks", "true"),
    ("DisableMacrosExecution", "true"),
    ("MacroSecurityLevel", "3"),
)
#: Seconds that LibreOffice gets while somebody waits for a slide.
SECONDS = 40


def draws_office():
    """Return the path of LibreOffice, which draws first pages of Office files, or None."""
    return shutil.which("soffice")


def slides_as_pdf(stream, kind, office=None):
    """Return a PDF with a page for each slide, hidden ones too; None where LibreOffice makes none.

    Only for files that are known to name nothing outside of themselves.
    """
    office = draws_office() if office is None else office
    if not office or kind not in SLIDES:
        return None
    stream.seek(0)
    limits = replace(rules.ReadingLimits(), cpu=SECONDS, wall=SECONDS)
    return printed(stream, kind, limits, office, ALL_SLIDES)


def printed(stream, kind, limits, office, form="pdf"):
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
        program = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=child.environment(folder),
            start_new_session=True,
            preexec_fn=lambda: _fence(limits),
        )
        try:
            why = child.wait(program, monotonic() + limits.wall)
        finally:
            child.reap(program)
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
        for name, value in SETTINGS
    )
    os.makedirs(os.path.join(folder, "user"))
    with open(os.path.join(folder, "user", "registrymodifications.xcu"), "w") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
        )


def _fence(limits):
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file, limits.file))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
