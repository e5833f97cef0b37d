"""Captions as plain words with times."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.films import cues
from showroom.films.clips import CAPTIONS

import pytest
import re


def test_captions_are_written_anew_without_what_could_load_or_run():
    text = cues.written(cues.cues_in(CAPTIONS.encode()))
    assert text == (
        "WEBVTT\n\n"
        "00:00:01.000 --> 00:00:04.500 line:85% align:start\n"
        "Anna Lund: Moin aus der Scheune.\n\n"
        "00:00:05.000 --> 00:00:08.000\n"
        "Hier steht die Dreschmaschine &amp; mehr.\n\n"
        "00:02:05.000 --> 00:02:09.000\n"
        "Ben: alert(1)Die Windmühle dreht sich &lt;seit 1886&gt;.\n"
    )


def test_what_was_written_is_read_the_same():
    once = cues.written(cues.cues_in(CAPTIONS.encode()))
    assert cues.written(cues.cues_in(once.encode())) == once


def test_srt_and_other_encodings_are_read():
    srt = "1\n00:00:01,000 --> 00:00:02,500\nMühle\n\n2\n1:00:03,0 --> 1:00:04,0\nZwei\n"
    srt = srt.replace("\n", "\r\n")
    for codec in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        found = cues.cues_in(srt.encode(codec))
        assert [(cue.start, cue.text) for cue in found] == [(1000, "Mühle"), (3_603_000, "Zwei")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"WEBVTT\n\nNOTE nichts\n", cues.NONE),
        (b"", cues.NONE),
        (b"\0\1" * 4000, cues.NOT_TEXT),
        (b"x" * (cues.MOST_BYTES + 1), cues.TOO_BIG),
        (b"WEBVTT\n\n00:05.000 --> 00:01.000\nverkehrt\n", cues.NONE),
        (b"0:01.0 --> 0:02.0\na\n\n" * (cues.MOST_CUES + 1), cues.TOO_MANY),
    ],
)
def test_what_is_refused(data, problem):
    with pytest.raises(cues.BadCues) as refused:
        cues.cues_in(data)
    assert refused.value.problem == problem


@given(st.lists(st.text("<>&/v imgscrt=\"'-\n\t:;.#x2190", max_size=80), min_size=1, max_size=4))
def test_nothing_written_is_markup_whatever_was_sent(texts):
    blocks = [f"00:0{n}.000 --> 00:0{n + 1}.000\n{text}" for n, text in enumerate(texts)]
    try:
        found = cues.cues_in(b"WEBVTT\n\n" + "\n\n".join(blocks).encode())
    except cues.BadCues:
        return
    text = cues.written(found)
    timings = re.compile(r"\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}")
    bodies = [line for line in text.split("\n") if not timings.fullmatch(line)]
    assert not any("<" in line or "-->" in line for line in bodies)
    assert cues.written(cues.cues_in(text.encode())) == text


@given(st.binary(max_size=600))
def test_no_bytes_bring_it_down(data):
    for start in (b"", b"WEBVTT\n\n", b"\xff\xfe"):
        try:
            cues.cues_in(start + data)
        except cues.BadCues as bad:
            assert bad.problem in (cues.NONE, cues.NOT_TEXT)


def test_a_transcript_begins_anew_with_each_voice_and_after_a_pause():
    found = cues.paragraphs(cues.cues_in(CAPTIONS.encode()))
    assert [(one.second, one.voice) for one in found] == [(1, "Anna Lund"), (125, "Ben")]
    assert found[0].text == "Moin aus der Scheune. Hier steht die Dreschmaschine & mehr."


def test_rolling_captions_say_each_line_once():
    text = "WEBVTT\n\n0:01.000 --> 0:03.000\nMoin\n\n0:02.000 --> 0:04.000\nMoin\n"
    assert [one.text for one in cues.paragraphs(cues.cues_in(text.encode()))] == ["Moin"]


def test_a_typed_transcript_may_have_times():
    text = "0:05 – Moin.\n\nOhne Zeit,\nin zwei Zeilen.\n\n[1:02:05] Ende"
    found = cues.typed(text)
    assert [one.second for one in found] == [5, None, 3725]
    assert [one.text for one in found] == ["Moin.", "Ohne Zeit,\nin zwei Zeilen.", "Ende"]
