"""What there is to read and watch of a material; asked for again while its file is being read."""

from AccessControl import getSecurityManager
from functools import cached_property
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.lib.filetext.plain import time_code
from kommunalhub.materials.indexers import kind_of
from kommunalhub.materials.kinds import kind_title
from kommunalhub.materials.kinds import size_text
from kommunalhub.search.interfaces import IFileText
from kommunalhub.search.reading.restapi import preview_url
from Products.Five import BrowserView
from urllib.parse import quote
from urllib.parse import urlsplit
from zope.component import getMultiAdapter


class MaterialContent(BrowserView):
    """@@material-content: a part of the page, nothing without file and video."""

    def download(self):
        """Return {url, view_url, kind, size, name} of the file, or None."""
        file = self.context.file
        if not file:
            return None
        name = quote((file.filename or "").encode())
        base = self.context.absolute_url()
        kind = kind_of(self.context)
        return {
            "url": f"{base}/@@download/file/{name}",
            "view_url": f"{base}/@@display-file/file/{name}" if kind == "pdf" else None,
            "kind": kind_title(kind),
            "size": size_text(file.getSize()),
            "name": file.filename,
        }

    @cached_property
    def preview(self):
        """The address of a picture of the first page, or None."""
        return preview_url(self.context) if self.context.file else None

    def reading(self):
        """Return what to tell about the file to those who look after it, or None.

        Readers find out what a file says by opening it; that it was read goes without saying.
        What is told: see search.reading.browser.
        """
        view = getMultiAdapter((self.context, self.request), name="file-reading")
        found = view.status()
        if found is None or not (is_involved(self.context) or self.may_edit()):
            return None
        return found if found["is_waiting"] or found["is_failed"] or found["is_cut"] else None

    def video(self):
        """Return {url, host} of the video, or None."""
        url = self.context.video_url
        return {"url": url, "host": urlsplit(url).hostname} if url else None

    def transcript(self):
        """Return [{id, time, text}] of what is said in the video, as far as subtitles tell."""
        if self.context.file or not self.context.subtitles:
            return []
        kept = IFileText(self.context)
        return [
            {"id": f"s{second}", "time": time_code(second), "text": text}
            for second, text in (kept.pages if kept.unit == "second" else ())
        ]

    def may_edit(self):
        return getSecurityManager().checkPermission("Modify portal content", self.context)
