"""Viewlets of Plone that our pages do without."""

from plone.app.layout.viewlets import ViewletBase


class NoByline(ViewletBase):
    """Who made a page of the site is no news, and the link led to people one may not see."""

    def render(self):
        return ""
