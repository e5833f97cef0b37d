"""What a form shows beside itself while somebody types, see core/browser/static/forms.js."""

from typing import NamedTuple


class Live(NamedTuple):
    """A part that is asked for anew as the form changes.

    title: its heading; url: takes what the form would send (POST, files left out) and answers with
    HTML, or with nothing as long as there is nothing to say. An element with `data-told` is read
    out when its text changes. The answer must keep nothing.
    """

    title: str
    url: str
