"""One mail as data: headers that matter, what it says, and its files; all of it, or why not.

What a mail says is its plain text, else its HTML written down as text. Mails within it are told
apart: what they say is theirs, their files count as files of the mail.
"""

from dataclasses import dataclass
from dataclasses import field
from email import message_from_bytes
from email.message import Message
from kommunalhub.lib.mailtext import headers
from kommunalhub.lib.mailtext import pages

import re


#: Characters of text, files, parts and levels of one mail; mails within a mail.
LONGEST, MOST_FILES, MOST_PARTS, DEEPEST, MOST_INNER = 500_000, 100, 1_000, 30, 5
#: Headers that say how a mail came about; others than these are not looked at.
TELLING = (
    "auto-submitted",
    "authentication-results",
    "feedback-id",
    "list-id",
    "precedence",
    "return-path",
    "x-auto-response-suppress",
    "x-autoreply",
    "x-autorespond",
    "x-failed-recipients",
    "x-loop",
)
RECIPIENTS = ("to", "cc", "bcc")
#: A plain text that only says that there is an HTML one has fewer words than this.
STUB = 30
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff]")
WINMAIL = "application/ms-tnef"


class TooDeep(ValueError):
    """Parts stand in each other deeper, or are more, than any mail needs."""


@dataclass(frozen=True)
class MailFile:
    """A file in a mail. name: made up from its kind where the mail has none."""

    name: str
    kind: str
    data: bytes


@dataclass
class Mail:
    """A mail that was read. sender: (name, address). inner: [(subject, sender, text)] within it.

    remote: hosts from which pictures would have come; left_out: how many files are too many; cut:
    whether there is more text; told: {header: its values} of TELLING; kind: content type of all.
    """

    sender: tuple = ("", "")
    reply_to: tuple = ("", "")
    recipients: int = 0
    subject: str = ""
    date: str = ""
    message_id: str = ""
    refers: list = field(default_factory=list)
    told: dict = field(default_factory=dict)
    kind: str = ""
    text: str = ""
    inner: list = field(default_factory=list)
    remote: list = field(default_factory=list)
    files: list = field(default_factory=list)
    left_out: int = 0
    cut: bool = False


def read(data: bytes) -> Mail:
    """Return the Mail in some bytes. Raises TooDeep, or RecursionError for what is deeper still."""
    message = message_from_bytes(data, policy=headers.POLICY)
    mail = head_of(message)
    _Reader(mail).read(message)
    return mail


def read_head(data: bytes) -> Mail:
    """Return a Mail of which only the headers are known; data: its beginning."""
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    return head_of(message_from_bytes(head + b"\n\n", policy=headers.POLICY))


def head_of(message: Message) -> Mail:
    sender = headers.address_in(message, "from")
    answers = headers.ids_in(message, "in-reply-to")
    own = headers.ids_in(message, "message-id")
    return Mail(
        sender=sender if sender[1] else headers.address_in(message, "sender"),
        reply_to=headers.address_in(message, "reply-to"),
        recipients=len(headers.mailboxes(message, RECIPIENTS)),
        subject=headers.text_of(message.get("subject")),
        date=headers.text_of(message.get("date")),
        message_id=own[0] if own else "",
        refers=list(dict.fromkeys([*headers.ids_in(message, "references"), *answers])),
        told={name: found for name in TELLING if (found := headers.every(message, name))},
        kind=message.get_content_type(),
    )


class _Reader:
    def __init__(self, mail):
        self.mail = mail
        self.count = 0

    def read(self, message):
        texts = []
        self._walk(message, texts, 0)
        text = "\n\n".join(text.strip("\n") for text in texts if text.strip())
        self.mail.cut = self.mail.cut or len(text) > LONGEST
        self.mail.text = text[:LONGEST]

    def _walk(self, part, texts, level):
        """Add what a part says to `texts`, and what else it is to the mail."""
        self.count += 1
        if level > DEEPEST or self.count > MOST_PARTS:
            raise TooDeep(f"{self.count} parts, {level} levels")
        kind = part.get_content_type()
        if kind == "message/rfc822" or (part.is_multipart() and kind.startswith("message/")):
            self._inner(part, level)
        elif part.is_multipart() and kind == "multipart/alternative":
            self._alternatives(part, texts, level)
        elif part.is_multipart():
            for one in part.get_payload():
                self._walk(one, texts, level + 1)
        elif kind in ("text/plain", "text/html") and not self._is_file(part):
            texts.append(self._said(part, kind))
        else:
            self._file(part, kind)

    def _alternatives(self, part, texts, level):
        """Take of parts that say the same the plain one, unless it says next to nothing."""
        said = {"text/plain": [], "text/html": []}
        for one in part.get_payload():
            kind = one.get_content_type()
            if kind == "text/plain" and not self._is_file(one):
                self._walk(one, said["text/plain"], level + 1)
            else:  # HTML, mostly with its pictures around it
                self._walk(one, said["text/html"], level + 1)
        texts.extend(better_of(said["text/plain"], said["text/html"]))

    def _inner(self, part, level):
        payload = part.get_payload()
        for message in payload if isinstance(payload, list) else []:
            texts = []
            self._walk(message, texts, level + 1)
            text = "\n\n".join(text.strip("\n") for text in texts)[:LONGEST]
            inner = head_of(message)
            if len(self.mail.inner) < MOST_INNER and (inner.subject or text):
                name, address = inner.sender
                self.mail.inner.append((inner.subject, f"{name} <{address}>".strip(), text))
            elif text:
                self.mail.cut = True

    @staticmethod
    def _is_file(part):
        return part.get_content_disposition() == "attachment" or bool(headers.filename_of(part))

    def _said(self, part, kind):
        text = headers.decoded(payload_of(part), charset_of(part))
        text = UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        if kind == "text/html":
            text, hosts = pages.read(text)
            self.mail.remote += [host for host in hosts if host not in self.mail.remote]
        return text

    def _file(self, part, kind):
        data = payload_of(part)
        if not data and not headers.filename_of(part):
            return
        if len(self.mail.files) >= MOST_FILES:
            self.mail.left_out += 1
            return
        ending = {"text/calendar": "ics", WINMAIL: "dat"}.get(kind, kind.rpartition("/")[2])
        number = len(self.mail.files) + 1
        name = headers.filename_of(part) or f"{kind.partition('/')[0]}-{number}.{ending}"
        self.mail.files.append(MailFile(name, kind, data))


def better_of(plain: list, html: list) -> list:
    """Return the texts to take of two that say the same.

    >>> better_of(["Moin"], ["Moin"]), better_of([" "], ["Moin"])
    (['Moin'], ['Moin'])
    """
    words = [sum(len(text.split()) for text in texts) for texts in (plain, html)]
    is_stub = words[0] == 0 or (words[0] < STUB and words[0] * 3 < words[1])
    return html if is_stub and words[1] else plain


def payload_of(part: Message) -> bytes:
    """Return the bytes of a part, however badly they are encoded."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, UnicodeError):
        data = None
    if data is None:
        raw = part.get_payload()
        data = raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""
    return data


def charset_of(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, UnicodeError, TypeError):
        return None
