"""What the editor asks for; nothing of it is kept."""

from kommunalhub.core.tools import site_url
from kommunalhub.editorial.writing.editor import targets
from kommunalhub.editorial.writing.pasted import office
from Products.Five import BrowserView
from zope.i18n import translate

import json


#: Letters of pasted HTML without its pictures, which stay in the browser: some 300 pages.
LONGEST = 2_000_000


class Answer(BrowserView):
    """JSON that no browser keeps; 400 for what cannot be meant."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Content-Type", "application/json")
        found = self.answer()
        if found is None:
            response.setStatus(400)
        return json.dumps(found or {})

    def answer(self):
        """Return a dict, None for what cannot be meant."""
        raise NotImplementedError

    def field(self, name):
        """Return a text that was sent, None for anything else."""
        value = self.request.form.get(name)
        return value if isinstance(value, str) else None


class PastedHTML(Answer):
    """`@@pasted-html`: POST `html`, gives {html, pictures}: how many could not be taken along."""

    def answer(self):
        html = self.field("html")
        if self.request.method != "POST" or html is None or len(html) > LONGEST:
            return None
        found = office.cleaned(html, site_url())
        return {"html": targets.lasting(found.html), "pictures": found.pictures}


class LinkTargets(Answer):
    """`@@link-targets`: GET `q`, words or an address: {items: [{uid, title, about, …}]}."""

    def answer(self):
        text = self.field("q")
        return None if text is None else {"items": list(map(self.item, targets.found(text)))}

    def item(self, one):
        said = [part and translate(part, context=self.request) for part in (one.kind, one.badge)]
        kind, badge = said
        return {
            "uid": one.uid,
            "title": one.title,
            "about": " · ".join(filter(None, (kind, one.place))),
            "badge": badge,
            "public": one.is_public,
        }


class LinkAnchors(Answer):
    """`@@link-anchors`: GET `uid`: {items: [{id, title}]}, the headings of a page."""

    def answer(self):
        uid = self.field("uid")
        if uid is None:
            return None
        return {"items": [{"id": id_, "title": text} for id_, text in targets.anchors_of(uid)]}
