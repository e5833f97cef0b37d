"""The options of `kommunalhub import` and `kommunalhub export`."""

from kommunalhub.lib.addresses import is_web_address
from pathlib import Path

import argparse


def add_import(commands, add):
    """Add the command; add: as options._add."""
    command = add(
        commands,
        "import",
        "Take over a folder of pages (HTML, Word, Markdown) with pictures and files, or an export"
        " of plone.exportimport.",
        "Without --write nothing is changed: what each file would become is told. Everything comes"
        " as a draft. Run again it changes only what has changed in the source; stopped in the"
        " middle it goes on where it stopped. While the site runs, the process that serves it does"
        " the work. Exit code 1 when a file was refused.",
    )
    command.add_argument("source", type=_whole, help="folder, or ZIP archive of one")
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument(
        "--partner", metavar="KEY", help="id of the administration whose pages they become"
    )
    command.add_argument(
        "--into",
        metavar="PATH",
        help="folder of the site that they come into; the administration's own without it",
    )
    command.add_argument(
        "--base-url",
        metavar="OLD",
        type=_address,
        help="address at which the source stood: links to it lead to the pages here, and its"
        " addresses do too",
    )
    command.add_argument(
        "--source-name",
        metavar="NAME",
        default="",
        help="tells sources apart that come into the same place; the same in each run",
    )
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "--dry-run", dest="write", action="store_false", help="tell, change nothing (default)"
    )
    which.add_argument("--write", dest="write", action="store_true", help="take it over")
    command.add_argument(
        "--report",
        metavar="FILE",
        type=_whole,
        help="write what becomes of each file there, as .csv or .xlsx",
    )
    command.set_defaults(handed_over=True, write=False)


def add_export(commands, add):
    """Add the command; add: as options._add."""
    command = add(
        commands,
        "export",
        "Write all contents of the site, or of a folder of it, as plone.exportimport reads them.",
        "With their files; what it leaves out is told, and stands in the export. It holds what is"
        " internal: keep it where nobody else reads. While the site runs, the process that serves"
        " it does the work. Reads only.",
    )
    command.add_argument("target", type=_whole, help="folder that is not there yet, or is empty")
    command.add_argument("--site-id", default="hub", help="id of the site (%(default)s)")
    command.add_argument(
        "--from", dest="place", metavar="PATH", help="only this folder of the site"
    )
    command.set_defaults(handed_over=True)


def _whole(text):
    """Return a path as another process would find it."""
    return str(Path(text).resolve())


def _address(text):
    if not is_web_address(text):
        raise argparse.ArgumentTypeError(f"{text} is no address that begins with https://")
    return text
