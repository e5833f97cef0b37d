"""Closing days as a private calendar to subscribe to, of all programmes or of one field of funding.

The argument of an address (core/feeds) is the token of a topic, "" for all.
"""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda.calendars import calendar_of
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.programmes import agenda
from kommunalhub.funding.programmes import finding


FEED = "funding-programmes"
TOPICS = "kommunalhub.funding_topics"
BACK, AHEAD = timedelta(days=30), timedelta(days=400)
ALL = _("feed_programmes", default="Funding: closing days")
OF_TOPIC = _("feed_programmes_topic", default="Funding, closing days: ${topic}")


def text_of(topic):
    """Return the calendar of a topic, None for one that is on the list no more."""
    titles = titles_of(TOPICS)
    if topic and topic not in titles:
        return None
    now = formatting.now()
    query = finding.query_of({"topic": topic} if topic else {})
    found = agenda.of_query(query | {"review_state": agenda.PUBLIC}, now - BACK, now + AHEAD)
    return calendar_of(sorted(found, key=lambda one: one.start), now, called(titles, topic))


def called(titles, topic):
    if not topic:
        return in_site_language(ALL)
    title = in_site_language(titles[topic])
    return in_site_language(filled(OF_TOPIC, topic=title))
