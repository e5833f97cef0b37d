"""Modules that classes of stored objects used to be in, for databases that know them by that name.

A class that moves gets a line here. What is saved anew bears the new name; a line can go when no
site has older records any more (`zodbupdate` rewrites those that nobody touches).
"""

from importlib import import_module

import sys


MOVED = {
    "kommunalhub.workshops.content": "kommunalhub.materials.content",
    "kommunalhub.workshops.interfaces": "kommunalhub.materials.interfaces",
}


def know_by_old_names():
    """Let modules be imported by the names they had, where no module has that name today."""
    for old, new in MOVED.items():
        sys.modules.setdefault(old, import_module(new))


know_by_old_names()
