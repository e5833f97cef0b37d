"""Plone's breadcrumbs, without what the person may not view."""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_parent
from kommunalhub.security.publication.check import VIEW
from plone.base.interfaces import INavigationRoot
from Products.CMFPlone.browser.navigation import PhysicalNavigationBreadcrumbs
from zope.component import getMultiAdapter


class VisibleBreadcrumbs(PhysicalNavigationBreadcrumbs):
    """A public page in a closed folder does not tell the folder's title."""

    def breadcrumbs(self):
        if INavigationRoot.providedBy(self.context):
            return ()
        if getSecurityManager().checkPermission(VIEW, self.context):
            return super().breadcrumbs()
        container = aq_parent(self.context.aq_inner)
        return getMultiAdapter((container, self.request), name="breadcrumbs_view").breadcrumbs()
