"""Plone's settings of the editor, and the plugins that we add to it."""

from kommunalhub import _
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.tools import site_url
from Products.CMFPlone.patterns.settings import PatternSettingsAdapter
from zope.i18n import translate

import json


#: name of a plugin: its script. Only what passes the security policy of editing pages.
PLUGINS = {"hubtext": "editor-text.js"}
#: What the scripts say.
WORDS = {
    "pictures": _(
        "paste_pictures_left",
        default="Pictures could not be pasted along. Please add them one by one.",
    ),
    "failed": _(
        "paste_not_cleaned",
        default="What you pasted could not be tidied up. Please look it through.",
    ),
}


class EditorSettings(PatternSettingsAdapter):
    """Adds our plugins, with the hash of each script in its address."""

    def tinymce(self):
        options = json.loads(super().tinymce()["data-pat-tinymce"])
        tiny = options["tiny"]
        tiny["external_plugins"] |= {
            name: static_url(script, site_url()) for name, script in PLUGINS.items()
        }
        tiny["hub_paste_url"] = f"{site_url()}/@@pasted-html"
        tiny["hub_words"] = {
            name: translate(message, context=self.request) for name, message in WORDS.items()
        }
        return {"data-pat-tinymce": json.dumps(options)}
