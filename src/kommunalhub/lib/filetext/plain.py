"""Plain text in any encoding, HTML, and subtitles by the minute."""

from kommunalhub.lib import htmltext
from kommunalhub.lib.filetext.limits import Full

import html
import re


MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})""", re.I)
_CUE = re.compile(r"\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s+-->")
_TAG = re.compile(r"<[^>\n]{0,500}>|\{\\[^}\n]{0,100}\}")
#: Seconds of subtitles that make one part.
SPAN = 60


def decode(data, declared=None):
    """Return bytes as text: by their mark, UTF-8, what is declared, else as Windows writes."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if data.count(0) > len(data) // 4:
        return data.decode("utf-16-le" if not any(data[1:2000:2]) else "utf-16-be", "replace")
    for codec in ("utf-8", declared):
        try:
            # the last letter may have been cut in the middle
            return data[:-3].decode(codec) + data[-3:].decode(codec, "ignore")
        except (UnicodeDecodeError, LookupError, TypeError):
            try:
                if codec == "utf-8":
                    return data[:-6].decode(codec) + data[-6:].decode(codec, "ignore")
            except UnicodeDecodeError:
                pass
    return data.decode("cp1252", "replace")


def read_text(file, sink, limits, ocr):
    """Read plain text."""
    data, is_cut = _head(file, limits)
    sink.part(decode(data))
    if is_cut:
        raise Full


def read_html(file, sink, limits, ocr):
    """Read HTML: its words, title and descriptions of pictures; no scripts."""
    data, is_cut = _head(file, limits)
    charset = _CHARSET.search(data[:4096])
    text = decode(data, charset[1].decode("ascii") if charset else None)
    with sink.gathering() as gathered:
        htmltext.feed(text, gathered.add)
    if is_cut:
        raise Full


def read_subtitles(file, sink, limits, ocr):
    """Read VTT or SRT; `number` of a part is the second at which it begins."""
    sink.unit = "second"
    data, is_cut = _head(file, limits)
    began, said, is_cue, last = None, [], False, ""
    for line in decode(data).splitlines():
        cue = _CUE.match(line)
        if cue:
            second = int(cue[1] or 0) * 3600 + int(cue[2]) * 60 + int(cue[3])
            if began is None or not 0 <= second - began < SPAN:
                _write(sink, began, said)
                began, said = second, []
            is_cue = True
        elif not line.strip():
            is_cue = False
        elif is_cue:
            words = html.unescape(_TAG.sub("", line)).strip()
            if words != last:  # rolling subtitles say each line twice
                said.append(words)
            last = words
    _write(sink, began, said)
    if is_cut:
        raise Full


def _write(sink, began, said):
    if began is not None:
        sink.part(" ".join(said), "time", began, time_code(began))


def time_code(seconds):
    """Return seconds as people write them.

    >>> time_code(3725), time_code(125)
    ('1:02:05', '2:05')
    """
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def _head(file, limits):
    """Return (as much of a file as is looked at, whether there is more)."""
    data = file.read(limits.plain + 1)
    return data[: limits.plain], len(data) > limits.plain
