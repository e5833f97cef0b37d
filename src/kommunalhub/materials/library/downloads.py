"""@@download and @@display-file of materials: as Plone does it, and counted."""

from kommunalhub.materials.library import counting
from plone.namedfile.browser import DisplayFile
from plone.namedfile.browser import Download


class Counted:
    """Counts what begins at the beginning; parts that a reader asks for later are the same use."""

    def __call__(self):
        answer = super().__call__()
        part = self.request.getHeader("Range", "") or "bytes=0-"
        if self.request.method == "GET" and part.startswith("bytes=0-"):
            counting.note(counting.DOWNLOADS, self.context)
        return answer


class MaterialDownload(Counted, Download):
    """The file to keep."""


class MaterialDisplay(Counted, DisplayFile):
    """The file shown by the browser."""
