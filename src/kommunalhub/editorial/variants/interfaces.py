"""The behaviours: of a page that says the same in another way, and of a folder that promises it."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.editorial.variants import reading
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from plone.uuid.interfaces import IUUID
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import invariant
from zope.interface import provider


FIELDS = ("variant_kind", "variant_of")


@provider(IFormFieldProvider)
class IVariant(model.Schema):
    """Behaviour `kommunalhub.variant`: a page may be a variant of another one."""

    model.fieldset(
        "variant",
        label=_("fieldset_variant", default="Easy language, sign language"),
        fields=list(FIELDS),
    )
    variant_kind = schema.Choice(
        title=_("label_variant_kind", default="This page is in"),
        description=_(
            "help_variant_kind",
            default="Only for a page that says the same as another one. Both then lead to each "
            "other, at the top.",
        ),
        vocabulary="kommunalhub.variant_kinds",
        required=False,
    )
    variant_of = schema.Choice(
        title=_("label_variant_of", default="It belongs to the page"),
        description=_(
            "help_variant_of",
            default="A page of the same administration. The link stays when one of them is moved.",
        ),
        vocabulary="kommunalhub.variant_pages",
        required=False,
    )

    @invariant
    def is_whole(data):
        kind, page = getattr(data, "variant_kind", None), getattr(data, "variant_of", None)
        if bool(kind) != bool(page):
            raise FieldError(
                _(
                    "error_variant_half",
                    default="Please choose both: what the page is in, and which one it belongs to.",
                ),
                "variant_of" if kind else "variant_kind",
            )

    @invariant
    def is_the_only_one(data):
        kind, page = getattr(data, "variant_kind", None), getattr(data, "variant_of", None)
        if not isinstance(kind, str) or not isinstance(page, str):
            return
        here = getattr(data, "__context__", None)
        uid = IUUID(here, None) if IVariant.providedBy(here) else None
        if set(reading.others_of(page, kind)) - {uid}:
            raise FieldError(
                _("error_variant_taken", default="There is such a page already for this page."),
                "variant_kind",
            )
        if uid is not None and reading.has_variants(uid):
            raise FieldError(
                _(
                    "error_variant_has_variants",
                    default="Other pages belong to this one. It cannot belong to another.",
                ),
                "variant_of",
            )


@provider(IFormFieldProvider)
class IPromise(model.Schema):
    """Behaviour `kommunalhub.promise`: in this folder, each page is there in these ways, too."""

    model.fieldset(
        "upkeep", label=_("fieldset_upkeep", default="Responsibility"), fields=["promised_variants"]
    )
    directives.widget("promised_variants", CheckBoxFieldWidget)
    promised_variants = schema.Set(
        title=_("label_promised_variants", default="Each page also in"),
        description=_(
            "help_promised_variants",
            default="“Check page” then says where one is missing. Left open, what the folder above "
            "says holds.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.variant_kinds"),
        required=False,
    )
