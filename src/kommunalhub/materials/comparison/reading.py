"""What a revision changes: field by field, beside the material that is released."""

from dataclasses import dataclass
from dataclasses import field
from kommunalhub.approvals import revisions
from kommunalhub.approvals.answers.facts import may_read
from kommunalhub.approvals.answers.facts import show_value
from kommunalhub.approvals.case import changes
from kommunalhub.lib import textdiff
from kommunalhub.lib.htmltext import text_of
from kommunalhub.materials import rules
from kommunalhub.materials.interfaces import IWorkshopMaterial
from kommunalhub.materials.kinds import kind_title
from kommunalhub.materials.kinds import size_text
from kommunalhub.materials.revisions import changed_fields
from kommunalhub.search.interfaces import IFileText
from plone.app.textfield.interfaces import IRichText
from plone.namedfile.interfaces import INamedField
from zope.schema.interfaces import IText


@dataclass(frozen=True)
class Difference:
    """One field. before, after: as `show_value` gives it, or File; None where there is nothing.

    pieces: see lib.textdiff, of texts and of what files say; empty where that is not known.
    """

    name: str
    title: str
    before: object = None
    after: object = None
    pieces: list = field(default_factory=list)


@dataclass(frozen=True)
class File:
    """Facts of a file; size in bytes, kind and size_text for people."""

    name: str
    kind: str
    size: int
    size_text: str


def differences(revision, request):
    """Return a Difference for each field that who is logged in may read, in the form's order.

    Raises LookupError where this is no revision.
    """
    original = revisions.original_of(revision)
    if original is None:
        raise LookupError(revision.getId())
    return [
        _difference(name, original, revision, request)
        for name in changed_fields(original, revision)
        if may_read(revision, IWorkshopMaterial, name)
    ]


def _difference(name, original, revision, request):
    schema_field = IWorkshopMaterial[name]
    one, other = getattr(original, name), getattr(revision, name)
    if INamedField.providedBy(schema_field):
        said = _files_say(original, revision) if name == "file" else []
        return Difference(name, schema_field.title, _file(one), _file(other), said)
    if IText.providedBy(schema_field) or IRichText.providedBy(schema_field):
        before, after = _words(one), _words(other)
        found = textdiff.pieces(before, after)
        return Difference(name, schema_field.title, before, after, found)
    before, after = (
        None if changes.is_empty(value) else show_value(material, request, schema_field, value)
        for material, value in ((original, one), (revision, other))
    )
    return Difference(name, schema_field.title, before, after)


def _words(value):
    """Return the words of a text, with markup or without."""
    return text_of(value.raw) if hasattr(value, "raw") else value or ""


def _file(file):
    if file is None:
        return None
    name, size = file.filename or "", file.getSize()
    return File(name, str(kind_title(rules.extension(name))), size, size_text(size))


def _files_say(original, revision):
    """Return the pieces of what both files say, as far as they were read."""
    before, after = (
        "\n".join(text for _place, text in IFileText(material).pages)
        for material in (original, revision)
    )
    return textdiff.pieces(before, after) if before and after else []
