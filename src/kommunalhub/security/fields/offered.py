"""Which fields, layouts and orders a person could change in the browser as well."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.core import asking
from plone import api
from plone.dexterity.interfaces import IDexterityContainer
from z3c.form.interfaces import INPUT_MODE
from zope.component import queryMultiAdapter


def fields_of_form(context, request, creating):
    """Return the set of names of fields that the add or edit form offers to who is signed in.

    context: what is edited, or what is being made, wrapped into the folder it will lie in.
    Nothing is offered where there is no form.
    """
    forms = [_add_form(context, request)] if creating else _edit_forms(context, request)
    return frozenset(name for form in forms if form is not None for name in _offered_by(form))


def _offered_by(form):
    form.updateFields()
    return frozenset(
        field.field.__name__
        for part in (form, *form.groups)
        for field in part.fields.values()
        if (field.mode or form.mode) == INPUT_MODE and not field.field.readonly
    )


def layouts_of(context):
    """Return the names of the views that the person may choose for this thing, itself included."""
    if not asking.may("Modify view template", context):
        return frozenset()
    return frozenset(name for name, _title in context.getAvailableLayouts())


def may_order(context):
    """Say whether the thing holds others whose order the page of its contents lets change."""
    return IDexterityContainer.providedBy(context)


def _add_form(context, request):
    type_info = api.portal.get_tool("portal_types").getTypeInfo(context.portal_type)
    asked = (aq_parent(aq_inner(context)), request, type_info)
    view = queryMultiAdapter(asked, name=type_info.factory)
    return _form_in(view if view is not None else queryMultiAdapter(asked))


def _edit_forms(context, request):
    """Return the form „edit“ of a thing, and those that it names in `further`.

    A form leaves out by itself what the person may not write.
    """
    edit = _form_in(queryMultiAdapter((context, request), name="edit"))
    names = getattr(edit, "further", ())
    further = [_form_in(queryMultiAdapter((context, request), name=name)) for name in names]
    forms = [form for form in (edit, *further) if form is not None]
    for form in forms:
        form.portal_type = context.portal_type  # Plone's forms learn it when they are updated
    return forms


def _form_in(view):
    """Return the form that a page wraps, the page itself where it is one, or None."""
    form = getattr(view, "form_instance", view)
    return form if hasattr(form, "updateFields") and hasattr(form, "groups") else None
