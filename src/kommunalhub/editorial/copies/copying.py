"""What goes from a page to its copy and back: the fields of its form, nothing of its history."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.approvals import revisions
from kommunalhub.core.kept import kept
from kommunalhub.editorial.comparing.fields import copy_fields
from kommunalhub.editorial.copies.interfaces import IChangedByCopy
from plone.app.iterate.dexterity.copier import ContentCopier
from plone.app.iterate.dexterity.copier import update_relation_catalog
from plone.app.iterate.interfaces import IWorkingCopy
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.locking.interfaces import ILockable
from zope.component import adapter
from zope.interface import alsoProvides


@adapter(IChangedByCopy)
class PageCopier(ContentCopier):
    """Copies fields; who confirmed, commented and decided stays with the page."""

    def _copyBaseline(self, container):
        page = self.context
        copy = createContent(page.portal_type)
        copy.id = f"{page.getId()}{revisions.SUFFIX}"
        copy_fields(page, copy)  # before it is added: its first version says what the page says
        copy = addContentToContainer(container, copy)
        update_relation_catalog(copy)
        copy.reindexObject()
        return copy

    def _replaceBaseline(self, baseline):
        copy = self.context
        copy_fields(copy, baseline)
        if copy.expiration_date is not None:
            baseline.setExpirationDate(copy.expiration_date)  # decided with the release
        update_relation_catalog(baseline)
        baseline.last_editor = kept(copy, "last_editor")
        alsoProvides(copy, IWorkingCopy)  # the trash keeps none of these
        aq_parent(aq_inner(copy))._delObject(copy.getId())
        return baseline

    def _reassembleWorkingCopy(self, new_baseline, baseline):
        return new_baseline


@adapter(IChangedByCopy)
class PagePolicy(revisions.RevisionPolicy):
    """Of pages. Their version is kept when all of it is done, see operations.take_over."""

    def finish(self, original, message):
        ILockable(original).clear_locks()
