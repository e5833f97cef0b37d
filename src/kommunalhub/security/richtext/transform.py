"""Stands in for Plone's transform `safe_html`: the last step of every rich text on its way out.

So it holds for what was written before, imported, or sent over REST under any media type. The
settings of the HTML filter cannot widen it: whoever may change those could open it to scripts.
"""

from kommunalhub import _
from kommunalhub.security.richtext import rules
from kommunalhub.security.settings import setting
from plone import api
from plone.base.utils import safe_text
from Products.PortalTransforms.interfaces import ITransform
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


#: ${host} is filled in by embeds.py.
MESSAGES = {
    "notice": _(
        "embed_notice",
        default="This content comes from ${host}. When you have it shown, ${host} learns that you"
        " visit this page.",
    ),
    "open": _("embed_open", default="Open at ${host}"),
    "show": _("embed_show", default="Show here"),
    "hide": _("embed_hide", default="Hide it again"),
}


@implementer(ITransform)
class CleanHTML:
    """text/html to text/x-html-safe by our rules."""

    __name__ = "safe_html"
    inputs = ("text/html",)
    output = "text/x-html-safe"

    def name(self):
        return self.__name__

    def convert(self, orig, data, **_options):
        request = getRequest()
        text = rules.clean(
            safe_text(orig),
            site_url=api.portal.get().absolute_url(),
            hosts=frozenset(setting("embed_hosts")),
            said={name: translate(text, context=request) for name, text in MESSAGES.items()},
        )
        data.setData(text)
        return data


def register():
    """Return the transform; portal_transforms calls this."""
    return CleanHTML()
