"""Text blocks beside a form: what fits the texts in it now, or what is looked for.

A HubForm names a shelf in `textblocks`; a template of its own asks for `html` of
`@@hub-textblocks`, outside of its form (a search is a form as well). Without scripts the list opens
in a new tab; with them textblocks.js brings what is found and puts it where the caret stands.
"""

from functools import cached_property
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.textblocks import operations
from kommunalhub.core.textblocks import rules
from kommunalhub.core.textblocks.pages import shown
from kommunalhub.core.textblocks.shelves import shelf
from kommunalhub.core.textblocks.shelves import shelf_at
from kommunalhub.core.tools import site_url
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import NotFound


class BlocksShown(BrowserView):
    """Some text blocks to read and to insert."""

    found_page = ViewPageTemplateFile("templates/found.pt")

    def found(self, on, text="", topics=(), q=""):
        """Return HTML of the Blocks of a Shelf that fit a text and topics, or that have all words.

        q: words that are looked for; with them it does not matter what is written.
        """
        found = operations.find(on, q) if q else operations.offered(on, text, topics)
        rows = [shown(on, block) for block in found[: rules.FOUND]]
        return self.found_page(rows=rows, asked=bool(q))


class Beside(BlocksShown):
    """`@@hub-textblocks`."""

    page = ViewPageTemplateFile("templates/beside.pt")

    def __call__(self):
        return ""

    def html(self, name, form, texts=(), is_open=False):
        """Return the part of a page, or nothing where there are no text blocks for who asks.

        name: the shelf; form: id of the form whose texts count; texts: what stands in it.
        """
        on = shelf(name)
        section = on.section()
        if section is None or not on.may_read() or not operations.blocks(on):
            return ""
        topics = sorted(getattr(self.context, "topics", None) or ())
        typed = " ".join(text for text in texts if isinstance(text, str))
        here = f"{section.absolute_url()}/@@"
        asked = urlencode([("topic", token) for token in topics])
        return self.page(
            found=self.found(on, typed[: rules.LONGEST_TYPED], topics),
            form=form,
            is_open=is_open,
            list_url=f"{here}textbausteine",
            script=static_url("textblocks.js", site_url()),
            url=f"{here}textblocks-while-typing?{asked}".rstrip("?"),
        )


class WhileTyping(BlocksShown):
    """`@@textblocks-while-typing` of a section: what fits the `text` or `q` sent; keeps nothing."""

    @cached_property
    def shelf(self):
        return shelf_at(self.context)

    def __call__(self):
        if not self.shelf.may_read():
            raise NotFound("textblocks-while-typing")
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        self.request.response.setHeader("Cache-Control", "no-store")
        topics = self.request.form.get("topic") or ()
        topics = [topics] if isinstance(topics, str) else topics
        return self.found(
            self.shelf,
            self.text("text", rules.LONGEST_TYPED),
            [topic for topic in topics if isinstance(topic, str)],
            self.text("q", rules.LONGEST_QUERY).strip(),
        )

    def text(self, name, longest):
        value = self.request.form.get(name)
        return value[:longest] if isinstance(value, str) else ""
