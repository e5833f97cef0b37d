"""What differs between two states of a page: the text by sections, the rest field by field."""

from dataclasses import dataclass
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.approvals.answers.facts import may_read
from kommunalhub.approvals.answers.facts import show_value
from kommunalhub.approvals.case import changes
from kommunalhub.editorial.comparing import fields
from kommunalhub.lib import sectiondiff
from kommunalhub.lib import textdiff
from plone.app.textfield.interfaces import IRichText
from plone.namedfile.interfaces import INamedField
from zope.schema.interfaces import IText


@dataclass(frozen=True)
class Changed:
    """One field. sections: of rich text, see lib.sectiondiff; pieces: of plain text, see
    lib.textdiff; before, after: HTML of any other value, None where there is nothing.
    """

    name: str
    title: object
    sections: tuple = ()
    pieces: tuple = ()
    before: str | None = None
    after: str | None = None


def differences(before, after, request):
    """Return a Changed for each field that who is logged in may read, in the form's order.

    before, after: states of one page; the latter is asked what may be read.
    """
    return [
        _difference(schema, field, before, after, request)
        for schema, field in fields.changed_fields(before, after)
        if may_read(after, schema, field.__name__)
    ]


def _difference(schema, field, before, after, request):
    one, other = (fields.value_of(schema, field, page) for page in (before, after))
    name, title = field.__name__, field.title
    if IRichText.providedBy(field):
        found = sectiondiff.changes(_html(one), _html(other))
        return Changed(name, title, sections=tuple(found))
    if IText.providedBy(field):
        found = textdiff.pieces(str(one or ""), str(other or ""))
        return Changed(name, title, pieces=tuple(textdiff.shortened(found)))
    if INamedField.providedBy(field):
        return Changed(name, title, before=_file(one), after=_file(other))
    shown = (_shown(page, field, value, request) for page, value in ((before, one), (after, other)))
    return Changed(name, title, (), (), *shown)


def _shown(page, field, value, request):
    if changes.is_empty(value):
        return None
    return as_html(show_value(page, request, field, value) or "", request)


def _html(value):
    return (value.raw or "") if value is not None else ""


def _file(file):
    """Return the name of a picture or file as HTML, None for none."""
    return as_html(file.filename or "", None) if file is not None else None
