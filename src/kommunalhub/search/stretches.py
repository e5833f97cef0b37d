"""Which stretch of a text is shown for one of its sentences: pure."""

from kommunalhub.search.sentences import is_readable


#: A sentence of more letters is cut, one of fewer goes on with the next one, up to so many.
LONGEST, SHORT, LENGTH = 420, 110, 330


def stretch(text, spans, number, tokens):
    """Return (start, end) of what is shown for a sentence: a short one with the next.

    spans: of all sentences; tokens: [(start, end, …)] of words that were asked for.
    """
    start, end = spans[number]
    if end - start > LONGEST:
        return window(text, start, end, tokens)
    for following in range(number + 1, len(spans)):
        after = spans[following]
        if after[1] - start > LENGTH or "\n\n" in text[end : after[0]]:
            if end - start >= SHORT:
                break
            if after[1] - start > LONGEST:
                break
        if not is_readable(text[after[0] : after[1]]):
            break
        end = after[1]
        if end - start >= SHORT:
            break
    return start, end


def window(text, start, end, tokens):
    """Return the stretch of a sentence that is too long with the most words asked for."""
    places = [token[0] for token in tokens if start <= token[0] < end]
    best = max(places, key=lambda at: sum(at <= other < at + LENGTH for other in places))
    first = max(start, best - LENGTH // 4)
    if first > start:
        first = text.find(" ", first, best) + 1 or best
    last = min(end, first + LENGTH)
    if last < end:
        last = max(text.rfind(" ", best, last), best + 1)
    return first, last
