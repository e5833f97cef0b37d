"""What the catalog knows of news, so that no list wakes any."""

from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.pictures.tags import facts_of
from kommunalhub.editorial.news.interfaces import INews
from plone.indexer.decorator import indexer
from zope.interface import Interface


@indexer(INews)
def material_topics(news):
    """Return the tokens of its topics: those of materials and workshops."""
    return sorted(kept(news, "topics") or ())


@indexer(INews)
def pinned_until(news):
    """Return the last day (ISO) on top; nothing of news that does not stand there."""
    day = kept(news, "pinned_until")
    if day is None:
        raise AttributeError("pinned_until")
    return day.isoformat()


@indexer(INews)
def news_facts(news):
    """Return what lists show besides what every thing has, as a dict of plain values.

    pinned: ISO day until which it stands on top, "" for not; month: in which it came out, like
    2026-11; topics: tokens; talk: whether its author allows comments; alt and focus: of its
    picture. Whoever finds it may read all of it.
    """
    day, out = kept(news, "pinned_until"), kept(news, "effective_date")
    return {
        "pinned": day.isoformat() if day is not None else "",
        "month": f"{formatting.to_local(out.asdatetime()):%Y-%m}" if out is not None else "",
        "topics": tuple(sorted(kept(news, "topics") or ())),
        "talk": bool(kept(news, "talk_allowed")),
        **facts_of(news),
    }


@indexer(Interface)
def no_news(obj):
    """Keep the catalog from acquiring an answer."""
    raise AttributeError("no news")
