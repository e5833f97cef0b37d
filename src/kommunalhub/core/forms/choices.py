"""The choices of a field: sorted where they are many, and filtered without any script."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.formatting import sort_key
from z3c.form.interfaces import ISelectWidget
from zope.i18n import translate


#: From this many on, choices stand by their title; shorter lists keep the order of the office.
SORTED = 8
#: From this many on, there is a field to filter them.
FILTERED = 13
PREFIX = "_filter."
NOTHING = "--NOVALUE--"
ASK = _("choice_please", default="please choose")
NONE = _("choice_none", default="not given")


class Choices:
    """What can be chosen; `shown` are dicts {id, name, value, label, checked}."""

    def __init__(self, widget, request):
        self.widget = widget
        self.request = request
        self.filter_name = f"{PREFIX}{widget.name}"
        self.filter_id = f"{widget.id}-filter"

    @cached_property
    def all(self):
        items = self.widget.items
        items = list(items() if callable(items) else items)
        found = [self._item(item) for item in items]
        empty = [item for item in found if item["value"] in ("", NOTHING)]
        rest = [item for item in found if item not in empty]
        if len(rest) >= SORTED and not getattr(self.widget, "keep_order", False):
            rest.sort(key=lambda item: sort_key(item["label"]))
        if self.asks and not empty and not any(item["checked"] for item in rest):
            # or the browser would choose the first for people, without a word
            empty = [self._item({"id": f"{self.widget.id}-leer", "value": NOTHING, "content": ASK})]
        return empty + rest

    def _item(self, item):
        label = item.get("label", item.get("content", ""))
        if item["value"] == NOTHING and label is not ASK:
            label = NONE
        return {
            "id": item["id"],
            "name": item.get("name", self.widget.name),
            "value": item["value"],
            "label": translate(label, context=self.request),
            "checked": bool(item.get("checked", item.get("selected"))),
        }

    @property
    def asks(self):
        """Return whether one has to be chosen from a list that folds up."""
        return ISelectWidget.providedBy(self.widget) and not getattr(self.widget, "multiple", None)

    @property
    def is_long(self):
        return len(self.all) >= FILTERED

    @property
    def wanted(self):
        """Return what the choices are filtered by."""
        text = self.request.form.get(self.filter_name)
        return text.strip() if isinstance(text, str) else ""

    @cached_property
    def shown(self):
        """Return the choices that fit the filter, and those chosen already."""
        wanted = self.wanted.casefold()
        if not wanted or not self.is_long:
            return self.all
        return [item for item in self.all if item["checked"] or wanted in item["label"].casefold()]

    @property
    def first_id(self):
        return self.shown[0]["id"] if self.shown else None
