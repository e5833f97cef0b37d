"""Names by which stored objects may know classes that stand elsewhere now.

A class that moves gets a line here. What is saved anew bears the new name; a line can go when no
site has older records any more (`zodbupdate` rewrites those that nobody touches).
"""

from importlib import import_module

import sys


#: Modules, where no module has the old name today.
MOVED = {
    "kommunalhub.approvals.versions": "kommunalhub.approvals.case.versions",
}
#: Single names, where the module is a folder today or has lost them: {(module, name): module}.
INTO_FOLDERS = {
    ("kommunalhub.coworking.content", "Space"): "kommunalhub.booking.content",
    ("kommunalhub.approvals.journal", "Entries"): "kommunalhub.approvals.journal.storage",
    ("kommunalhub.workshops.content", "WorkshopMaterial"): "kommunalhub.materials.content",
    ("kommunalhub.workshops.interfaces", "IWorkshopMaterial"): "kommunalhub.materials.interfaces",
    ("kommunalhub.workshops.interfaces", "IMaterialSection"): "kommunalhub.materials.interfaces",
}


def know_by_old_names():
    """Let classes be found by the names they had."""
    for old, new in MOVED.items():
        sys.modules.setdefault(old, import_module(new))
    for (folder, name), new in INTO_FOLDERS.items():
        setattr(import_module(folder), name, getattr(import_module(new), name))


know_by_old_names()
