"""What others may use of films: the schema."""

from datetime import date
from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.showroom.films import validation
from kommunalhub.showroom.interfaces import IMedium
from kommunalhub.showroom.validation import is_picture
from plone.namedfile.field import NamedBlobFile
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import invariant


class IFilm(IMedium):
    """A film or a recording of sound; `alternative` says in words what there is to see."""

    title = schema.TextLine(title=_("label_film_title", default="Title"), max_length=200)
    file = NamedBlobFile(
        title=_("label_film_file", default="Film or recording"),
        description=_(
            "help_film_file",
            default="MP4 (H.264 and AAC) or WebM, at most 100 MB; a recording without pictures as "
            "MP3, M4A or Ogg. Where and with what it was taken is removed from it.",
        ),
        constraint=validation.is_film,
    )
    image = NamedBlobImage(
        title=_("label_film_poster", default="Poster"),
        description=_(
            "help_film_poster",
            default="The picture before the film begins: JPEG, PNG or WebP. Needed before "
            "everybody may see it, unless there are no moving pictures.",
        ),
        required=False,
        constraint=is_picture,
    )

    model.fieldset(
        "words",
        label=_("fieldset_film_words", default="In words"),
        description=_(
            "fieldset_film_words_about",
            default="For who cannot hear or see the film, for who sits in a train, and for the "
            "search, which then finds what is said in it.",
        ),
        fields=["captions", "transcript", "described"],
    )
    captions = NamedBlobFile(
        title=_("label_film_captions", default="Captions"),
        description=_(
            "help_film_captions",
            default="A file .vtt or .srt, as programs for films save it. It becomes plain text; "
            "the transcript is made of it.",
        ),
        required=False,
        constraint=validation.are_captions,
    )
    transcript = schema.Text(
        title=_("label_film_transcript", default="Transcript"),
        description=_(
            "help_film_transcript",
            default="Only if there are no captions, or if they do not say enough. An empty line "
            "begins a new paragraph; a time may stand before it, for example „2:05 Die Mühle …“.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=200_000,
    )
    described = NamedBlobFile(
        title=_("label_film_described", default="Version with audio description"),
        description=_(
            "help_film_described",
            default="The film, or its sound alone, in which somebody says what there is to see.",
        ),
        required=False,
        constraint=validation.is_described,
    )

    model.fieldset(
        "later",
        label=_("fieldset_film_later", default="If captions or transcript follow later"),
        description=_(
            "fieldset_film_later_about",
            default="An exception needs a reason and a day. Until then it is a task of who "
            "looks after the exhibit; visitors read both.",
        ),
        fields=["later_reason", "later_until"],
    )
    later_reason = schema.TextLine(
        title=_("label_film_later_reason", default="Why they are not there yet"),
        required=False,
        missing_value="",
        default="",
        max_length=300,
    )
    later_until = schema.Date(
        title=_("label_film_later_until", default="By when they follow"),
        required=False,
        min=date(2020, 1, 1),
        max=date(2100, 1, 1),
    )

    @invariant
    def reason_and_day_belong_together(data):
        reason = getattr(data, "later_reason", None) or ""
        until = getattr(data, "later_until", None)
        if until is not None and not (isinstance(reason, str) and reason.strip()):
            raise FieldError(
                _(
                    "error_film_later_reason",
                    default="Please say why captions or transcript are not there yet.",
                ),
                "later_reason",
            )
        if reason and until is None:
            raise FieldError(
                _(
                    "error_film_later_until",
                    default="Please name the day by which captions or transcript follow.",
                ),
                "later_until",
            )
