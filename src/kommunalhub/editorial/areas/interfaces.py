"""What editors fill in for their area."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas import words
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


LONGEST_TEXT = 3000
SIGNS = SimpleVocabulary([SimpleTerm(name, title=title) for name, title in words.SIGNS.items()])


def read_by(reader):
    """Return a constraint: lines that a reader of typed.py understands."""

    def constraint(value) -> bool:
        try:
            reader(value)
        except typed.BadLine as bad:
            raise FieldError(words.bad_line(bad.args[0])) from bad
        except typed.TooMany as many:
            raise FieldError(words.too_many(many.args[0])) from many
        return True

    return constraint


class IAreaFacts(model.Schema):
    """What the home of an administration says of it."""

    introduction = schema.Text(
        title=_("label_area_introduction", default="Introduction"),
        description=_(
            "help_area_introduction",
            default="Who you are and what people find here, in a few sentences. An empty line "
            "begins a paragraph; the first one stands out.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=LONGEST_TEXT,
    )
    picture = NamedBlobImage(
        title=_("label_area_picture", default="Picture above the introduction"),
        description=_(
            "help_area_picture",
            default="PNG, JPEG or WebP. It is made smaller here, and where and when it was taken "
            "is left out. A new one takes the place of the old one.",
        ),
        required=False,
    )
    picture_text = schema.TextLine(
        title=_("label_picture_text", default="What the picture shows"),
        description=_(
            "help_area_picture_text",
            default="One sentence for people who do not see it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=250,
    )
    picture_decorative = schema.Bool(
        title=_("label_area_decorative", default="The picture is decoration and says nothing"),
        required=False,
        default=False,
    )
    picture_remove = schema.Bool(
        title=_("label_area_picture_remove", default="Take the picture away"),
        required=False,
        default=False,
    )
    contacts = schema.Text(
        title=_("label_area_contacts", default="Offices"),
        description=_(
            "help_area_contacts",
            default="A line each: name; telephone; e-mail; place. For example: Bürgerbüro; 040 "
            "66969-210; buergerbuero@example.org; Erdgeschoss, Zimmer 3",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=4000,
        constraint=read_by(typed.read_contacts),
    )
    week = schema.Text(
        title=_("label_area_week", default="Opening hours"),
        description=_(
            "help_area_week",
            default="A line for each group of days. For example: Mo–Do 8–12, 14–16",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=2000,
        constraint=read_by(typed.read_week),
    )
    specials = schema.Text(
        title=_("label_area_specials", default="Days with other hours"),
        description=_(
            "help_area_specials",
            default="A line each, for example: 22.12.2026 8–12 – or: 24.12.2026 – 31.12.2026 "
            "geschlossen Betriebsferien. Public holidays are known.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=4000,
        constraint=read_by(typed.read_specials),
    )
    links = schema.Text(
        title=_("label_area_links", default="Links"),
        description=_(
            "help_area_links",
            default="A line each: words, then the address. For example: Rathaus online: "
            "https://www.example.org – within the hub an address like /workshops is enough.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=4000,
        constraint=read_by(typed.read_links),
    )
    note = schema.Text(
        title=_("label_area_note", default="Note for colleagues"),
        description=_(
            "help_area_note",
            default="Only people of the administrations and of the hub read it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=LONGEST_TEXT,
    )
    sign = schema.Choice(
        title=_("label_area_sign", default="Drawn crest"),
        description=_(
            "help_area_sign", default="In the colour of your administration, with this sign on it."
        ),
        vocabulary=SIGNS,
        default="waves",
    )
    crest = NamedBlobImage(
        title=_("label_area_crest", default="Crest as a picture"),
        description=_(
            "help_area_crest", default="Stands in place of the drawn one. PNG, JPEG or WebP."
        ),
        required=False,
    )
    crest_remove = schema.Bool(
        title=_("label_area_crest_remove", default="Take the picture of the crest away"),
        required=False,
        default=False,
    )
