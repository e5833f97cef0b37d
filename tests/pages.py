"""Pages as a browser reads them: parsed, with their words and forms; assertions ask here."""

from lxml import html


def parsed(response):
    """Return the tree of an answer, its links and forms with whole addresses."""
    tree = html.fromstring(response.text or "<html/>")
    tree.make_links_absolute(response.url)
    return tree


def words(node):
    """Return what is read in an element, white space as one blank each."""
    return " ".join(node.text_content().split())


def form_of(tree, action="", button=None):
    """Return the first form whose address ends with `action`, or None.

    button: (name, value) of one that it must have.
    """
    for form in tree.forms:
        buttons = [(found.get("name"), found.get("value")) for found in form.cssselect("button")]
        if (form.get("action") or "").endswith(action) and (button is None or button in buttons):
            return form
    return None


class Page:
    """A page for one person; submitting a form of it gives the next one.

    text: all its words. tree: for `cssselect` and ids.
    """

    def __init__(self, session, path="", response=None):
        self.session = session
        self.response = session.get(path) if response is None else response
        self.status = self.response.status_code
        self.tree = parsed(self.response)
        self.text = words(self.tree)

    def all(self, selector):
        """Return the words of each element that a CSS selector finds."""
        return [words(node) for node in self.tree.cssselect(selector)]

    def the(self, selector):
        """Return the words of the one element that a CSS selector finds."""
        [found] = self.all(selector)
        return found

    def buttons(self, within=""):
        """Return what the buttons say, all or those within what a selector finds."""
        return self.all(f"{within} button.btn")

    def form(self, action="", button=None):
        """Return a form, see form_of."""
        return form_of(self.tree, action, button)

    def submit(self, action="", files=None, button=None, **values):
        """Send a form as it stands but for some values, and its button; return the next page."""
        form = self.form(action, button)
        fields = dict(form.form_values())
        if files:
            fields.pop("files", None)
        fields.update([button] if button else [])
        return self.post(form.get("action"), {**fields, **values}, files)

    def post(self, url, fields, files=None):
        """Send fields to an address; return the next page."""
        return type(self)(self.session, response=self.session.post(url, data=fields, files=files))
