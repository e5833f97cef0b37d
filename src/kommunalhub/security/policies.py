"""The headers of each kind of answer. Pure.

Kinds, from strict to wide:
data: JSON. picture: a drawing (SVG) by itself. own: pages in our frame. plone: Plone's pages.
eval: the contents of a folder and forms with repeating dates. inline: forms with a list to put
in order, and Zope's management screens. The last two are seen by editors and managers only.
"""

from collections.abc import Iterable
from functools import lru_cache


SELF = "'self'"
INLINE = "'unsafe-inline'"
EVAL = "'unsafe-eval'"

BASE = {
    "default-src": (SELF,),
    "script-src": (SELF,),
    "style-src": (SELF,),
    "img-src": (SELF, "data:"),
    "font-src": (SELF, "data:"),
    "connect-src": (SELF,),
    "media-src": (SELF,),
    "frame-src": (SELF,),
    "object-src": ("'none'",),
    "base-uri": (SELF,),
    "form-action": (SELF,),
    "frame-ancestors": (SELF,),
}
#: Plone's templates and scripts set styles in the page; it shows pictures before they are stored.
PLONE = {**BASE, "style-src": (SELF, INLINE), "img-src": (SELF, "data:", "blob:")}
KINDS = {
    "data": {"default-src": ("'none'",), "frame-ancestors": ("'none'",)},
    "picture": {
        "default-src": ("'none'",),
        "style-src": (INLINE,),
        "sandbox": (),
        "frame-ancestors": ("'none'",),
    },
    "own": {**BASE, "style-src-attr": (INLINE,)},
    "plone": PLONE,
    "eval": {**PLONE, "script-src": (SELF, EVAL)},
    "inline": {**PLONE, "script-src": (SELF, EVAL, INLINE)},
}
#: Kinds that load nothing at all.
CLOSED = {"data", "picture"}
#: Directives that a page may widen for itself, with what they allow until then; see ISourceNeeds.
NEEDS = {
    **{name: BASE[name] for name in ("script-src", "img-src", "connect-src", "media-src")},
    "frame-ancestors": (SELF,),
    "worker-src": (SELF,),
}


def content_security_policy(
    kind: str, https: bool, extra_sources: Iterable[str] = (), needs: Iterable[str] = ()
) -> str:
    """Return the Content-Security-Policy of a kind of answer.

    extra_sources: lines "directive source", as a site sets them; needs: such lines of one page.
    Malformed ones are left out. What stands in one page is added by `with_styles`.

    >>> content_security_policy("data", https=False)
    "default-src 'none'; frame-ancestors 'none'"
    """
    directives = dict(KINDS[kind])
    if kind not in CLOSED:
        for allowed, lines in ((BASE, extra_sources), (NEEDS, needs)):
            for line in lines:
                name, _, sources = line.strip().partition(" ")
                if is_source_line(line, allowed):
                    said = directives.get(name, allowed[name])
                    directives[name] = tuple(dict.fromkeys((*said, *sources.split())))
    parts = [" ".join((name, *sources)) for name, sources in directives.items()]
    if https and kind not in CLOSED:
        parts.append("upgrade-insecure-requests")
    return "; ".join(parts)


def with_styles(policy: str, hashes: str) -> str:
    """Return a policy that lets a page have the styles with these hashes in itself.

    Where a site allows all styles in pages nothing is added: a hash would take that back.

    >>> with_styles("style-src 'self'; img-src 'self'", "'sha256-a='")
    "style-src 'self' 'sha256-a='; img-src 'self'"
    >>> with_styles("style-src 'self' 'unsafe-inline'", "'sha256-a='")
    "style-src 'self' 'unsafe-inline'"
    """
    parts = policy.split("; ")
    for number, part in enumerate(parts):
        if part.startswith("style-src ") and INLINE not in part:
            parts[number] = f"{part} {hashes}"
    return "; ".join(parts)


def is_source_line(line: str, allowed: Iterable[str] = BASE) -> bool:
    """Return whether a line is a directive, one of `allowed`, and sources that can stand there.

    >>> is_source_line("frame-src https://video.example.org"), is_source_line("frame-src")
    (True, False)
    >>> is_source_line("script https://a.example"), is_source_line("img-src a.example; sandbox")
    (False, False)
    """
    name, _, sources = line.strip().partition(" ")
    return name in allowed and bool(sources) and ";" not in sources and "," not in sources


@lru_cache(maxsize=64)
def headers(
    kind: str, https: bool, hsts_days: int, extra_sources: tuple = (), needs: tuple = ()
) -> dict[str, str]:
    """Return the security headers of an answer."""
    found = {
        "Content-Security-Policy": content_security_policy(kind, https, extra_sources, needs),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY" if kind in CLOSED else "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
    if kind not in CLOSED and any(line.startswith("frame-ancestors ") for line in needs):
        del found["X-Frame-Options"]  # it knows no other sites; browsers go by the policy
    if https and hsts_days:
        found["Strict-Transport-Security"] = f"max-age={hsts_days * 86400}"
    return found


def kept_by(cache_control, is_public):
    """Return the Cache-Control header to send instead of the one that is there, None to leave it.

    What not everybody may see is for the browser alone, never for a cache that others share.

    >>> kept_by(None, is_public=False), kept_by("public, max-age=60, s-maxage=9", is_public=False)
    ('private', 'private, max-age=60')
    >>> kept_by("public, max-age=60", is_public=True), kept_by("no-store", is_public=False)
    (None, None)
    """
    said = [part.strip() for part in (cache_control or "").split(",") if part.strip()]
    names = {part.partition("=")[0].lower() for part in said}
    if is_public or names & {"private", "no-store"}:
        return None
    shared = {"public", "s-maxage", "proxy-revalidate"}
    kept = [part for part in said if part.partition("=")[0].lower() not in shared]
    return ", ".join(["private", *kept])
