"""Browser contexts that tests use one after the other.

A new one costs as much as showing two pages, most of it for the process that draws them. So an
empty page rests in each, and its process stays. Nothing else does: no page, cookie, storage or
cache; what was changed for all pages of a context closes it.
"""

from functools import wraps
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
from urllib.parse import urlsplit


#: So many rest at most; each takes the memory of a process.
RESTING = 3
#: What stays with a context for all its pages.
LASTING = (
    *("add_init_script", "expose_binding", "expose_function", "grant_permissions", "on", "route"),
    *("route_from_har", "route_web_socket", "set_extra_http_headers", "set_geolocation"),
    "set_offline",
)
EMPTY = {"content_type": "text/html", "body": "<!doctype html><title>.</title>"}


class Contexts:
    """Contexts of a browser, as good as new when they are taken.

    patch: a pytest.MonkeyPatch, to learn what is changed. options: of all contexts.
    """

    def __init__(self, browser, patch, **options):
        self.browser, self.options = browser, options
        self.kinds, self.empty, self.resting, self.changed = {}, {}, [], set()
        for name in LASTING:
            patch.setattr(BrowserContext, name, self.noting(getattr(BrowserContext, name)))
        for owner in (Page, BrowserContext):
            patch.setattr(owner, "clock", property(self.noting(owner.clock.fget)))

    def noting(self, act):
        @wraps(act)
        def noted(owner, *args, **kwargs):
            self.changed.add(owner if isinstance(owner, BrowserContext) else owner.context)
            return act(owner, *args, **kwargs)

        return noted

    def take(self, **kind):
        for context in self.resting:
            if self.kinds[context] == kind:
                self.resting.remove(context)
                return context
        context = self.browser.new_context(**kind, **self.options)
        self.kinds[context] = kind
        return context

    def give_back(self, context):
        origins = {origin_of(page) for page in context.pages if page.url.startswith("http:")}
        if context in self.changed or not origins:
            self.close(context)
            return
        self.forget(context, origins)
        self.resting.append(context)
        if len(self.resting) > RESTING:
            self.close(self.resting.pop(0))

    def forget(self, context, origins):
        """Take away all that is there but an empty page of a site that was shown."""
        used = [page for page in context.pages if page is not self.empty.get(context)]
        if context not in self.empty:
            page = self.empty[context] = context.new_page()
            page.route("**/*", lambda route: route.fulfill(**EMPTY))
            page.goto(min(origins))
        for page in used:
            page.close()
        context.clear_cookies()
        session = context.new_cdp_session(self.empty[context])
        for origin in origins:
            about = {"origin": origin, "storageTypes": "all"}
            session.send("Storage.clearDataForOrigin", about)
        session.send("Network.clearBrowserCache")
        session.detach()

    def close(self, context):
        context.close()
        for known in (self.kinds, self.empty):
            known.pop(context, None)
        self.changed.discard(context)


def origin_of(page):
    parts = urlsplit(page.url)
    return f"{parts.scheme}://{parts.netloc}"
