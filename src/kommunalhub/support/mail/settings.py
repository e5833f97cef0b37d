"""What is set for mail: addresses in the registry, the box and its password on the server alone.

Whoever may change settings on the site must not be able to send a password elsewhere, nor to have
a folder of the server read.
"""

from dataclasses import dataclass
from kommunalhub.core import registry
from pathlib import Path
from urllib.parse import unquote
from urllib.parse import urlsplit

import os


ADDRESS, SERVER = "kommunalhub.support_mail_address", "kommunalhub.support_mail_server"
#: `maildir:/var/mail/hub` or `imaps://user@mail.example.org/INBOX`.
BOX = "KOMMUNALHUB_MAILBOX"
PASSWORD, PASSWORD_FILE = "KOMMUNALHUB_MAILBOX_PASSWORD", "KOMMUNALHUB_MAILBOX_PASSWORD_FILE"
IMAPS, INBOX = 993, "INBOX"


def address():
    """Return the address at which support is written to, "" while it is not set."""
    return (registry.read(ADDRESS) or "").strip().lower()


def proving_server():
    """Return the name under which our own mail server says whose a mail is, "" for none."""
    return (registry.read(SERVER) or "").strip().lower()


def own_addresses():
    """Return the addresses that mails of the hub come from and go to."""
    return (address(), (registry.read("plone.email_from_address") or "").strip().lower())


@dataclass(frozen=True)
class Box:
    """Where mails wait: a Maildir by its path, or a folder of an IMAP server."""

    path: str = ""
    host: str = ""
    port: int = IMAPS
    user: str = ""
    folder: str = INBOX

    def password(self):
        """Return the password, from the environment or the file that it names."""
        name = os.environ.get(PASSWORD_FILE)
        if name:
            return Path(name).read_text(encoding="utf-8").strip("\r\n")
        return os.environ.get(PASSWORD, "")


def box():
    """Return the Box that is polled, None for none. Raises ValueError for what is none."""
    return box_at(os.environ.get(BOX, ""))


def box_at(text):
    """Return the Box at an address, None for "".

    >>> box_at("maildir:/var/mail/hub").path
    '/var/mail/hub'
    >>> found = box_at("imaps://hub%40example.org@mail.example.org/Support")
    >>> found.user, found.host, found.port, found.folder
    ('hub@example.org', 'mail.example.org', 993, 'Support')
    """
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme == "maildir" and parts.path.startswith("/"):
        return Box(path=parts.path)
    if parts.scheme == "imaps" and parts.hostname and not parts.password:
        return Box(
            host=parts.hostname,
            port=parts.port or IMAPS,
            user=unquote(parts.username or ""),
            folder=unquote(parts.path.strip("/")) or INBOX,
        )
    raise ValueError(f"{BOX} is neither maildir:/path nor imaps://user@host/folder")
