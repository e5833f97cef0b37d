"""How a form of ours is known."""

from z3c.form.interfaces import IWidget
from zope.interface import Attribute
from zope.interface import Interface


class IHubForm(Interface):
    """A form that is drawn by our shell."""


class IHubFormPage(Interface):
    """The page around such a form."""


class IRowsWidget(IWidget):
    """A widget that shows a small table; see funding/programmes/browser/rows.py for one."""

    first_id = Attribute("Id of the first cell that can be typed in.")
    columns = Attribute("[{title, type}]: `type` is what a cell is for: a type of HTML or check.")
    lines = Attribute(
        "[{number, cells: [{id, name, label, type, value, checked, maxlength}], hidden}]: the rows,"
        " with some empty ones; `hidden` are {name, value} that go with a row unseen."
    )
