"""Asks the rules of every query of the catalog that a request makes, whoever put it together.

Pages, services, collections, vocabularies, feeds and add-ons yet to come have one thing in common:
they ask the catalog. So its methods are where the limits are: configure.zcml puts these functions
in their place, and in that of the function that reads queries as collections keep them.
"""

from kommunalhub.core.private.catalog import indexes_of
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.limits import rules
from kommunalhub.security.limits.refusing import refusal
from kommunalhub.security.publication import questions
from plone.app.querystring import queryparser
from Products.CMFCore.CatalogTool import CatalogTool as CoreCatalogTool
from Products.CMFPlone.CatalogTool import CatalogTool
from Products.ExtendedPathIndex.ExtendedPathIndex import ExtendedPathIndex
from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex
from zope.globalrequest import getRequest


# Named here, before anything takes their place.
_search_results = CatalogTool.searchResults
_search = CatalogTool.search
_unrestricted_search_results = CoreCatalogTool.unrestrictedSearchResults
_parse = queryparser.parseFormquery

#: How Plone's parser fails over rows that no page of Plone writes.
READING = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
SORT_ON = ("sort_on", "sort-on")
OPERATORS = ("or", "and")
#: Kinds of what is asked that have no options.
PLAIN = {str, bool, int, list, tuple}


def search_results(self, query=None, **kw):
    _check(self, query, kw)
    return _search_results(self, query, **kw)


def search(self, query, sort_index=None, reverse=0, limit=None, merge=1):
    _check(self, query, {"sort_limit": limit})
    return _search(self, query, sort_index, reverse, limit, merge)


def unrestricted_search_results(self, REQUEST=None, **kw):
    _check(self, REQUEST, kw)
    return _unrestricted_search_results(self, REQUEST, **kw)


def parse_rows(context, formquery, sort_on=None, sort_order=None):
    request = _request()
    if request is None:
        return _parse(context, formquery, sort_on, sort_order)
    try:
        rules.check_rows(formquery)
        questions.refuse(
            (*(row["i"] for row in formquery or ()), *questions.orders(sort_on)), request
        )
        return _parse(context, formquery, sort_on, sort_order)
    except rules.TooMuch as error:
        raise refusal(error, request) from error
    except READING as error:
        raise refusal(rules.TooMuch("query", "form"), request) from error


def _check(catalog, query, more):
    request = _request()
    if request is None:
        return
    indexes = indexes_of(catalog)
    try:
        for asked in (query, more):
            if asked:
                if not hasattr(asked, "items"):
                    raise rules.TooMuch("query", "form")
                rules.check_query(asked, lambda name: _kind(indexes.get(name)))
                _check_known(asked, indexes)
    except rules.TooMuch as error:
        raise refusal(error, request) from error


def _kind(index):
    if isinstance(index, ExtendedPathIndex):
        return rules.PATHS
    return rules.WORDS if isinstance(index, ZCTextIndex) else None


def _check_known(query, indexes):
    """Raise TooMuch for options that an index does not know, and for an order it does not have."""
    for name, asked in query.items():
        if name in SORT_ON:
            for one in (asked,) if isinstance(asked, str) else asked or ():
                if one in indexes and not hasattr(indexes[one], "documentToKeyMap"):
                    raise rules.TooMuch(name, "form")
        elif type(asked) not in PLAIN and hasattr(asked, "items") and name in indexes:
            known = getattr(indexes[name], "query_options", None)
            for option, value in asked.items():
                unknown = known is not None and option != "query" and option not in known
                if unknown or (option == "operator" and str(value).lower() not in OPERATORS):
                    raise rules.TooMuch(f"{name}.{option}", "form")


def _request():
    """Return the request on a site of ours, None where a program asks without one."""
    request = getRequest()
    return request if IKommunalhubLayer.providedBy(request) else None
