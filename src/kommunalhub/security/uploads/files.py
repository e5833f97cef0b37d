"""Asks the limit of every file: at its field in forms and over REST, and where there is no field.

Kinds of files with smaller limits (documents of a case, training materials) ask their own as well.
"""

from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.uploads import rules
from kommunalhub.security.uploads.interfaces import RequestEntityTooLarge
from kommunalhub.security.uploads.sentences import sentence
from plone.namedfile.interfaces import INamed
from plone.namedfile.interfaces import INamedFileField
from plone.namedfile.interfaces import INamedImageField
from plone.namedfile.interfaces import IPluggableFileFieldValidation
from plone.namedfile.interfaces import IPluggableImageFieldValidation
from plone.rfc822.interfaces import IPrimaryFieldInfo
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.interface import implementer


class SizeValidator:
    """plone.namedfile asks every validator registered for its fields."""

    def __init__(self, field, value):
        self.value = value

    def __call__(self):
        problem = rules.file_problem(self.value.getSize())
        if problem is not None and IKommunalhubLayer.providedBy(getRequest()):
            raise FieldError(sentence(problem))


@implementer(IPluggableFileFieldValidation)
@adapter(INamedFileField, INamed)
class FileSize(SizeValidator):
    """The size of a file."""


@implementer(IPluggableImageFieldValidation)
@adapter(INamedImageField, INamed)
class ImageSize(SizeValidator):
    """The size of a picture."""


def refuse_big_file(content, event):
    """Refuse a file or picture that came past the fields, as by dropping it into a folder."""
    info = IPrimaryFieldInfo(content, None)
    value = info.value if info is not None else None
    if not INamed.providedBy(value) or not IKommunalhubLayer.providedBy(getRequest()):
        return
    problem = rules.file_problem(value.getSize())
    if problem is not None:
        raise RequestEntityTooLarge(sentence(problem))
