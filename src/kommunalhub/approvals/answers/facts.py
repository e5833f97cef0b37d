"""Values of a case as people read them, made from its schema.

    rows = fact_rows(self.context, self.request, IFundingConsultation, ["goal", "total_cost"])

Empty values and fields that the person may not read are left out.
"""

from Acquisition import aq_inner
from datetime import date
from datetime import datetime
from decimal import Decimal
from html import escape
from kommunalhub import _
from kommunalhub.core import formatting
from plone.app.textfield.interfaces import IRichTextValue
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamed
from plone.supermodel.utils import mergedTaggedValueDict
from z3c.relationfield.interfaces import IRelationValue
from zope.component import queryUtility
from zope.i18n import translate
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IVocabularyFactory
from zope.security import checkPermission
from zope.security.interfaces import IPermission


YES = _("answer_yes", default="yes")
NO = _("answer_no", default="no")


class Html(str):
    """Markup made by us; everything else is escaped when shown."""

    def __html__(self):
        return str(self)


def fact_rows(context, request, schema, names, formats=None):
    """Return [(label, value)] of the fields that have a value and that the person may read.

    formats: {field name: function of the value} where the field's type does not say enough,
    e.g. a rate: {"rate": formatting.percent}.
    """
    rows = []
    for name in names:
        field = schema[name]
        value = getattr(schema(context, context), name, None)
        if value in (None, "", [], (), set(), frozenset()) or not may_read(context, schema, name):
            continue
        show = (formats or {}).get(name)
        shown = show(value) if show is not None else show_value(context, request, field, value)
        if shown:
            rows.append((field.title, shown))
    return rows


def may_read(context, schema, name):
    """Return whether who is logged in may read a field (directives.read_permission)."""
    permission = mergedTaggedValueDict(schema, READ_PERMISSIONS_KEY).get(name)
    if permission is None or queryUtility(IPermission, name=permission) is None:
        return True
    return bool(checkPermission(permission, aq_inner(context)))


def readable_fields(context):
    """Return {field name: title} of all fields that who is logged in may read."""
    return {
        name: schema[name].title
        for schema in iterSchemata(context)
        for name in schema
        if hasattr(schema[name], "title") and may_read(context, schema, name)
    }


def show_value(context, request, field, value):
    """Return one value as a text, a message or Html."""
    if IRelationValue.providedBy(value):
        return _link(value)
    if ICollection.providedBy(field):
        parts = [show_value(context, request, field.value_type, item) for item in value]
        parts = [part for part in parts if part]
        texts = [as_html(part, request) for part in parts]
        if not isinstance(value, list | tuple):
            texts.sort()
        return Html(", ".join(texts))
    if IChoice.providedBy(field):
        return _term_title(context, field, value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return formatting.money(value)
    if isinstance(value, datetime):
        return formatting.moment(value)
    if isinstance(value, date):
        return formatting.day(value)
    if IRichTextValue.providedBy(value):
        return Html(value.output_relative_to(context))
    if INamed.providedBy(value):
        url = f"{context.absolute_url()}/@@download/{field.__name__}"
        return Html(f'<a href="{escape(url)}">{escape(value.filename or "")}</a>')
    return paragraphs(str(value))


def as_html(value, request):
    """Return a text or a message escaped, Html as it is."""
    if isinstance(value, Html):
        return value
    return Html(escape(translate(value, context=request)))


def paragraphs(text):
    """Return plain text as Html that keeps its line breaks."""
    return Html(escape(text).replace("\r\n", "\n").replace("\n", "<br />"))


def _link(relation):
    """Return a link to the target of a relation, or nothing when the person may not see it."""
    target = relation.to_object
    if target is None or not checkPermission("zope2.View", target):
        return None
    return Html(f'<a href="{escape(target.absolute_url())}">{escape(target.Title())}</a>')


def _term_title(context, field, value):
    vocabulary = field.vocabulary
    if vocabulary is None and field.vocabularyName:
        factory = queryUtility(IVocabularyFactory, name=field.vocabularyName)
        vocabulary = factory(context) if factory is not None else None
    if vocabulary is None:
        return str(value)
    try:
        term = vocabulary.getTerm(value)
    except LookupError:  # the office has taken it off the list since
        return str(value)
    return term.title or str(value)
