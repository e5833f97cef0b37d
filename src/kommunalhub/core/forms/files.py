"""The state of a field for a file: what is stored, what was just sent, what can be done with it."""

from functools import cached_property
from kommunalhub import _
from plone.formwidget.namedfile.utils import is_file_upload
from plone.namedfile.interfaces import INamed
from plone.namedfile.utils import safe_basename
from z3c.form.interfaces import IDataManager
from zope.component import queryMultiAdapter


KEEP_STORED = _("file_keep_stored", default="Keep “${name}”")
KEEP_SENT = _("file_keep_sent", default="Take “${name}”, which is sent already")
REMOVE = _("file_remove_stored", default="Remove the file")


class FileState:
    """What the template shows of a file. A refused file is gone: nobody can keep it."""

    def __init__(self, widget, request):
        self.widget = widget
        self.request = request
        self.action_name = f"{widget.name}.action"
        self.input_id = f"{widget.id}-input"

    @cached_property
    def upload_id(self):
        """Return under which id Plone keeps a sound file while other fields are wrong, or None."""
        if self.request.get("REQUEST_METHOD") != "POST" or self.widget.error:
            return None
        sent = is_file_upload(self.widget.value) and self.widget.value.filename
        sent_before = self.request.form.get(f"{self.widget.name}.file_upload_id")
        if not sent and not (sent_before and INamed.providedBy(self.widget.value)):
            return None
        return self.widget.file_upload_id

    @cached_property
    def stored(self):
        """Return the file that stands in the object, or None."""
        if self.widget.ignoreContext:
            return None
        manager = queryMultiAdapter((self.widget.context, self.widget.field), IDataManager)
        value = manager.query() if manager is not None else None
        return value if INamed.providedBy(value) else None

    @cached_property
    def options(self):
        """Return what can be done: dicts {id, value, label, checked}; empty without a file."""
        if self.upload_id:
            label = _(KEEP_SENT, default=KEEP_SENT.default, mapping={"name": self.sent_name})
        elif self.stored is not None:
            name = self.stored.filename or ""
            label = _(KEEP_STORED, default=KEEP_STORED.default, mapping={"name": name})
        else:
            return []
        removes = self.widget.action() == "remove" and not self.upload_id
        found = [self._option("nochange", label, not removes)]
        if not self.widget.field.required:
            found.append(self._option("remove", REMOVE, removes))
        return found

    def _option(self, value, label, checked):
        return {
            "id": f"{self.widget.id}-{value}",
            "value": value,
            "label": label,
            "checked": checked,
        }

    @property
    def sent_name(self):
        return safe_basename(self.widget.value.filename or "")


def choose_what_was_sent(form):
    """Let a file that was sent count, whatever stands chosen beside it (a request's form)."""
    for name in [name for name in form if name.endswith(".action")]:
        upload = form.get(name.removesuffix(".action"))
        if is_file_upload(upload) and upload.filename:
            form[name] = "replace"
