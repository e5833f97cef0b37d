"""What counts as news: whatever happens to the catalogue, nothing is told twice."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.funding.radar import rules


MARKS = st.dictionaries(
    st.sampled_from("abcde"),
    st.fixed_dictionaries({"rate": st.sampled_from("123"), "deadline": st.sampled_from("xy")}),
)


@given(known=MARKS, found=MARKS)
def test_what_was_told_is_no_news_a_second_time(known, found):
    after = rules.remembered(known, found)
    assert rules.news(after, found) == {}
    assert rules.remembered(after, found) == after


@given(known=MARKS, found=MARKS)
def test_all_that_is_new_or_has_changed_is_told_and_nothing_else(known, found):
    told = rules.news(known, found)
    assert set(told) == {uid for uid in found if known.get(uid) != found[uid]}
    assert all((uid in known) == bool(names) for uid, names in told.items())


@given(known=MARKS, found=MARKS)
def test_what_fits_no_more_stays_known(known, found):
    assert set(rules.remembered(known, found)) == known.keys() | found.keys()


@given(
    editors=st.sets(st.sampled_from("ab")),
    joined=st.sets(st.sampled_from("abcd")),
    left=st.sets(st.sampled_from("abcd")),
)
def test_nobody_hears_who_left_or_works_there_no_more(editors, joined, left):
    heard = rules.listeners(editors, {"a", "b", "c"}, joined, left)
    assert not heard & left
    assert "d" not in heard
    assert editors - left <= heard


def test_what_a_new_release_knows_of_programmes_is_no_news():
    assert rules.news({"u": {"rate": "5"}}, {"u": {"rate": "5", "topics": "bauen"}}) == {}
