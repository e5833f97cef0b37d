"""Cut films out of the panoramas: slow looks around, with sounds that are reckoned, not recorded.

    python films.py MEDIA [NAME …]      (needs numpy, Pillow and ffmpeg; see README.md)

Writes NAME.mp4 and NAME.jpg (the poster) beside the panoramas it looks at.
"""

from dataclasses import dataclass
from pathlib import Path
from PIL import Image

import math
import numpy
import subprocess
import sys
import tempfile
import wave


WIDE, HIGH, RATE = 768, 432, 16  # points, points, pictures a second
SOUND = 22_050  # values a second
FADE = 0.8  # seconds in which one look goes over into the next


@dataclass(frozen=True)
class Look:
    """A look around: from one direction (yaw, pitch, field of view in degrees) to another."""

    room: str
    seconds: float
    start: tuple
    end: tuple
    sound: str


FILMS = {
    "blick-in-die-scheune": (
        Look("hof", 7, (-60, 4, 75), (0, 4, 60), "birds"),
        Look("diele", 8, (-80, 2, 80), (35, -6, 70), "wind"),
        Look("diele", 4, (85, -3, 66), (85, -5, 44), "fire"),
        Look("stube", 8, (-110, -6, 80), (20, -8, 72), "clock"),
    ),
    "durch-die-dorfkirche": (
        Look("kirchenschiff", 10, (-70, 4, 80), (0, 4, 62), "bell"),
        Look("altarraum", 9, (-60, -2, 78), (0, -4, 50), "hush"),
        Look("kirchenschiff", 5, (150, 12, 78), (185, 14, 70), "hush"),
    ),
}


def directions(yaw, pitch, fov):
    """Return (yaw, pitch) of each point of a picture, in radians."""
    half = math.tan(math.radians(fov) / 2)
    x = numpy.linspace(-half, half, WIDE)[None, :]
    y = numpy.linspace(half, -half, HIGH)[:, None] * HIGH / WIDE
    tilt = math.radians(pitch)
    up = y * math.cos(tilt) + math.sin(tilt) + 0 * x
    ahead = math.cos(tilt) - y * math.sin(tilt) + 0 * x
    side = x + 0 * y
    return (
        numpy.arctan2(side, ahead) + math.radians(yaw),
        numpy.arctan2(up, numpy.hypot(side, ahead)),
    )


def seen(panorama, yaw, pitch, fov):
    """Return what a look at a panorama shows, between its points as between pixels."""
    high, wide = panorama.shape[:2]
    across, down = directions(yaw, pitch, fov)
    x = (across / (2 * math.pi) + 0.5) * wide - 0.5
    y = numpy.clip((0.5 - down / math.pi) * high - 0.5, 0, high - 1.001)
    left, top = numpy.floor(x).astype(int), numpy.floor(y).astype(int)
    a, b = (x - left)[..., None], (y - top)[..., None]
    left, right = left % wide, (left + 1) % wide
    above = panorama[top, left] * (1 - a) + panorama[top, right] * a
    below = panorama[top + 1, left] * (1 - a) + panorama[top + 1, right] * a
    return above * (1 - b) + below * b


def eased(share):
    return share * share * (3 - 2 * share)


def pictures(film, rooms):
    """Yield the pictures of a film; one look fades into the next."""
    last = None
    for look in film:
        count = int(look.seconds * RATE)
        for number in range(count):
            share = eased(number / (count - 1))
            at = [a + (b - a) * share for a, b in zip(look.start, look.end, strict=True)]
            picture = seen(rooms[look.room], *at)
            mixed = min(1.0, number / (FADE * RATE))
            if last is not None and mixed < 1:
                picture = last * (1 - mixed) + picture * mixed
            yield picture
        last = picture


def sounds(film, seed=7):
    """Return the sound of a film as values between -1 and 1."""
    chance = numpy.random.default_rng(seed)
    parts = []
    for look in film:
        n = int(look.seconds * SOUND)
        t = numpy.arange(n) / SOUND
        hush = smooth(chance.normal(0, 1, n), 60)
        part = 0.05 * hush / (abs(hush).max() or 1)
        if look.sound == "wind":
            part *= 2.4 + 1.6 * numpy.sin(2 * math.pi * 0.23 * t)
        elif look.sound == "birds":
            for start in chance.uniform(0.3, look.seconds - 1, 9):
                call = (t > start) & (t < start + 0.16)
                tone = numpy.sin(2 * math.pi * (3200 * t + 500 * numpy.sin(38 * t)))
                part += 0.07 * call * tone * numpy.sin(math.pi * (t - start) / 0.16).clip(0)
        elif look.sound == "fire":
            for start in chance.uniform(0, look.seconds, 60):
                at = int(start * SOUND)
                burst = chance.normal(0, 0.2, 160) * numpy.exp(-numpy.arange(160) / 35)
                part[at : at + 160] += burst[: len(part[at : at + 160])]
        elif look.sound == "clock":
            for beat in range(int(look.seconds)):
                at = int(beat * SOUND)
                tick = numpy.sin(numpy.arange(500) * (0.5 if beat % 2 else 0.42))
                part[at : at + 500] += 0.22 * tick * numpy.exp(-numpy.arange(500) / 90)
        elif look.sound == "bell":
            for start in (0.5, 3.5, 6.5):
                since = (t - start).clip(0)
                for share, loud in ((1, 0.12), (2.02, 0.08), (2.74, 0.05), (0.5, 0.06)):
                    tone = numpy.sin(2 * math.pi * 330 * share * since)
                    part += loud * tone * numpy.exp(-since * 1.1 * share) * (t > start)
        edge = (numpy.minimum(t, look.seconds - t) / 0.3).clip(0, 1)
        parts.append(part * edge)
    return numpy.concatenate(parts).clip(-1, 1)


def smooth(values, width):
    return numpy.convolve(values, numpy.ones(width) / width, "same")


def write(name, media):
    """Write a film and its poster."""
    film = FILMS[name]
    rooms = {}
    for room in {look.room for look in film}:
        with Image.open(media / f"{room}.jpg") as picture:
            rooms[room] = numpy.asarray(picture.convert("RGB"), dtype=numpy.float32)
    with tempfile.TemporaryDirectory() as folder:
        heard = Path(folder) / "sound.wav"
        with wave.open(str(heard), "wb") as target:
            target.setparams((1, 2, SOUND, 0, "NONE", ""))
            target.writeframes((sounds(film) * 32_000).astype("<i2").tobytes())
        raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDE}x{HIGH}", "-r", str(RATE)]
        made = ["-c:v", "libx264", "-preset", "medium", "-crf", "27", "-pix_fmt", "yuv420p"]
        made += ["-c:a", "aac", "-b:a", "48k", "-shortest", "-movflags", "+faststart"]
        made += ["-map_metadata", "-1", "-fflags", "+bitexact", "-threads", "1"]
        target = media / f"{name}.mp4"
        command = ["ffmpeg", "-loglevel", "error", "-y", *raw, "-i", "-", "-i", heard]
        command += [*made, target]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as ffmpeg:
            for picture in pictures(film, rooms):
                ffmpeg.stdin.write(picture.astype("uint8").tobytes())
            ffmpeg.stdin.close()
    look = film[len(film) // 2]
    poster = seen(rooms[look.room], *look.end).astype("uint8")
    Image.fromarray(poster).save(media / f"{name}.jpg", quality=84)


if __name__ == "__main__":
    for called in sys.argv[2:] or FILMS:
        write(called, Path(sys.argv[1]))
