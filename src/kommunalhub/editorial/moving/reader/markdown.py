"""Markdown: what stands before the text (title, description) and the text as HTML."""

from html import escape
from kommunalhub.editorial.moving.reader import html as pages
from kommunalhub.lib.filetext.plain import decode
from markdown import Markdown


EXTENSIONS = ("def_list", "fenced_code", "footnotes", "meta", "sane_lists", "tables")


def read(data, key, base, limits):
    """Return the page that a Markdown file makes."""
    pages.require_text(data, limits)
    reader = Markdown(extensions=EXTENSIONS, output_format="html")
    text = reader.convert(decode(data))
    title, description = (first(reader.Meta, name) for name in ("title", "description"))
    head = f"<title>{escape(title)}</title>" if title else ""
    return pages.page_of(
        f"<html><head>{head}</head><body>{text}</body></html>",
        key,
        base,
        title=title,
        description=description,
    )


def first(meta, name):
    return " ".join(" ".join(meta.get(name, ())).strip("\"' ").split())
