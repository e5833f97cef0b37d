"""`@@pasted-html`: what HTML from elsewhere means, for the editor; keeps nothing."""

from kommunalhub.core.tools import site_url
from kommunalhub.editorial.writing.pasted import office
from Products.Five import BrowserView

import json


#: Letters of pasted HTML without its pictures, which stay in the browser: some 300 pages.
LONGEST = 2_000_000


class PastedHTML(BrowserView):
    """POST `html`: {html, pictures}, the latter how many could not be taken along; else 400."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Content-Type", "application/json")
        html = self.request.form.get("html")
        if self.request.method != "POST" or not isinstance(html, str) or len(html) > LONGEST:
            response.setStatus(400)
            return "{}"
        found = office.cleaned(html, site_url())
        return json.dumps({"html": found.html, "pictures": found.pictures})
