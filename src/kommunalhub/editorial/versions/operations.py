"""Go back to what a page said: at once, or in a working copy where the page is changed so."""

from kommunalhub import _
from kommunalhub.approvals.revisions import START
from kommunalhub.core import asking
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.editorial.comparing import fields
from kommunalhub.editorial.copies import operations as copies
from kommunalhub.editorial.versions import reading
from kommunalhub.editorial.versions import rules
from kommunalhub.editorial.versions.interfaces import NotRestorable
from plone.namedfile.interfaces import INamedField
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


NOT_YOURS = _("version_not_yours", default="You cannot change this page now.")
RESTORED = _("version_restored", default="Version of ${when} restored")


def restore(page, number):
    """Let a page say again what it said in a version, and return what was changed: it or its copy.

    It is a change like any other: a new version, in the journal, by who is signed in. The state and
    whom it is for stay. Raises NoVersion, NotRestorable, copies.CopyThere.
    """
    told, target, old = reading.told(page, number), page, reading.version(page, number)
    if not asking.may(reading.MODIFY, page):
        if not asking.may(START, page):
            raise NotRestorable(NOT_YOURS)
        target = copies.start(page)
    changed = bring_back(old, target)
    if changed:
        notes = IAnnotations(page.REQUEST)
        notes[copies.WHY] = in_site_language(said_of(told))
        notify(ObjectModifiedEvent(target, *changed))
        notes[copies.WHY] = ""
    return target


def said_of(told):
    """Return what is said of the version that a restored one makes."""
    return filled(RESTORED, when=told.moment)


def bring_back(old, page):
    """Give a page the fields of an old version that come back; return [Attributes] that changed."""
    changed = []
    for schema, field in fields.changed_fields(page, old):
        name = field.__name__
        if name not in rules.RESTORED:
            continue
        value = fields.value_of(schema, field, old)
        if INamedField.providedBy(field) and value is not None:
            value = type(value)(value.data, value.contentType, value.filename)
        setattr(schema(page), name, value)
        changed.append(Attributes(schema, f"{schema.__name__}.{name}"))
    return changed
