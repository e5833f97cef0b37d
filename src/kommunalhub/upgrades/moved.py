"""Modules that classes of stored objects used to be in, for databases that know them by that name.

A class that moves gets a line here. What is saved anew bears the new name; a line can go when no
site has older records any more (`zodbupdate` rewrites those that nobody touches).
"""

from importlib import import_module
from pydoc import locate

import sys


MOVED = {
    "kommunalhub.workshops.content": "kommunalhub.materials.content",
    "kommunalhub.workshops.interfaces": "kommunalhub.materials.interfaces",
}

#: Single names that left a module which is still there.
LEFT = {
    "kommunalhub.coworking.content.Space": "kommunalhub.booking.content.Space",
    "kommunalhub.coworking.interfaces.ISpace": "kommunalhub.booking.interfaces.ISpace",
}


def know_by_old_names():
    """Let modules be imported by the names they had, where no module has that name today."""
    for old, new in MOVED.items():
        sys.modules.setdefault(old, import_module(new))
    for old, new in LEFT.items():
        module, _dot, name = old.rpartition(".")
        setattr(import_module(module), name, locate(new))


know_by_old_names()
