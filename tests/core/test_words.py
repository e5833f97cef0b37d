"""Words of templates are looked up once, and stay the words they were."""

from babel.messages.mofile import read_mo
from chameleon.i18n import fast_translate
from kommunalhub.core.browser.words import translate
from zope.component import getUtility
from zope.i18n.interfaces import ITranslationDomain
from zope.i18nmessageid import Message

import pytest
import z3c.pt.pagetemplate


@pytest.fixture(params=["kommunalhub", "plone"])
def messages(request, integration):
    """All messages of a domain in German, with the domain's name."""
    domain = getUtility(ITranslationDomain, name=request.param)
    files = domain.getCatalogsInfo()["de"]
    found = set()
    for file in files:
        with open(file, "rb") as opened:
            found |= {message.id for message in read_mo(opened) if isinstance(message.id, str)}
    assert len(found) > 500
    return request.param, sorted(found)


def test_templates_ask_here(integration):
    assert z3c.pt.pagetemplate.fast_translate is translate


@pytest.mark.parametrize("language", ["de", "en", None])
def test_all_words_are_what_they_were(messages, language):
    domain, found = messages
    for msgid in found:
        for said in (msgid, Message(msgid, domain), Message(msgid, domain, "Otherwise")):
            for asked in ((said, domain), (said, "unknown"), (said, None)):
                anew = fast_translate(*asked, target_language=language)
                for _time in range(2):
                    assert translate(*asked, target_language=language) == anew


def test_the_same_id_in_another_domain_or_with_another_default_is_another_message(integration):
    one = Message("no_such_message", "kommunalhub", "One")
    two = Message("no_such_message", "kommunalhub", "Two")
    assert [translate(m, target_language="de") for m in (one, two, "no_such_message")] == [
        *("One", "Two"),
        "no_such_message",
    ]


def test_values_are_put_in_each_time(integration):
    for n in ("3", "4"):
        by_message = Message("due_days_left", "kommunalhub", mapping={"n": n})
        assert translate(by_message, target_language="de") == f"noch {n} Arbeitstage"
        asked = translate("due_days_left", "kommunalhub", {"n": n}, target_language="de")
        assert asked == f"noch {n} Arbeitstage"


def test_nothing_is_said_for_nothing(integration):
    assert translate(None, target_language="de") is None
