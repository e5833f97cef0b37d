"""Whatever picture somebody chooses can be cut, unless it says here why not."""

from importlib import import_module
from io import BytesIO
from kommunalhub.core.pictures.cuts.interfaces import ICut
from kommunalhub.core.tools import tool
from kommunalhub.editorial.areas.browser.forms import AreaForm
from kommunalhub.editorial.areas.interfaces import IAreaFacts
from pathlib import Path
from PIL import Image
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import createContent
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.field import NamedBlobImage as Field
from plone.namedfile.file import NamedBlobImage
from plone.namedfile.interfaces import INamedImageField
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldsInOrder

import kommunalhub


SOURCE = Path(kommunalhub.__file__).parent
#: Pictures that nobody can cut.
WHOLE = {(IAreaFacts, "crest"): "a coat of arms is shown whole, in no shape but its own"}
#: Pictures that are no field of a thing: the form that has the fields of the cut beside them.
FORMS = {(IAreaFacts, "picture"): AreaForm}
#: Types whose `image` is cut.
TYPES = {"Image", "News Item", "Space", "Exhibit", "ExhibitPicture", "Film", "SolidView"}


def fields_of_types():
    """Return {(schema, name): [types]} of the pictures of all types of the site."""
    found = {}
    for fti in tool("portal_types").listTypeInfo():
        if IDexterityFTI.providedBy(fti):
            for schema in iterSchemataForType(fti.getId()):
                for name, field in getFieldsInOrder(schema):
                    if INamedImageField.providedBy(field):
                        found.setdefault((schema, name), []).append(fti.getId())
    return found


def fields_written_here():
    """Return {(schema, name)} of all fields for pictures that stand in our code."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if f"import {Field.__name__}" in path.read_text("utf-8"):
            parts = path.relative_to(SOURCE.parent).with_suffix("").parts
            for schema in vars(import_module(".".join(parts).removesuffix(".__init__"))).values():
                if isinstance(schema, InterfaceClass):
                    found |= {
                        (schema, name)
                        for name in schema.names()
                        if INamedImageField.providedBy(schema[name])
                    }
    return found


def test_every_picture_of_a_type_can_be_cut(integration):
    found = fields_of_types()
    types = {kind for kinds in found.values() for kind in kinds}
    assert types == TYPES
    assert {name for _schema, name in found} == {"image"}
    assert [kind for kind in types if ICut not in iterSchemataForType(kind)] == []


def test_every_other_field_says_why_not_or_has_a_form_that_cuts(integration):
    of_types = set(fields_of_types())
    used = {schema for schema, _name in of_types}
    others = {
        (schema, name)
        for schema, name in fields_written_here() - of_types
        if not any(one.extends(schema) for one in used)
    }
    assert others == set(WHOLE) | set(FORMS)
    for (_schema, name), form in FORMS.items():
        assert form.cut_picture == name
        assert [field for field in ICut if f"ICut.{field}" not in form.fields] == []


def test_scales_of_all_of_them_show_the_cut(integration):
    image = BytesIO()
    Image.new("RGB", (400, 200), "navy").save(image, "PNG")
    portal = integration["portal"]
    for kind in sorted(TYPES):
        value = NamedBlobImage(image.getvalue(), filename="bild.png")
        thing = createContent(kind, id="ding", image=value, cut_left=50, picture_turn=0)
        scale = thing.__of__(portal).unrestrictedTraverse("@@images").scale("image", scale="large")
        assert (scale.width, scale.height) == (200, 200), kind
