"""Scripts and styles that a kind of media brings with it, at addresses that change with them.

`++unique++` behind a folder of resources is Plone's mark of such addresses: browsers keep what is
there for a year, and it is sent packed. Scripts name each other relative to their own address, so
one mark counts for all.
"""

from functools import cached_property
from hashlib import sha256
from kommunalhub.core.tools import site_url
from pathlib import Path


class Statics:
    """A folder `static` beside a module, registered by `plone:static` under a name."""

    def __init__(self, module_file, resources):
        self.folder = Path(module_file).parent / "static"
        self.resources = resources

    @cached_property
    def mark(self):
        """A text that is another one whenever one of the files is."""
        found = sha256()
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                found.update(path.name.encode() + b"\0" + path.read_bytes())
        return found.hexdigest()[:12]

    def address(self, name):
        """Return the address of a file."""
        return f"{site_url()}/++plone++{self.resources}/++unique++{self.mark}/{name}"
