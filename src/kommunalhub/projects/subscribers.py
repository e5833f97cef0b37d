"""What projects do when something happens: one call each."""

from kommunalhub.projects import operations
from kommunalhub.projects.book import leaving
from kommunalhub.projects.changes import gone
from kommunalhub.projects.changes import operations as changes
from kommunalhub.projects.interfaces import IProject
from kommunalhub.projects.public import operations as public
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility
from zope.container.interfaces import IContainerModifiedEvent


def project_modified(project, event):
    """Let roles follow the partners, and the public page the project."""
    if not IContainerModifiedEvent.providedBy(event):
        operations.follow_partners(project)
        public.refresh(project)


def project_moved(project, event):
    """Let a change that waits come true or go, and the public page say how it stands.

    It is told of every case that moves.
    """
    if event.transition is not None and IProject.providedBy(project):
        changes.follow(project, event.transition.id)
        public.refresh(project)


def project_removed(project, event):
    """Let nothing of a project that is gone stay public."""
    public.forget(project)


def book_changed(project, event):
    """Let the public page say how it stands."""
    public.refresh(project)


def partner_removed(event):
    """Let no project go on with an administration that is gone, or wait for it."""
    gone.partner_removed(event.partner)


def person_deleted(event):
    """Let nothing wait for somebody whose account goes."""
    if queryUtility(IPloneSiteRoot) is not None:
        leaving.forget_person(event.principal)
