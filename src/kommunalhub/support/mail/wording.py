"""What is written down of a mail: what is shown, all of it, and what was left out and why."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.journal.entries import MAX_COMMENT
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.lib.mailtext.message import WINMAIL
from kommunalhub.support.mail import folding
from kommunalhub.support.mail import rules


NO_TEXT = _("mail_in_no_text", default="(No text)")
NO_SUBJECT = _("mail_in_nameless", default="(No subject)")
LONGEST_DESCRIPTION = 10_000
LEFT_OUT = _("mail_in_left_out", default="Not taken over: ${reason}")
NO_FILES = _(
    "mail_in_no_files", default="“${name}” was not taken over: no files can be added at present."
)
WINMAIL_LEFT_OUT = _(
    "mail_in_winmail",
    default="“${name}” was not taken over: only Outlook can open it. Please ask for the files as "
    "usual attachments.",
)
REMOTE = _("mail_in_remote", default="Pictures from ${hosts} were not loaded.")
TOO_MANY = _("mail_in_too_many", default="Further files that were not taken over: ${n}")
CUT = _("mail_in_cut", default="The mail is longer; all of it is in the original.")


@dataclass(frozen=True)
class Words:
    """shown: without quotes. comment, description: as much of it as fits there; whole: all text."""

    shown: str
    whole: str

    @property
    def comment(self):
        return cut(self.shown, MAX_COMMENT)

    @property
    def description(self):
        return cut(self.shown, LONGEST_DESCRIPTION)


def of(mail):
    """Return the Words of a mail; what mails within it say counts where it says nothing itself."""
    inner = "\n\n".join(f"{who}\n{subject}\n\n{text}".strip() for subject, who, text in mail.inner)
    shown = folding.shown(folding.fold(mail.text, rules.is_forward(mail.subject)))
    whole = "\n\n".join(part for part in (mail.text.strip(), inner) if part)
    return Words(shown or inner, whole)


def cut(text, most):
    """Return as much of a text as fits, with a sign that there is more."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"


def left_out(file, problem):
    """Return the sentence on a file that was not taken over; problem: a message, None for none."""
    if file.kind == WINMAIL or file.filename.lower() == "winmail.dat":
        problem, sentence = None, WINMAIL_LEFT_OUT
    else:
        sentence = NO_FILES
    if problem is not None:
        return in_site_language(filled(LEFT_OUT, reason=in_site_language(problem)))
    return in_site_language(filled(sentence, name=file.filename))


def hints_of(mail):
    """Return sentences on what a mail has besides, that is not shown."""
    hints = []
    if mail.remote:
        hints.append(filled(REMOTE, hosts=", ".join(mail.remote)))
    if mail.left_out:
        hints.append(filled(TOO_MANY, n=mail.left_out))
    if mail.cut:
        hints.append(CUT)
    return [in_site_language(hint) for hint in hints]
