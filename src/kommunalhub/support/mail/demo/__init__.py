"""An address that letters of support can be answered at, and a mail that support has to sort in."""

from kommunalhub.lib.mailtext.message import read
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import settings
from pathlib import Path
from plone import api
from tempfile import NamedTemporaryFile


MAILS = Path(__file__).with_name("mails.toml")
WRITTEN = """From: {sender}
To: {to}
Subject: {subject}
Message-ID: <{id}@example.org>
Content-Type: text/plain; charset=utf-8

{text}
"""


def give_address():
    """Set where support is written to, where nobody has."""
    if not settings.address():
        api.portal.set_registry_record(settings.ADDRESS, "support@example.org")


def build_mails(stage):
    """Take in the mails that did not come yet; return how many there are."""
    entries, calendar = stage.table(MAILS)["mail"], stage.calendar
    for place, entry in enumerate(entries):
        moment = calendar.moment(calendar.workday(entry["ago"]), place)
        data = WRITTEN.format(to=settings.address(), **entry).encode()
        with NamedTemporaryFile() as file, stage.as_person("support", moment):
            file.write(data)
            file.flush()
            operations.take(stage.portal, file.name, read(data))  # the same mail twice is one
    return len(entries)
