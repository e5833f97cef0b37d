"""Mails of all kinds read in the limited program: what they say, or why not."""

from kommunalhub.support.mail import reading
from support.mail import corpus

import pytest


@pytest.fixture
def read(tmp_path):
    """Return a function that reads mails: [(Mail, why not, [(name of a file, its bytes)])]."""

    def read(*mails):
        paths = []
        for number, data in enumerate(mails):
            paths.append(tmp_path / f"{number}.eml")
            paths[-1].write_bytes(data)
        found = {
            path: (mail, why, [(file.filename, file.read()) for file in mail.files])
            for path, mail, why in reading.read_all(paths)
        }
        return [found[path] for path in paths]

    return read


def test_what_mails_say(read):
    mails = read(
        corpus.plain(),
        corpus.broken_encoding(),
        corpus.unknown_encoding(),
        corpus.bytes_in_headers(),
        corpus.bad_base64(),
        corpus.encoded_name(),
        corpus.winmail(),
        corpus.without_subject(),
        corpus.to_a_thousand(),
        corpus.invitation(),
        corpus.within(),
        corpus.tracked(),
        corpus.nothing_but_quotes(),
    )
    assert [why for _mail, why, _files in mails] == [None] * len(mails)
    said = [mail.text for mail, _why, _files in mails]
    assert said[0] == "Moin,\nder Drucker druckt nur leere Seiten."
    assert said[1] == "Größe fällt auf" and said[2] == "Größe"
    assert mails[3][0].subject == "Drucker fällt aus"
    assert [name for name, _data in mails[3][2]] == ["Übersicht.pdf"]
    assert said[4].startswith("Moin aus Lensahn")
    assert mails[5][2] == [("Übersicht Tür.pdf", b"%PDF-1.4")]
    assert mails[6][2][0][0] == "winmail.dat" and said[6] == "Siehe Bild."
    assert mails[7][0].subject == ""
    assert mails[8][0].recipients == 1001
    assert said[9] == "Wir treffen uns am Montag."
    assert [name for name, _data in mails[9][2]] == ["text-1.ics"]
    assert said[10] == "Das kam bei mir an."
    inner = [(subject, text) for subject, _who, text in mails[10][0].inner]
    assert inner == [("Warnung", "Ihr Postfach ist voll.")]
    assert mails[10][2] == [("logo.png", corpus.PICTURE)]
    assert "alert" not in said[11] and "color" not in said[11] and "javascript" not in said[11]
    assert said[11].startswith("Moin,\nnichts geht.")
    assert mails[11][0].remote == ["track.example"]
    assert said[12].strip("> \n") == "Der Fehler ist noch da."


def test_who_it_claims_to_be_from_and_what_it_belongs_to(read):
    [(mail, _why, _files)] = read(
        corpus.plain(
            references="<a@x> <b@y>",
            in_reply_to="<c@z>",
            auto_submitted="no",
            return_path="<mia@example.org>",
            date="Mon, 30 Nov 2026 09:00:00 +0100",
        )
    )
    assert mail.sender == ("Mia Beispiel", "mia@example.org")
    assert mail.message_id == "eins@mail.example"
    assert mail.refers == ["a@x", "b@y", "c@z"]
    assert mail.told == {"auto-submitted": ["no"], "return-path": ["<mia@example.org>"]}


def test_noise_stops_nothing(read):
    mails = read(*corpus.NOISE, corpus.plain())
    assert [why for _mail, why, _files in mails] == [None] * len(mails)
    assert mails[-1][0].text.startswith("Moin")


def test_what_stands_too_deep_is_not_read_but_named(read):
    mails = read(corpus.deep(20), corpus.deep(60), corpus.deep(4000), corpus.plain())
    assert [why for _mail, why, _files in mails] == [None, "nested", "nested", None]
    assert mails[1][0].sender[1] == "mia@example.org"


def test_a_mail_over_which_the_program_dies_is_named_and_the_others_are_read(read, monkeypatch):
    run, begun = reading._run, []

    def mortal(paths, limits, told, most):
        """Come to an end over the second mail."""
        begun.append(len(paths))
        alive = paths[:1] if len(begun) == 1 else paths
        run(alive, limits, told, most)

    monkeypatch.setattr(reading, "_run", mortal)
    mails = read(*[corpus.plain(f"Mail {number}\n") for number in range(4)])
    assert [why for _mail, why, _files in mails] == [None, reading.DIED, None, None]
    assert [mail.text for mail, _why, _files in mails] == ["Mail 0", "", "Mail 2", "Mail 3"]
    assert begun == [4, 2]


def test_fifty_megabytes_are_read_and_more_is_not(read):
    [(mail, why, files), (head, large, none)] = read(corpus.large(49), corpus.large(51))
    assert why is None and mail.text == "Siehe Film."
    assert files[0][0] == "film.mp4" and len(files[0][1]) > 30 * 1024 * 1024
    assert large == reading.LARGE and none == []
    assert head.subject == "Drucker" and head.sender[1] == "mia@example.org"
