"""What every answer tells the browser: which sources it may load, who may frame it, and so on.

Set once, after the answer is made and before it is sent: pages, errors, redirects, REST, files.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from functools import partial
from kommunalhub.core.browser.frame import is_own_page
from kommunalhub.core.browser.inlined import HEADER as STYLES
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security import policies
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.security.settings import is_https
from kommunalhub.security.settings import setting
from plone.caching.hooks import Intercepted
from plone.formwidget.recurrence.z3cform.interfaces import IRecurrenceWidget
from plone.rest.interfaces import IAPIRequest
from Products.CMFCore.interfaces import IContentish
from z3c.form.interfaces import IOrderedSelectWidget
from z3c.form.interfaces import IWidgets
from zope.globalrequest import getRequest


#: What nobody needs to know; the last one is told by one part of the house to another.
BANNERS = {"x-powered-by", "server", STYLES.lower()}
POLICY = "Content-Security-Policy"
REFERRER = "Referrer-Policy"
FRAMES = "X-Frame-Options"
#: Which depend on how a page is made.
OF_THE_PAGE = {POLICY, FRAMES}


def finish(event):
    """Set the headers of a finished answer (IPubSuccess)."""
    set_headers(event.request)


def finish_failure(event):
    """Set the headers of an error; what is sent from memory is sent by an exception too."""
    set_headers(event.request, is_page=issubclass(event.exc_info[0], Intercepted))


def before_streaming(event):
    """Set the headers of an answer that is sent while it is made."""
    request = getRequest()
    if request is not None and request.response is event.response:
        set_headers(request)


def set_headers(request, is_page=True):
    """Set the headers of an answer; is_page: what was asked for is shown, and no error."""
    response = request.response
    # Zope adds its banners when it lists the headers, so there is no header to remove.
    response.listHeaders = partial(_list_without_banners, response)
    if not IKommunalhubLayer.providedBy(request):
        return
    https = is_https(request)
    headers = policies.headers(
        kind=_kind(request),
        https=https,
        hsts_days=setting("hsts_days"),
        extra_sources=(*setting("extra_sources"), *_frames()),
        needs=_needs(request) if is_page else (),
    )
    for name, value in headers.items():
        if name in OF_THE_PAGE and response.getStatus() == 304:
            continue  # the browser has the page, with what was said of it when it was made
        if name == REFERRER and response.getHeader(name):
            continue  # a page behind a link says less than others (core/links.py)
        if name == POLICY and (hashes := response.getHeader(STYLES)):
            value = policies.with_styles(value, hashes)
        response.setHeader(name, value)
    if FRAMES not in headers:
        response.headers.pop(FRAMES.lower(), None)  # plone.protect sets it too
    kept = policies.kept_by(response.getHeader("Cache-Control"), is_public=_is_public(request))
    if kept is not None:
        response.setHeader("Cache-Control", kept)


def _needs(request):
    """Return what the published page loads that others may not."""
    published = request.get("PUBLISHED")
    view = getattr(published, "__self__", published)
    if request.response.getStatus() != 200 or not ISourceNeeds.providedBy(view):
        return ()
    return tuple(view.source_needs())


def _frames():
    """Return the sources for contents of other sites that texts may show (see richtext)."""
    return [f"frame-src https://{host}" for host in setting("embed_hosts")]


def _list_without_banners(response):
    return [
        (name, value)
        for name, value in type(response).listHeaders(response)
        if name.lower() not in BANNERS
    ]


def _kind(request):
    """Return which kind of answer this is, see policies.KINDS."""
    content_type = request.response.getHeader("Content-Type") or ""
    if content_type.startswith(("application/json", "application/problem+json")):
        return "data"
    if content_type.startswith("image/svg+xml"):
        return "picture"
    if is_own_page(request) or _is_kept_page(request):
        return "own"
    if getSecurityManager().getUser().getId() is None:
        return "plone"
    published = request.get("PUBLISHED")
    name = getattr(published, "__name__", None) or ""
    widgets = list(_widgets(aq_base(published)))
    if name.startswith("manage_") or any(map(IOrderedSelectWidget.providedBy, widgets)):
        return "inline"
    if name == "folder_contents" or any(map(IRecurrenceWidget.providedBy, widgets)):
        return "eval"
    return "plone"


def _is_kept_page(request):
    """Say whether this is a page of ours that is sent from memory, where nobody has made it now."""
    header = request.response.getHeader
    return bool(header("X-RAMCache", literal=1) and header("X-Theme-Disabled"))


def _is_public(request):
    """Say whether everybody may see what was asked for, so that a shared cache may keep it.

    What is no content (the site's own styles, scripts and pictures) is for everybody.
    """
    for parent in request.get("PARENTS") or ():
        found = getattr(parent, "context", parent) if IAPIRequest.providedBy(request) else parent
        if IContentish.providedBy(found):
            return "Anonymous" in rolesForPermissionOn("View", found)
    return True


def _widgets(published):
    """Yield the widgets of a published form, those of its fieldsets too."""
    form = getattr(published, "form_instance", published)
    groups = getattr(form, "groups", None)  # what else is called so is no form's
    for part in (form, *(groups if isinstance(groups, list | tuple) else ())):
        widgets = getattr(part, "widgets", None)
        if IWidgets.providedBy(widgets):
            yield from widgets.values()
