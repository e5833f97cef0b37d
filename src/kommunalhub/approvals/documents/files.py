"""The documents of a case: what may come in, by any channel, and adding it."""

from kommunalhub import _
from kommunalhub.approvals.case.parts import parts_of
from kommunalhub.approvals.documents import uploads
from kommunalhub.approvals.interfaces import UploadRefused
from kommunalhub.core import asking
from kommunalhub.core import registry
from kommunalhub.lib import filekinds
from kommunalhub.lib import office
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.permissions import AddPortalContent
from zExceptions import BadRequest
from zExceptions import Unauthorized
from zope.globalrequest import getRequest
from zope.i18n import translate
from ZPublisher.HTTPRequest import FileUpload

import os


def limits():
    """Return what the office allows (registry)."""
    default = uploads.UploadLimits()
    return uploads.UploadLimits(
        megabytes=registry.read("kommunalhub.upload_megabytes", default.megabytes),
        kinds=tuple(registry.read("kommunalhub.upload_kinds", default.kinds)),
    )


def takes_files(case):
    """Return whether cases of this kind have documents at all."""
    return "File" in case.getTypeInfo().allowed_content_types


def may_add(case):
    """Return whether who is logged in may put files into a case.

    That is the workflow's matter; a part of the case may ask for some all the same.
    """
    if not takes_files(case):
        return False
    if asking.may(AddPortalContent, case):
        return True
    return any(part.asks_for_documents() for part in parts_of(case))


def add_files(case, sent):
    """Put uploaded files into a case, all or none.

    sent: objects with `filename` that can be read and sought. Raises UploadRefused with what is
    wrong with each.
    """
    if not may_add(case):
        raise Unauthorized(_("error_no_upload", default="You may not add documents here."))
    sent = [upload for upload in sent if getattr(upload, "filename", None)]
    problems = problems_of(sent) if sent else [uploads.problem("", 0, b"", limits())]
    if problems:
        raise UploadRefused(problems)
    return [add_file(case, upload) for upload in sent]


def problems_of(sent):
    """Return what is wrong with uploaded files, as messages; empty when all can be taken."""
    allowed = limits()
    found = [problem_of(upload.filename, upload, allowed) for upload in sent]
    return [problem for problem in found if problem is not None]


def add_file(case, upload):
    """Put one file that was looked at into a case."""
    filename = uploads.name_of(upload.filename)
    data = upload if isinstance(upload, FileUpload) else upload.read()
    blob = NamedBlobFile(data=data, contentType=uploads.content_type(filename), filename=filename)
    new = createContent("File", title=os.path.splitext(filename)[0], file=blob)
    # Who may change the case may add documents; roles for adding files elsewhere do not matter.
    return addContentToContainer(case, new, checkConstraints=False)


def require_sound(file):
    """Raise BadRequest when a file that came by another channel is not one a case takes."""
    if file.portal_type != "File":
        return
    blob = getattr(file, "file", None)
    if blob is None:
        problem = uploads.problem("", 0, b"", limits())
    else:
        with blob.open() as data:
            problem = problem_of(blob.filename, data, limits())
    if problem is not None:
        # Publisher and plone.rest know the status by the name of this very class.
        raise BadRequest(translate(problem, context=getRequest()))


def name_of(file):
    """Return what people call a file."""
    blob = getattr(file, "file", None)
    return getattr(blob, "filename", None) or file.Title() or file.getId()


def problem_of(filename, data, allowed):
    """Return why a case does not take a file, or None; data: to be read and sought."""
    may_have = uploads.ending(filename) in uploads.MAY_HAVE_MACROS
    has_macros = may_have and has_macros_in(data)
    return uploads.problem(filename, size_of(data), head_of(data), allowed, has_macros)


def has_macros_in(upload):
    """Return whether an Office file has macros; of one that cannot be opened nobody knows any."""
    upload.seek(0)
    try:
        return office.look(upload).has_macros
    except office.BadOffice:
        return False
    finally:
        upload.seek(0)


def size_of(upload):
    upload.seek(0, os.SEEK_END)
    size = upload.tell()
    upload.seek(0)
    return size


def head_of(upload):
    upload.seek(0)
    head = upload.read(filekinds.HEAD)
    upload.seek(0)
    return head
