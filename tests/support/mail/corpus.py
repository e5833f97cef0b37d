"""Mails written for these tests, good and bad ones: each a function that returns its bytes."""

from email import policy
from email.message import EmailMessage


SUPPORT = "support@hub.example.org"
MIA = "Mia Beispiel <mia@example.org>"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 400


def mail(text="Moin,\nder Drucker druckt nur leere Seiten.\n", **headers):
    """Return an EmailMessage of Mia; headers: with _ for -, None for none."""
    message = EmailMessage(policy=policy.default.clone(max_line_length=998))
    values = {"from": MIA, "to": SUPPORT, "subject": "Drucker", "message-id": "<eins@mail.example>"}
    values |= {name.strip("_").replace("_", "-"): value for name, value in headers.items()}
    for name, value in values.items():
        if value is not None:
            message[name] = value
    if text is not None:
        message.set_content(text)
    return message


def plain(text="Moin,\nder Drucker druckt nur leere Seiten.\n", **headers):
    return mail(text, **headers).as_bytes()


def with_file(name, data=PICTURE, kind="image/png", text="Siehe Bild.\n", **headers):
    message = mail(text, **headers)
    main, _slash, sub = kind.partition("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def raw(head, body):
    """Return a mail as it would come over the line: nothing of it is made right."""
    head = head if isinstance(head, bytes) else head.encode()
    body = body if isinstance(body, bytes) else body.encode()
    return head.strip().replace(b"\n", b"\r\n") + b"\r\n\r\n" + body.replace(b"\n", b"\r\n")


HEAD = f"From: {MIA}\nTo: {SUPPORT}\nSubject: Drucker\nMessage-ID: <roh@mail.example>\n"


def broken_encoding():
    """It says that it is UTF-8, and is not."""
    return raw(HEAD + "Content-Type: text/plain; charset=utf-8", "Größe fällt auf".encode("cp1252"))


def unknown_encoding():
    return raw(HEAD + "Content-Type: text/plain; charset=klingon-8", "Größe".encode())


def bytes_in_headers():
    """Umlauts without a word on their encoding, in the subject and in the name of a file."""
    head = HEAD.replace("Subject: Drucker", "Subject: Drucker fällt aus")
    head += "Content-Type: multipart/mixed; boundary=x"
    body = (
        "--x\nContent-Type: text/plain\n\nMoin\n--x\nContent-Type: application/pdf\n"
        'Content-Disposition: attachment; filename="Übersicht.pdf"\n\n%PDF-1.4\n--x--\n'
    )
    return raw(head, body)


def bad_base64():
    head = HEAD + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64"
    return raw(head, "TW9pbiBhdXMgTGVuc2FobiE\n!!")


def encoded_name():
    """RFC 2231, as most mailers write the names of files today (freescout #2753)."""
    head = HEAD + "Content-Type: multipart/mixed; boundary=x"
    body = (
        "--x\nContent-Type: text/plain\n\nMoin\n--x\nContent-Type: application/pdf\n"
        "Content-Disposition: attachment;\n filename*=UTF-8''%C3%9Cbersicht%20T%C3%BCr.pdf\n\n"
        "%PDF-1.4\n--x--\n"
    )
    return raw(head, body)


def winmail():
    """What Outlook sends to who cannot read it."""
    return with_file("winmail.dat", b"\x78\x9f\x3e\x22" + b"\1" * 60, "application/ms-tnef")


def without_subject():
    return plain(subject=None)


def to_a_thousand():
    return plain(cc=", ".join(f"person{number}@example.org" for number in range(1000)))


def large(megabytes):
    """Headers and a file that fills it up to so many megabytes."""
    head = HEAD + "Content-Type: multipart/mixed; boundary=x"
    body = raw(head, "--x\nContent-Type: text/plain\n\nSiehe Film.\n--x\n")
    body += b"Content-Type: video/mp4\r\nContent-Disposition: attachment; filename=film.mp4\r\n"
    body += b"Content-Transfer-Encoding: base64\r\n\r\n"
    line = b"A" * 76 + b"\r\n"
    return body + line * ((megabytes * 1024 * 1024 - len(body)) // len(line) - 1) + b"--x--\r\n"


def invitation():
    message = mail("Wir treffen uns am Montag.\n")
    message.add_alternative("BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n", subtype="calendar")
    return message.as_bytes()


def within():
    """A mail that somebody has attached, with a picture and words of its own."""
    message = mail("Das kam bei mir an.\n")
    inner = mail("Ihr Postfach ist voll.\n", subject="Warnung", from_="Fremd <x@fremd.example>")
    inner.add_attachment(PICTURE, maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(inner)
    return message.as_bytes()


def deep(levels):
    body = "".join(
        f"--b{level}\nContent-Type: multipart/mixed; boundary=b{level + 1}\n\n"
        for level in range(levels)
    )
    return raw(HEAD + "Content-Type: multipart/mixed; boundary=b0", body + "Ende\n")


def tracked():
    """HTML that would tell its sender who has opened it (freescout #5604)."""
    html = (
        "<html><head><style>p{color:red}</style></head><body><p>Moin,<br>nichts geht.</p>"
        '<script>alert(1)</script><img src="https://track.example/o.gif?u=mia" width=1 height=1>'
        '<a href="javascript:x()">hier</a></body></html>'
    )
    message = mail(None)
    message.set_content(html, subtype="html")
    return message.as_bytes()


def nothing_but_quotes():
    """Some mailers put what one writes into the quote itself (freescout #4460)."""
    message = mail(None)
    html = "<blockquote><div>Der Fehler ist noch da.</div></blockquote>"
    message.set_content(html, subtype="html")
    return message.as_bytes()


def absent(**headers):
    text = "Ich bin bis Montag nicht im Haus.\n"
    subject = headers.pop("subject", "Automatische Antwort: Drucker")
    return plain(text, subject=subject, message_id="<weg@mail.example>", **headers)


#: What is no mail at all.
NOISE = (b"", b"\0\1\2\3" * 50, b"\xff\xfe" + "nur text".encode("utf-16"), b":\n:\n\n:", b"From x")
