"""Handing one mail to the mail server, and what its answers mean."""

from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.utils import formataddr
from email.utils import formatdate
from smtplib import SMTP
from smtplib import SMTP_SSL
from smtplib import SMTPDataError
from smtplib import SMTPException
from smtplib import SMTPRecipientsRefused
from smtplib import SMTPResponseException
from smtplib import SMTPSenderRefused
from zope.interface import Interface


TIMEOUT = 20
SMTPS = 465
CALENDAR_FILE = "buchung.ics"
#: Every server takes it: seven bits, short lines.
POLICY = policy.SMTP.clone(cte_type="7bit")
#: A Message-ID that does not fit into a short line would be written in a way that nobody reads.
WIDE = POLICY.clone(max_line_length=998)


class ITransport(Interface):
    """Utility: takes mails instead of the mail server, e.g. to print them in a demo."""

    def __call__(message, recipient):
        """Take an EmailMessage; raise what `hand_over` raises."""


class Refused(Exception):
    """The server will never take this mail; args[0] is what it said."""


class Delayed(Exception):
    """The server does not take this mail now, and perhaps others."""


class ServerDown(Exception):
    """There is no talking to the server at present."""


@dataclass(frozen=True)
class Settings:
    """How to reach the server and in whose name to write."""

    host: str
    port: int
    user: str | None
    password: str | None
    sender: str
    sender_name: str
    timeout: float = TIMEOUT


def message_of(letter, settings):
    """Return a Letter as an EmailMessage, text and HTML."""
    message = EmailMessage(policy=WIDE if letter.references else POLICY)
    message["From"] = formataddr((one_line(settings.sender_name), settings.sender))
    message["To"] = letter.recipient
    message["Subject"] = one_line(letter.subject)
    message["Date"] = formatdate(localtime=True)
    domain = settings.sender.rpartition("@")[2] or "localhost"
    message["Message-ID"] = f"<{letter.message_id}@{domain}>"
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    if letter.references:
        message["In-Reply-To"] = f"<{letter.references[-1]}>"
        message["References"] = " ".join(f"<{one}>" for one in letter.references)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if letter.preferences:
        message["List-Unsubscribe"] = f"<{letter.preferences}>"
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    if letter.calendar:
        message.add_attachment(
            letter.calendar,
            subtype="calendar",
            params={"method": letter.method},
            filename=CALENDAR_FILE,
        )
    return message


def hand_over(message, recipient, settings):
    """Give a mail to the server; when this returns the server has taken it.

    Raises Refused, Delayed or ServerDown with what the server said.
    """
    try:
        connection = connect(settings)
    except (OSError, SMTPException) as error:
        raise ServerDown(said(error)) from error
    try:
        connection.sendmail(settings.sender, [recipient], message.as_bytes())
    except SMTPRecipientsRefused as error:
        code, answer = next(iter(error.recipients.values()))
        raise (Refused if code >= 500 else Delayed)(spoken(code, answer)) from error
    except SMTPSenderRefused as error:
        raise ServerDown(said(error)) from error  # our own address: no other mail would pass
    except SMTPDataError as error:
        raise (Refused if error.smtp_code >= 500 else Delayed)(said(error)) from error
    except (OSError, SMTPException) as error:
        raise ServerDown(said(error)) from error
    except UnicodeError as error:
        raise Refused(said(error)) from error
    finally:
        quit_quietly(connection)


def connect(settings):
    """Return an open connection, encrypted where the server offers it."""
    kind = SMTP_SSL if settings.port == SMTPS else SMTP
    connection = kind(settings.host, settings.port, timeout=settings.timeout)
    try:
        connection.ehlo_or_helo_if_needed()
        if kind is SMTP and connection.has_extn("starttls"):
            connection.starttls()
            connection.ehlo()
        if settings.user:
            connection.login(settings.user, settings.password or "")
    except BaseException:
        connection.close()
        raise
    return connection


def quit_quietly(connection):
    try:
        connection.quit()
    except (OSError, SMTPException):
        connection.close()


def said(error):
    """Return one line of what went wrong, for people who look after mail."""
    if isinstance(error, SMTPResponseException):
        return spoken(error.smtp_code, error.smtp_error)
    return one_line(f"{type(error).__name__}: {error}")[:300]


def spoken(code, answer):
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return one_line(f"{code} {text}")[:300]


def one_line(text):
    return " ".join(str(text or "").split())
