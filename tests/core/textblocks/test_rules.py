"""Which text blocks are found by what somebody writes."""

from kommunalhub.core.textblocks import rules
from types import SimpleNamespace

import pytest


BUDGET = SimpleNamespace(
    title="Eigenanteil im Haushalt", text="Der Betrag ist veranschlagt.", topics=()
)
CLIMATE = SimpleNamespace(
    title="Beitrag zum Klimaschutz", text="Der Energiebedarf sinkt.", topics=("energie",)
)


@pytest.mark.parametrize(
    ("text", "topics", "found"),
    [
        ("Die Eigenanteile der Gemeinde", (), [BUDGET]),
        ("weniger Energiebedarf", (), [CLIMATE]),
        ("", ("energie",), [CLIMATE]),
        ("Haushalt und Klimaschutz", ("energie",), [CLIMATE, BUDGET]),
        ("ist der im", (), []),
        ("", (), []),
    ],
)
def test_blocks_are_found_by_words_and_topics(text, topics, found):
    assert rules.ranked([BUDGET, CLIMATE], text, topics) == found


def test_a_search_asks_for_all_words():
    assert rules.all_words(BUDGET, "eigenanteil veranschlagt")
    assert not rules.all_words(BUDGET, "eigenanteil klimaschutz")
