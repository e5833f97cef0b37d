"""Plone's settings of the editor, and the plugins that we add to it."""

from importlib.metadata import version
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.core.browser.frame import RESOURCES
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.writing.blocks.shelf import area_with_blocks
from kommunalhub.editorial.writing.editor.words import WORDS
from plone import api
from Products.CMFPlone.patterns.settings import PatternSettingsAdapter
from Products.CMFPlone.resources.webresource import PloneStyleResource
from zope.i18n import translate

import json
import re


#: name of a plugin: its script. Only what passes the security policy of editing pages.
PLUGINS = {
    "hubtext": "editor-text.js",
    "hublink": "editor-link.js",
    "hubblocks": "editor-blocks.js",
    "hubpicture": "editor-picture.js",
}
#: A text looks as on its page. The first is that of the page around the editor, font and all; the
#: second browsers have from other pages of the site already.
FRAME = f"{RESOURCES}/frame.css"
STYLES = ("hub.css", "editor.css")
#: Files of a theme, which browsers ask for anew each time.
THEME = re.compile(r"(/\+\+theme\+\+[^/]+/)")


class EditorSettings(PatternSettingsAdapter):
    """Adds our plugins, with the hash of each script in its address."""

    def tinymce(self):
        options = json.loads(super().tinymce()["data-pat-tinymce"])
        tiny = options["tiny"]
        tiny["external_plugins"] |= {
            name: static_url(script, site_url()) for name, script in PLUGINS.items()
        }
        tiny["content_css"] = ",".join(self.styles(tiny["content_css"]))
        tiny["body_class"] = "prose"
        tiny["autoresize_overflow_padding"] = 12  # px; it writes its own over those of style sheets
        tiny["hub_site"] = site_url()
        tiny["hub_is_public"] = self.is_public()
        area = area_with_blocks(self.context)
        tiny["hub_blocks"] = area.absolute_url() if area is not None else ""
        tiny["hub_words"] = {
            name: translate(message, context=self.request) for name, message in WORDS.items()
        }
        return {"data-pat-tinymce": json.dumps(options)}

    def styles(self, others):
        """Return the addresses of style sheets: those that are set up, kept for long, then ours."""
        lasting = rf"\1++unique++{version('plonetheme.barceloneta')}/"
        kept = [THEME.sub(lasting, url) for url in others.split(",") if url]
        frame = PloneStyleResource(
            context=site(), name="frame", resource=FRAME, compressed=FRAME, unique=True
        )
        ours = (static_url(name, site_url()) for name in STYLES)
        return [*kept, frame.resource_url(site_url()), *ours]

    def is_public(self):
        """Return whether citizens read the text that is edited."""
        return IChecked.providedBy(self.context) and api.content.get_state(self.context) == PUBLIC
