"""Mails to support: 1,000 of them from a Maildir, and whether the memory stays flat.

    nice python benchmarks/mail.py [--mails 1000]

Makes a site in a FileStorage of its own with 50 colleagues, and a Maildir: half of the mails are
new reports, some with a picture, some in HTML; a third answer such a mail; the others are of
strangers or were sent by machines. Tells the seconds of computing of this process and of the
programs that read, per mail, and the memory after each tenth.
"""

from email.message import EmailMessage
from fresh import site
from pathlib import Path
from time import monotonic
from time import process_time

import argparse
import os
import resource
import tempfile


PEOPLE = 50
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400
TEXT = "Moin,\n\nder Drucker druckt nur leere Seiten. Neuer Toner ist drin.\n\n-- \nMia\n"


def memory():
    """Return the memory of this process in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def mail(number):
    """Return one of the mails."""
    message, kind = EmailMessage(), number % 6
    who = f"person{number % PEOPLE}@example.org" if kind != 5 else f"fremd{number}@fremd.example"
    message["From"], message["To"] = who, "support@hub.example.org"
    message["Subject"], message["Message-ID"] = f"Drucker {number}", f"<{number}@mail.example>"
    if kind in (3, 4):  # it goes on from an earlier mail of the same person
        message["References"] = f"<{number - PEOPLE * 6}@mail.example>"
    if number % 12 == 11:
        message["Auto-Submitted"] = "auto-replied"
    if kind == 1:
        message.set_content(f"<p>{TEXT}</p><blockquote>{TEXT}</blockquote>", subtype="html")
    else:
        message.set_content(TEXT + "Am Montag schrieb Sven:\n" + f"> {TEXT}\n")
    if kind == 2:
        message.add_attachment(PICTURE, maintype="image", subtype="png", filename="Übersicht.png")
    return message.as_bytes()


def prepare(portal):
    """Make colleagues and set the address."""
    from kommunalhub.support.mail import rules
    from plone import api

    import transaction

    rules.MOST_TICKETS = 10**6  # as if it were more than an hour
    with api.env.adopt_roles(["Manager"]):
        for number in range(PEOPLE):
            name = f"person{number}"
            api.user.create(
                username=name, email=f"{name}@example.org", password="Leuchtturm, Watt, Kornblume 7"
            )
            api.group.add_user(groupname="malente-staff", username=name)
        api.portal.set_registry_record(
            "kommunalhub.support_mail_address", "support@hub.example.org"
        )
    transaction.commit()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--mails", type=int, default=1000)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, site(Path(folder) / "var") as portal:
        prepare(portal)
        box = Path(folder) / "box"
        for name in ("new", "cur", "tmp"):
            (box / name).mkdir(parents=True)
        for number in range(args.mails):
            (box / "new" / f"{number:06}").write_bytes(mail(number))
        os.environ["KOMMUNALHUB_MAILBOX"] = f"maildir:{box}"
        take(portal, box, args.mails)


def take(portal, box, count):
    from kommunalhub.core import formatting
    from kommunalhub.core.acting import as_system
    from kommunalhub.support.mail import boxes
    from kommunalhub.support.mail import jobs
    from kommunalhub.support.mail import storage

    boxes.MOST = max(1, count // 10)
    job = jobs.MailIn()
    began, own = monotonic(), process_time()
    with as_system(portal):
        while due := job.due(formatting.now()):
            job.do(due[0], formatting.now())
            print(f"{len(list((box / 'cur').iterdir())):6} mails, {memory():.0f} MB")
    own = process_time() - own
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    read = child.ru_utime + child.ru_stime
    portal._p_jar.sync()
    tickets, parked = len(portal["support"].objectIds()), len(storage.section_of(portal).parked)
    print(f"{tickets} tickets, {parked} parked")
    print(f"{own / count * 1000:.0f} ms a mail here, {read / count * 1000:.0f} ms to read it")
    print(f"{own + read:.0f} s of computing for {count} mails, {monotonic() - began:.0f} s in all")


if __name__ == "__main__":
    main()
