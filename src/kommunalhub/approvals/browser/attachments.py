"""Documents that come with an application: a field of its form that takes several files.

They are looked at like documents that are added later, before anything is made, and come into the
new case in the same transaction.
"""

from kommunalhub import _
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.documents import uploads
from kommunalhub.core.forms.page import BY_SCRIPT
from plone.dexterity.interfaces import IDexterityFTI
from zope.component import queryUtility
from zope.i18n import translate


NAME = "files"


class AttachmentField:
    """What the form shows of it, see kommunalhub.core.forms.fields.Field."""

    id = target = NAME
    name = NAME
    control = "files"
    label = _("label_attachments", default="Documents")
    hidden = shown = required = short = is_group = False
    link = None
    #: Whether a phone offers its camera beside.
    photo = False
    help_id, error_id = f"{NAME}-help", f"{NAME}-error"

    def __init__(self, request, problems, bad, again):
        """problems: messages about refused files; bad: their names.

        again: names of files that were sent in vain and have to be chosen once more.
        """
        self.request = request
        self.refused = "/".join(bad) or None  # no name holds a slash
        self.limits = files.limits()
        self.error = self._sentence(problems, again)

    def _sentence(self, problems, again):
        texts = [translate(problem, context=self.request) for problem in problems]
        if again:
            texts.append(
                translate(
                    _(
                        "attachments_again",
                        default="Please choose these once more: ${names}.",
                        mapping={"names": ", ".join(again)},
                    ),
                    context=self.request,
                )
            )
        return " ".join(texts) or None

    @property
    def help(self):
        return _(
            "help_attachments",
            default="Several at once are possible, up to ${mb} MB each: ${kinds}. You can add "
            "more later.",
            mapping={"mb": self.limits.megabytes, "kinds": ", ".join(self.limits.kinds)},
        )

    @property
    def described_by(self):
        return f"{self.error_id} {self.help_id}" if self.error else self.help_id

    @property
    def accept(self):
        return ",".join(f".{kind}" for kind in self.limits.kinds)

    @property
    def kinds(self):
        return " ".join(self.limits.kinds)

    @property
    def megabytes(self):
        return self.limits.megabytes


class WithAttachments:
    """An add form of a case that takes documents along, where its kind of case has any."""

    #: Messages about files that were refused.
    refused = ()
    #: Whether pictures are to be expected: a phone then offers its camera.
    takes_photos = False

    @property
    def takes_files(self):
        fti = queryUtility(IDexterityFTI, name=self.portal_type)
        return fti is not None and "File" in fti.allowed_content_types

    def sent_files(self):
        """Return the files that came with the form."""
        sent = self.request.form.get(NAME) or []
        sent = sent if isinstance(sent, list) else [sent]
        return [upload for upload in sent if getattr(upload, "filename", None)]

    def look_at_files(self):
        """Note what is wrong with the files that were sent; return whether all can be taken."""
        self.refused = files.problems_of(self.sent_files()) if self.takes_files else []
        return not self.refused

    def add_sent_files(self, case):
        """Put the files into the new case."""
        for upload in self.sent_files() if self.takes_files else ():
            files.add_file(case, upload)

    def add_parts(self, parts):
        if not self.takes_files:
            return
        bad = [problem.mapping["name"] for problem in self.refused]
        again = []
        if not self.request.getHeader(BY_SCRIPT):  # it keeps what was chosen
            sent = [uploads.name_of(upload.filename) for upload in self.sent_files()]
            again = [name for name in sent if name not in bad]
        field = AttachmentField(self.request, self.refused, bad, again)
        field.photo = self.takes_photos
        parts.append(
            {
                "id": "teil-unterlagen",
                "label": _("fieldset_attachments", default="Documents"),
                "description": None,
                "fields": [field],
            }
        )
