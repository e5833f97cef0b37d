"""Which files a case takes: pure, everything comes in as an argument."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.lib.filekinds import family_of
from kommunalhub.lib.filenames import shown
from kommunalhub.lib.office import MACRO_ENDINGS
from pathlib import PurePosixPath


MEGABYTE = 1024 * 1024
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
# Ending -> (content type, family of lib/filekinds, None for what has no beginning of its own);
# nothing that a browser would run, no macros.
KINDS = {
    "pdf": ("application/pdf", "pdf"),
    "docx": (f"{OFFICE}wordprocessingml.document", "zip"),
    "xlsx": (f"{OFFICE}spreadsheetml.sheet", "zip"),
    "pptx": (f"{OFFICE}presentationml.presentation", "zip"),
    "odt": (f"{OPEN}text", "zip"),
    "ods": (f"{OPEN}spreadsheet", "zip"),
    "odp": (f"{OPEN}presentation", "zip"),
    "doc": ("application/msword", "ole"),
    "xls": ("application/vnd.ms-excel", "ole"),
    "ppt": ("application/vnd.ms-powerpoint", "ole"),
    "rtf": ("application/rtf", "rtf"),
    "txt": ("text/plain", None),
    "csv": ("text/csv", None),
    "jpg": ("image/jpeg", "jpeg"),
    "jpeg": ("image/jpeg", "jpeg"),
    "png": ("image/png", "png"),
    "tif": ("image/tiff", "tiff"),
    "tiff": ("image/tiff", "tiff"),
    "zip": ("application/zip", "zip"),
}
#: Endings of files that may have macros inside.
MAY_HAVE_MACROS = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})


@dataclass(frozen=True)
class UploadLimits:
    """What the office allows: size in megabytes, endings of file names."""

    megabytes: int = 25
    kinds: tuple[str, ...] = tuple(KINDS)


def name_of(filename):
    r"""Return the name of a file without folders and without what is not seen of it.

    >>> name_of(r"C:\Akten\Gutachten Dach.PDF"), name_of("../Bescheid\u202e.pdf"), name_of(None)
    ('Gutachten Dach.PDF', 'Bescheid.pdf', '')
    """
    return shown(PurePosixPath((filename or "").replace("\\", "/")).name)


def ending(filename):
    """Return the ending of a file name in lower case, without the dot.

    >>> ending("Gutachten Dach.PDF")
    'pdf'
    """
    return PurePosixPath(name_of(filename)).suffix.lower().lstrip(".")


def content_type(filename):
    """Return the content type that goes with the file name; never what a browser claims."""
    return KINDS.get(ending(filename), ("application/octet-stream", None))[0]


def problem(filename, size, head, limits, has_macros=False):
    """Return why a case does not take a file, as a message, or None.

    size: bytes; head: its first bytes.
    """
    name = name_of(filename)
    if not name:
        return _("error_file_missing", default="Please choose a file first.")
    mapping = {"name": name, "mb": limits.megabytes, "kinds": ", ".join(limits.kinds)}
    if has_macros or ending(name) in MACRO_ENDINGS:
        return _(
            "error_file_macros",
            default="“${name}” contains macros. Please save it without macros.",
            mapping=mapping,
        )
    if ending(name) not in limits.kinds or ending(name) not in KINDS:
        return _(
            "error_file_kind",
            default="“${name}” is of a kind that is not accepted. Accepted are: ${kinds}.",
            mapping=mapping,
        )
    if size == 0:
        return _(
            "error_file_empty",
            default="“${name}” is empty. Please check the file and choose it again.",
            mapping=mapping,
        )
    if size > limits.megabytes * MEGABYTE:
        return _(
            "error_file_too_big",
            default="“${name}” is too big: up to ${mb} MB are possible.",
            mapping=mapping,
        )
    if not _is_begun(head, ending(name)):
        return _(
            "error_file_content",
            default="“${name}” does not contain what its ending says. Please save it anew.",
            mapping=mapping,
        )
    return None


def _is_begun(head, kind):
    family = KINDS[kind][1]
    return family is None or family_of(head) == family
