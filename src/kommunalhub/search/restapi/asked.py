"""What is asked in an address; what does not fit gets a 400 with its name."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.search import engine
from kommunalhub.search.analysis.query import LONGEST_QUERY


#: Values of one facet.
MOST_VALUES = 50


def check_batch(request):
    """Refuse numbers of a batch that are none."""
    number_of(request, "b_size", 25, least=1)
    number_of(request, "b_start", 0, least=0)


def words_of(form, name, request):
    """Return what was typed; BadRequest for anything but one text."""
    value = form.get(name) or ""
    if isinstance(value, dict):
        value = value.get("query") or ""
    if not isinstance(value, str):
        raise wrong(name, _("error_text_expected", default="This must be a text."), request)
    return value.strip()[:LONGEST_QUERY]


def chosen_of(form, request):
    """Return {facet: values} of those facets that the address names."""
    chosen = {}
    for name, _facet in engine.facets(asking.is_anonymous()):
        values = form.get(name)
        if values is None:
            continue
        values = values if isinstance(values, list) else [values]
        chosen[name] = texts_of({name: values}, name, MOST_VALUES, request)
    return chosen


def sort_of(form, request):
    """Return one of engine.SORTS, the first where none is named."""
    sort = form.get("sort") or next(iter(engine.SORTS))
    if sort not in engine.SORTS:
        message = _(
            "error_sort_unknown",
            default="This must be one of: ${names}.",
            mapping={"names": ", ".join(engine.SORTS)},
        )
        raise wrong("sort", message, request)
    return sort
