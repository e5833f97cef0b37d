"""Where a Zope process keeps its data, and the two files it is configured with."""

from pathlib import Path

import os
import sys
import time


HERE = Path(__file__).parent
FOLDERS = ("instance", "filestorage", "blobstorage", "cache/templates", "log")
#: Objects each of the database's connections keeps in memory.
CACHE_OBJECTS = 20000


class Refused(Exception):
    """A command cannot do what it was asked; the message says why and what to do."""


class InUse(Refused):
    """Another process holds the port or the data."""


def tell_libraries():
    """Set in the environment what libraries read when they are imported: zope.conf comes later."""
    os.environ.update(
        zope_i18n_compile_mo_files="1",
        # else each message of a page works out anew which of some sixty languages is wanted
        zope_i18n_allowed_languages="de",
    )
    if "DateTime" not in sys.modules:  # which looks once at what time it is here
        os.environ["TZ"] = "Europe/Berlin"
        time.tzset()


def prepare(var):
    """Make the data folder with zope.conf and zope.ini in it; return the path of zope.ini.

    Sets in the environment what Zope and its libraries read when they are imported: call it before.
    """
    var = Path(var).resolve()
    # processes may share a cache of templates, as the tests do; it knows them by their content
    os.environ.setdefault("CHAMELEON_CACHE", str(var / "cache" / "templates"))
    os.environ["KOMMUNALHUB_SECRETS"] = str(var / "secrets")
    tell_libraries()
    for folder in FOLDERS:
        (var / folder).mkdir(parents=True, exist_ok=True)
    os.chmod(var / "blobstorage", 0o700)
    for name in ("zope.conf", "zope.ini"):
        text = (HERE / f"{name}.in").read_text(encoding="utf-8")
        text = text.replace("@var@", str(var)).replace("@cache_objects@", str(CACHE_OBJECTS))
        (var / name).write_text(text, encoding="utf-8")
    return var / "zope.ini"
