"""Films and recordings for tests, made here: heads of files without points or sound."""

import struct


def box(name, *content):
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, name) + body


def track(handler, codec):
    head = box(b"hdlr", b"\0" * 8, handler, b"\0" * 12)
    entry = box(codec, b"\0" * 20)
    table = box(b"stsd", b"\0\0\0\0\0\0\0\x01", entry)
    return box(b"trak", box(b"mdia", head, box(b"minf", box(b"stbl", table))))


def mp4(seconds=90, picture=b"avc1", sound=b"mp4a", brand=b"isom", more=(), size=64):
    """Return an MP4 with a film of so many seconds; None for a track that it has not."""
    tracks = [track(b"vide", picture)] if picture else []
    tracks += [track(b"soun", sound)] if sound else []
    length = box(b"mvhd", struct.pack(">4xIIII", 0, 0, 1000, seconds * 1000), b"\0" * 80)
    return b"".join(
        (
            box(b"ftyp", brand, b"\0\0\2\0", brand),
            box(b"moov", length, *tracks, *more),
            box(b"mdat", bytes(range(256)) * (size // 256 + 1)),
        )
    )


def element(name, content):
    return bytes.fromhex(name) + struct.pack(">Q", len(content) | 1 << 56) + content


def webm(doctype=b"webm", codecs=(b"V_VP9", b"A_OPUS"), cluster=True):
    tracks = b"".join(element("AE", element("86", codec)) for codec in codecs)
    info = element("2AD7B1", (1_000_000).to_bytes(3, "big"))
    info += element("4489", struct.pack(">d", 75_000.0))
    segment = element("1549A966", info) + element("1654AE6B", tracks)
    segment += element("1F43B675", b"\0" * 20) if cluster else b""
    return element("1A45DFA3", element("4282", doctype)) + element("18538067", segment)


CAPTIONS = """WEBVTT - gemacht mit etwas

STYLE
@import url(https://fremd.example/stil.css);
::cue { background: url(https://fremd.example/x.png) }

REGION
id:unten width:40%

NOTE <script>alert(1)</script>

eins
00:00:01.000 --> 00:00:04.500 line:85% align:start region:unten
<v Anna Lund>Moin aus der <i>Scheune</i>.</v>

00:00:05.000 --> 00:00:08.000
<img src="https://fremd.example/zaehler.gif">Hier steht die Dreschmaschine &amp; mehr.

00:02:05.000 --> 00:02:09.000
<v Ben><script>alert(1)</script>Die Windmühle dreht sich &lt;seit 1886&gt;.
"""
