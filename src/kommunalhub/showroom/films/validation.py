"""Sentences for what boxes.py and cues.py refuse, as constraints of the fields."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.showroom.films import boxes
from kommunalhub.showroom.films import cues


SENTENCES = {
    boxes.EMPTY: _(
        "error_film_empty", default="The file is empty. Please check it and choose it again."
    ),
    boxes.KIND: _(
        "error_film_kind",
        default="This is no film that browsers play, whatever its name says. Please save it as MP4 "
        "(H.264 and AAC) or WebM; a recording without pictures as MP3, M4A or Ogg.",
    ),
    boxes.QUICKTIME: _(
        "error_film_quicktime",
        default="Films in QuickTime format (.mov) are not played by all browsers. Please save it "
        "as MP4.",
    ),
    boxes.BROKEN: _(
        "error_film_broken",
        default="The film is damaged or incomplete. Please choose another copy of it.",
    ),
    boxes.NO_SOUND: _("error_film_no_sound", default="There is no sound in this file."),
}
CUES = {
    cues.NOT_TEXT: _(
        "error_captions_text", default="This is no text. Please choose a file .vtt or .srt."
    ),
    cues.TOO_BIG: _("error_captions_big", default="The file is larger than 2 MB."),
    cues.NONE: _(
        "error_captions_none",
        default="No captions were found in the file. Each begins with its time, for example "
        "00:01:05.000 --> 00:01:08.000.",
    ),
    cues.TOO_MANY: _(
        "error_captions_many",
        default="There are more than 20,000 captions in the file. Please split the film.",
    ),
}


def sentence(bad):
    """Return what to tell about a boxes.BadFilm."""
    if bad.problem == boxes.CODEC:
        return _(
            "error_film_codec",
            default="The film is written in a way that not all browsers play (${codec}). Please "
            "save it as MP4 with H.264 and AAC.",
            mapping={"codec": bad.codec or "?"},
        )
    return SENTENCES[bad.problem]


def is_film(value) -> bool:
    """Constraint: a film or a recording that browsers play, whole."""
    return _checked(value, boxes.check_film)


def is_described(value) -> bool:
    """Constraint: a film or recording with sound."""
    return _checked(value, boxes.check_sound)


def _checked(value, check):
    try:
        with value.open() as stream:
            check(stream)
    except boxes.BadFilm as bad:
        raise FieldError(sentence(bad)) from bad
    return True


def are_captions(value) -> bool:
    """Constraint: a file of captions."""
    try:
        with value.open() as stream:
            cues.cues_in(stream.read(cues.MOST_BYTES + 1))
    except cues.BadCues as bad:
        raise FieldError(CUES[bad.problem]) from bad
    return True
