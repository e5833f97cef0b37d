"""Uploads in parts (tus, https://tus.io): what plone.restapi does not look at.

How long a file will be is said first, so one that is too big is refused before anything of it is
sent; no part goes beyond what was said, or anywhere but to the end of what is there.
"""

from base64 import b64decode
from kommunalhub import _
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.uploads import rules
from kommunalhub.security.uploads.interfaces import Conflict
from kommunalhub.security.uploads.interfaces import RequestEntityTooLarge
from kommunalhub.security.uploads.sentences import sentence
from plone.restapi.services.content.tus import UploadPatch
from plone.restapi.services.content.tus import UploadPost
from zExceptions import BadRequest
from zope.i18n import translate


def refuse_wrong_part(event):
    """Look at an upload in parts before its service is called (IPubAfterTraversal)."""
    request = event.request
    if not IKommunalhubLayer.providedBy(request):
        return
    published = request.get("PUBLISHED")
    service = getattr(published, "__self__", published)
    if isinstance(service, UploadPost):
        _check_beginning(request)
    elif isinstance(service, UploadPatch):
        _check_part(request, service)


def _check_beginning(request):
    size = rules.length(request.getHeader("Upload-Length"))
    if size == 0:
        message = _("error_tus_length", default="Upload-Length must be a number of bytes.")
        raise BadRequest(translate(message, context=request))
    problem = rules.file_problem(size)
    if problem is not None:
        raise RequestEntityTooLarge(sentence(problem))
    for item in (request.getHeader("Upload-Metadata") or "").split(","):
        try:
            b64decode(item.partition(" ")[2].strip(), validate=True).decode("utf-8")
        except ValueError as error:
            message = _("error_tus_metadata", default="Upload-Metadata must be base64 of UTF-8.")
            raise BadRequest(translate(message, context=request)) from error


def _check_part(request, service):
    upload = service.tus_upload()
    if upload is None:
        return  # the service says that there is none
    there, said = upload.offset(), request.getHeader("Upload-Offset") or ""
    if said.strip() != str(there):
        message = _(
            "error_tus_offset",
            default="So far ${n} bytes have arrived: please go on from there.",
            mapping={"n": there},
        )
        raise Conflict(translate(message, context=request))
    if there + rules.length(request.environ.get("CONTENT_LENGTH")) > upload.length():
        message = _("error_tus_too_long", default="This is more than Upload-Length said.")
        raise RequestEntityTooLarge(message)
