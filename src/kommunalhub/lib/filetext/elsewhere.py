"""Whether an Office file names anything outside of itself but links to click on.

LibreOffice is told to fetch none of it; a file that asks for it is not even shown to it.
"""

from kommunalhub.lib import markup
from kommunalhub.lib.filetext.limits import Refused
from kommunalhub.lib.filetext.packages import Package


#: Where ODF files name pictures, objects and data.
ODF_MEMBERS = ("content.xml", "styles.xml")
#: Elements that lead somewhere only when a person clicks.
CLICKED = {"a", "h", "event-listener"}


class _Relations(markup.Handler):
    found = False

    def start(self, name, attributes):
        # in any namespace: who else reads it may be less exact
        is_relation = markup.local(name) == "Relationship"
        if is_relation and attributes.get("TargetMode") == "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found = self.found or kind != "hyperlink"


class _Links(markup.Handler):
    found = False

    def start(self, name, attributes):
        if markup.local(name) in CLICKED:
            return
        # of any namespace: better a file too many is not drawn
        for key, address in attributes.items():
            is_outside = ":" in address or address.startswith(("/", ".."))
            self.found = self.found or (is_outside and markup.local(key) == "href")


def is_named(file, limits):
    """Return whether it names something elsewhere or has macros; True where that is not known."""
    file.seek(0)
    try:
        package = Package(file, limits)
        if package.has_macros:
            return True
        for name in package.members:
            handler = None
            if name.endswith(".rels"):
                handler = _Relations()
            elif name in ODF_MEMBERS:
                handler = _Links()
            if handler is not None:
                package.parse(name, handler)
                if handler.found:
                    return True
    except (Refused, OSError, ValueError):
        return True
    return False
