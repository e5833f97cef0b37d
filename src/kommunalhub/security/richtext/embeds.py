"""Frames with contents of other sites: shown after a click, from hosts the site has listed.

Whoever reads a page tells nothing to other sites. Where a frame stood, the page says whose content
it is, with a link that opens it there; hub.js puts a button beside it that shows it in place.
"""

from html import escape
from html import unescape
from urllib.parse import urlsplit

import re


#: As nh3 writes frames: values in quotes, none of them with a quote or a bracket in it.
FRAME = re.compile(r'<iframe((?: [a-z]+="[^"]*")*)>.*?</iframe>', re.DOTALL)
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
#: Marks the place of a frame; nobody writes this letter, it is taken out of texts.
MARK = "\ue0f0"
#: What is said, in the language of the reader; ${host} stands for the host's name.
WORDS = {
    "notice": "This content comes from ${host}, which learns that you are here once it is shown.",
    "open": "Open at ${host}",
    "show": "Show here",
    "hide": "Hide it again",
}


def host_of(url):
    """Return the host of an https address without port and account, or None.

    >>> host_of("https://Video.example.org/1"), host_of("http://a.example"), host_of("//a.example")
    ('video.example.org', None, None)
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    plain = parts.scheme == "https" and "@" not in parts.netloc and port is None
    return parts.hostname if plain and "\\" not in url else None


def shown(html, hosts, words, clean):
    """Return clean HTML with a notice for each frame of a listed host, and none of the others.

    html: as nh3 wrote it, frames and all; clean: takes frames out that are left, and whatever
    a frame held.
    """
    html = html.replace(MARK, "")
    notices = []

    def note(found):
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(found[1])}
        url = attributes.get("src", "")
        if host_of(url) not in hosts:
            return ""
        notices.append(notice(url, attributes.get("title", ""), words))
        return f"{MARK}{len(notices) - 1}{MARK}"

    if "<iframe" in html:
        html = clean(FRAME.sub(note, html))
    for number, text in enumerate(notices):
        html = html.replace(f"{MARK}{number}{MARK}", text)
    return html


def notice(url, title, words):
    """Return what stands where a frame was. Nobody can write data- attributes but this.

    In spans, because editors put frames into paragraphs.
    """
    host = host_of(url)
    said = {name: escape(text.replace("${host}", host)) for name, text in words.items()}
    address, about = escape(url), escape(title or host)
    return (
        f'<span class="hub-embed" data-embed="{address}" data-title="{about}"'
        f' data-show="{said["show"]}" data-hide="{said["hide"]}"><span>{said["notice"]}</span> '
        f'<a href="{address}" target="_blank" rel="noopener noreferrer">{said["open"]}</a></span>'
    )
