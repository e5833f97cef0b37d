"""@@dateien-hochladen of a folder: many files, each with a line that says what became of it.

Without scripts they go in one form; upload.js sends one after the other and shows how far it is.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.documents import uploads
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.pictures.cuts.scaling import KINDS as CUT_KINDS
from kommunalhub.editorial.writing.uploading import operations
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate

import json


#: With which upload.js sends a file, and wants its line alone.
BY_SCRIPT = "X-Hub-Upload"
TYPES = {"File", "Image"}
MISSING = _("error_file_missing", default="Please choose a file first.")


class UploadPage(OwnPage):
    """The form, and below it the lines of what was sent."""

    template = ViewPageTemplateFile("templates/upload.pt")
    #: Lines: [{name, url, problem, known, cut}]; None before anything was sent.
    results = None
    problem = None

    def is_offered(self):
        """Return whether it leads anywhere here; its tab asks."""
        return {fti.getId() for fti in self.context.allowedContentTypes()} >= TYPES

    def __call__(self):
        if not self.is_offered():
            raise NotFound("dateien-hochladen")
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@dateien-hochladen"

    @property
    def script(self):
        return static_url("upload.js", self.site_url)

    @cached_property
    def limits(self):
        return files.limits()

    @property
    def kinds(self):
        return ", ".join(self.limits.kinds)

    @property
    def accept(self):
        return ",".join(f".{kind}" for kind in self.limits.kinds)

    def post(self):
        sent = self.request.form.get("files") or []
        sent = sent if isinstance(sent, list) else [sent]
        sent = [upload for upload in sent if getattr(upload, "filename", None)]
        if not sent:
            self.problem = MISSING
            self.request.response.setStatus(400)
            return self.template()
        self.results = [self.line(one) for one in operations.put_in(self.context, sent)]
        if self.request.getHeader(BY_SCRIPT):
            self.request.response.setHeader("Content-Type", "application/json")
            return json.dumps(self.results)
        return self.template()

    def line(self, result):
        """Return what is said of a file; cut: where one chooses what of a picture is shown."""
        is_picture = uploads.content_type(result.name) in CUT_KINDS
        has_cut = is_picture and result.url and not result.is_known
        problem = result.problem and translate(result.problem, context=self.request)
        return {
            "name": result.name,
            "url": result.url,
            "problem": problem or "",
            "known": result.is_known,
            "cut": f"{result.url.removesuffix('/view')}/edit" if has_cut else "",
        }
