"""Captions (WebVTT or SRT) as plain words with times, and written anew. Pure.

What a file of captions may carry besides (styles, regions, notes, tags) is left out, so a browser
that shows them loads nothing and runs nothing: no style sheet, no picture, no script.
"""

from dataclasses import dataclass
from kommunalhub.lib.filetext.plain import decode

import html
import re


#: Bytes of a file, cues, letters of a cue at most.
MOST_BYTES, MOST_CUES, LONGEST = 2 * 1024 * 1024, 20_000, 600
#: The last moment of a film: a day.
LAST = 24 * 3600 * 1000
_TIMING = re.compile(
    r"\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})"
    r"([ \t][^\n]{0,300})?\s*"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,60})?[ \t]+([^>]{1,80})>")
_TAG = re.compile(r"<[^>]*(?:>|$)|\{\\[^}\n]{0,100}\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Where on the film a cue stands; everything else of its settings is left out.
_SETTING = re.compile(
    r"line:-?\d{1,3}(?:\.\d{1,2})?%?|(?:position|size):\d{1,3}(?:\.\d{1,2})?%"
    r"|align:(?:start|center|end|left|right)"
)
_SENTENCE_END = re.compile(r"[.!?…:]['\"“»”’)]*$")
#: A paragraph ends after a pause of so many ms, or with a sentence after so many letters.
PAUSE, PARAGRAPH = 3000, 280

NOT_TEXT, TOO_BIG, NONE, TOO_MANY = "not_text", "too_big", "none", "too_many"


class BadCues(Exception):
    """A file that is none of captions; `problem` is one of the tokens above."""

    def __init__(self, problem):
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Cue:
    """What is shown from one moment to another (milliseconds). voice: who says it, "" unknown."""

    start: int
    end: int
    text: str
    voice: str = ""
    settings: str = ""


def cues_in(data):
    """Return the Cues of a file (bytes), in their order; raises BadCues."""
    if len(data) > MOST_BYTES:
        raise BadCues(TOO_BIG)
    if data.count(0) > len(data) // 4 and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise BadCues(NOT_TEXT)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    found = []
    for block in re.split(r"\n[ \t]*\n", text):
        cue = _cue(block.strip("\n").split("\n"))
        if cue is not None:
            found.append(cue)
            if len(found) > MOST_CUES:
                raise BadCues(TOO_MANY)
    if not found:
        raise BadCues(NONE)
    return sorted(found, key=lambda cue: (cue.start, cue.end))


def _cue(lines):
    """Return the Cue of a block of lines, None for a style, a note, or what says nothing."""
    for number in (0, 1):
        timing = _TIMING.fullmatch(lines[number]) if number < len(lines) else None
        if timing is not None:
            break
    else:
        return None
    start, end = milliseconds(timing[1]), milliseconds(timing[2])
    text = "\n".join(lines[number + 1 :])
    voice = _VOICE.search(text)
    words = plain(text)
    if not words or not 0 <= start < end <= LAST:
        return None
    settings = " ".join(
        _SETTING.fullmatch(one)[0] for one in (timing[3] or "").split() if _SETTING.fullmatch(one)
    )
    return Cue(start, end, words, plain(voice[1]).replace("\n", " ") if voice else "", settings)


def plain(text):
    """Return the words of a cue: no tags, no entities, no control characters; lines stay.

    >>> plain("<i>Moin</i> &amp; <c.gelb>hallo</c><img src='https://fremd.example/x.gif'>")
    'Moin & hallo'
    """
    text = _CONTROL.sub("", html.unescape(_TAG.sub("", text)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)[:LONGEST]


def milliseconds(code):
    """Return a time code as milliseconds.

    >>> milliseconds("1:02:05.5"), milliseconds("02:05,040")
    (3725500, 125040)
    """
    whole, part = re.split(r"[.,]", code)
    seconds = 0
    for piece in whole.split(":"):
        seconds = seconds * 60 + int(piece)
    return seconds * 1000 + int(part.ljust(3, "0"))


def stamp(ms):
    """Return milliseconds as WebVTT writes them.

    >>> stamp(125_040)
    '00:02:05.040'
    """
    seconds, part = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{part:03}"


def written(cues):
    """Return Cues as a WebVTT file: plain text in each, and where it stands."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        said = html.escape(_said(cue), quote=False)
        timing = " ".join(filter(None, (f"{stamp(cue.start)} --> {stamp(cue.end)}", cue.settings)))
        blocks.append(f"{timing}\n{said}\n")
    return "\n".join(blocks)


def _said(cue):
    is_named = not cue.voice or cue.text.startswith(f"{cue.voice}:")
    return cue.text if is_named else f"{cue.voice}: {cue.text}"


@dataclass(frozen=True)
class Paragraph:
    """What is said from a second on; None where nobody wrote down the time."""

    second: int | None
    text: str
    voice: str = ""


def paragraphs(cues):
    """Return the Paragraphs of a transcript made of captions.

    A new one begins where somebody else speaks, after a pause, and after a sentence when the one
    before is long enough.
    """
    found, said, last = [], [], None
    for cue in cues:
        words = " ".join(cue.text.split("\n"))
        if last is not None and words == last.text.replace("\n", " ") and cue.start <= last.end:
            continue  # rolling captions say each line twice
        if said and _begins_anew(said, last, cue):
            found.append(_paragraph(said))
            said = []
        said.append(cue)
        last = cue
    return [*found, _paragraph(said)] if said else found


def _begins_anew(said, last, cue):
    if (cue.voice and cue.voice != said[0].voice) or cue.start - last.end >= PAUSE:
        return True
    length = sum(len(one.text) for one in said)
    return length >= 3 * PARAGRAPH or (length >= PARAGRAPH and _SENTENCE_END.search(last.text))


def _paragraph(said):
    text = " ".join(" ".join(cue.text.split("\n")) for cue in said)
    return Paragraph(said[0].start // 1000, text, said[0].voice)


_TYPED = re.compile(r"\[?((?:\d{1,2}:)?\d{1,2}:\d{2})\]?(?:[ \t]*[-–—:])?[ \t]+(.+)", re.DOTALL)


def typed(text):
    """Return the Paragraphs of a transcript that somebody typed; a time may stand before each.

    >>> typed("[2:05] Die Mühle.\\n\\nSie dreht sich.")
    [Paragraph(second=125, text='Die Mühle.', voice=''), \
Paragraph(second=None, text='Sie dreht sich.', voice='')]
    """
    found = []
    for block in re.split(r"\n[ \t]*\n", (text or "").replace("\r\n", "\n")):
        words = block.strip()
        timed = _TYPED.fullmatch(words)
        if timed is not None:
            found.append(Paragraph(milliseconds(f"{timed[1]}.0") // 1000, timed[2].strip()))
        elif words:
            found.append(Paragraph(None, words))
    return found
