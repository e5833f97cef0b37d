"""What others may use of the training materials: schema and markers."""

from kommunalhub import _
from kommunalhub.core.handouts import IHandedOut
from kommunalhub.core.validation import FieldError
from kommunalhub.materials import rules
from kommunalhub.materials import validation
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import invariant


class IMaterialSection(Interface):
    """Marks the folder `materialien`."""


class IWorkshopMaterial(model.Schema, IHandedOut):
    """A training material: a file, a text or a link to a video, and for whom it is."""

    title = schema.TextLine(
        title=_("label_material_title", default="Title"),
        description=_(
            "help_material_title", default="What it is about, e.g. „Vergabe Schritt für Schritt“."
        ),
        max_length=200,
    )
    description = schema.Text(
        title=_("label_material_description", default="Summary"),
        description=_(
            "help_material_description",
            default="Two or three sentences: what can somebody do after reading it?",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    model.primary("file")
    file = NamedBlobFile(
        title=_("label_material_file", default="File"),
        description=_(
            "help_material_file",
            default="PDF, Word (.docx), PowerPoint (.pptx) or OpenDocument (.odt, .odp). "
            "A file, a video or a text: one of the three is enough.",
        ),
        required=False,
        constraint=validation.is_material_file,
    )
    video_url = schema.TextLine(
        title=_("label_material_video", default="Link to a video"),
        description=_(
            "help_material_video",
            default="The whole address, beginning with https://. The video stays where it is: "
            "the page shows a link only.",
        ),
        required=False,
        max_length=500,
        constraint=validation.is_video_url,
    )
    subtitles = NamedBlobFile(
        title=_("label_material_subtitles", default="Subtitles of the video"),
        description=_(
            "help_material_subtitles",
            default="A file .vtt or .srt, as programs for videos save it. The search then finds "
            "what is said in the video, and everybody can read it on the page. If the material "
            "has a file too, the search looks into that one only.",
        ),
        required=False,
        constraint=validation.is_subtitles_file,
    )
    text = RichText(
        title=_("label_material_text", default="Text"),
        description=_(
            "help_material_text", default="For short instructions that need no file of their own."
        ),
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )

    model.fieldset(
        "classification",
        label=_("fieldset_material_classification", default="For whom and about what"),
        description=_(
            "fieldset_material_classification_about",
            default="With this, colleagues find the material in the list.",
        ),
        fields=["topics", "audience", "level", "material_language", "workshop_title"],
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_material_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.material_topics"),
        required=False,
    )
    directives.widget("audience", CheckBoxFieldWidget)
    audience = schema.Set(
        title=_("label_material_audience", default="Audience"),
        value_type=schema.Choice(vocabulary="kommunalhub.material_audiences"),
        required=False,
    )
    level = schema.Choice(
        title=_("label_material_level", default="Level"),
        vocabulary="kommunalhub.material_levels",
        required=False,
    )
    material_language = schema.Choice(
        title=_("label_material_language", default="Language"),
        vocabulary="kommunalhub.material_languages",
        default="de",
    )
    workshop_title = schema.TextLine(
        title=_("label_material_workshop", default="Workshop"),
        description=_(
            "help_material_workshop", default="The workshop in which the material is used, if any."
        ),
        required=False,
        max_length=200,
    )

    model.fieldset(
        "validity",
        label=_("fieldset_material_validity", default="Licence and validity"),
        fields=["licence", "valid_until", "review_on"],
    )
    licence = schema.Choice(
        title=_("label_material_licence", default="Licence"),
        description=_(
            "help_material_licence",
            default="What others may do with it. Leave it empty if you do not know.",
        ),
        vocabulary="kommunalhub.material_licences",
        required=False,
    )
    valid_until = schema.Date(
        title=_("label_material_valid_until", default="Valid until"),
        description=_(
            "help_material_valid_until", default="Empty if the content does not go out of date."
        ),
        required=False,
    )
    review_on = schema.Date(
        title=_("label_material_review_on", default="Check again on"),
        description=_(
            "help_material_review_on",
            default="On this day somebody should look whether everything is still right.",
        ),
        required=False,
    )

    @invariant
    def has_content(data):
        raw = data.text.raw if data.text else ""
        text = raw if validation.says_something(raw) else ""
        if data.subtitles:
            return  # they need a video, see below
        if not rules.has_content(data.file, data.video_url, text):
            raise FieldError(
                _(
                    "error_material_empty",
                    default="Please add a file, the link to a video, or a text.",
                ),
                "file",
            )

    @invariant
    def subtitles_have_a_video(data):
        if data.subtitles and not (data.video_url or "").strip():
            raise FieldError(
                _(
                    "error_subtitles_without_video",
                    default="The subtitles belong to a video: please enter its address too.",
                ),
                "video_url",
            )

    @invariant
    def review_comes_first(data):
        if not rules.review_comes_first(data.review_on, data.valid_until):
            raise FieldError(
                _(
                    "error_review_after_validity",
                    default="Please choose a day before the last day of validity.",
                ),
                "review_on",
            )
