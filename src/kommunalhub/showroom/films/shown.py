"""What a visitor gets of a film, as plain values: for the part, the page, JSON-LD and REST."""

from dataclasses import astuple
from kommunalhub.core import formatting
from kommunalhub.core.pictures.cuts.scaling import cut_of
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.lib.filetext.plain import time_code
from kommunalhub.showroom.films import gaps
from kommunalhub.showroom.films import operations
from kommunalhub.showroom.films import rules
from kommunalhub.showroom.films import serving
from kommunalhub.showroom.films import state


#: Name of the scale in which the poster stands before the film.
POSTER_SCALE = "large"


def facts(film):
    """Return {is_video, seconds, length, url, media_type, captions_url, …} of a film."""
    known = state.facts_of(film)
    return {
        "url": serving.address_of(film, "film"),
        "filename": film.file.filename if film.file is not None else None,
        "media_type": film.file.contentType if film.file is not None else "",
        "is_video": known.has_picture,
        "has_sound": known.has_sound,
        "seconds": known.seconds,
        "length": time_code(known.seconds) if known.seconds else None,
        "captions_url": serving.address_of(film, "captions"),
        **described(film),
    }


def described(film):
    """Return {described_url, described_type, described_is_video} of the described version."""
    known = state.facts_of(film, "described")
    return {
        "described_url": serving.address_of(film, "described"),
        "described_type": film.described.contentType if film.described is not None else "",
        "described_is_video": known.has_picture,
    }


def film_shown(film, asked=None, prefix=""):
    """Return all that the part and the page show.

    asked: second that somebody asked for. prefix: before the ids of the transcript's places, where
    several films stand on one page.
    """
    today = formatting.to_local(formatting.now()).date()
    until, reason = film.later_until, (film.later_reason or "").strip()
    is_later = until is not None and any(rules.lacks(gaps.has_of(film), until, today))
    return {
        **facts(film),
        "id": film.getId(),
        "title": film.Title(),
        "page_url": film.absolute_url(),
        "words": film.alternative,
        "credits": film.credits,
        "licence": titles_of("kommunalhub.showroom.licences").get(film.licence),
        "poster": poster(film),
        "transcript": transcript(film, asked, prefix),
        "later": {"reason": reason, "day": formatting.day(until)} if is_later else None,
    }


def poster(film):
    """Return the address of the poster, None without one."""
    image = film.image
    if image is None:
        return None
    url = serving.with_mark(f"{film.absolute_url()}/@@images/image/{POSTER_SCALE}", image)
    cut = cut_of(film)
    if cut.is_whole:
        return url
    return f"{url}{'&' if '?' in url else '?'}cut={'-'.join(map(str, astuple(cut)))}"


def transcript(film, asked=None, prefix=""):
    """Return [{id, asked_id, second, time, voice, text, url, is_asked}] of what is said."""
    found, url = operations.transcript_of(film), film.absolute_url()
    place = rules.place_at([one.second for one in found], asked)
    return [
        {
            "id": None if one.second is None else f"{prefix}s{one.second}",
            "asked_id": f"{prefix}s{asked}" if number == place and asked != one.second else None,
            "second": one.second,
            "time": None if one.second is None else time_code(one.second),
            "url": None if one.second is None else f"{url}?t={one.second}#s{one.second}",
            "voice": one.voice,
            "text": one.text,
            "is_asked": number == place,
        }
        for number, one in enumerate(found)
    ]


def structured(film, shown):
    """Return the film as schema.org's VideoObject or AudioObject."""
    kind = "VideoObject" if shown["is_video"] else "AudioObject"
    found = {
        "@type": kind,
        "name": shown["title"],
        "description": shown["words"] or shown["title"],
        "url": shown["page_url"],
        "contentUrl": shown["url"],
        "encodingFormat": shown["media_type"],
        "thumbnailUrl": shown["poster"],
        "uploadDate": film.created().toZone("UTC").strftime("%Y-%m-%dT%H:%M:%SZ"),
        "duration": f"PT{shown['seconds']}S" if shown["seconds"] else None,
        "transcript": " ".join(one["text"] for one in shown["transcript"]) or None,
    }
    return {name: value for name, value in found.items() if value}
