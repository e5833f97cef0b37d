"""Style sheets in parts: what of them a page can need, by the words that stand in it.

A rule can only match where each class, id and element that its selector names stands in the page.
So what is left out never matches; what is kept sometimes does not either. Of no interest here are
conditions in brackets (`:not(.wide)`, `[open]`) and states (`:hover`): they only narrow.
"""

from dataclasses import dataclass

import re
import tinycss2


#: Conditions that hold rules, in contrast to what describes one thing (`@font-face`).
GROUPS = ("container", "layer", "media", "supports")
WORD = re.compile(r"[\w-]+")
#: Elements that a browser adds by itself.
ALWAYS = frozenset({"html", "head", "body", "tbody"})
ADDRESS = re.compile(r"""url\((["']?)(?!data:|https?:|/|#)([^"')]+)\1\)""")
#: No string of CSS goes over the end of a line.
INDENTED = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Rule:
    """A rule or a group of them.

    head: what stands before the brace, or all where there is none; body: what stands in it; needs:
    each selector with the words without which it cannot match, () where the rule is always kept;
    rules: those of a group.
    """

    head: str
    body: str | None = None
    needs: tuple[tuple[str, frozenset[str]], ...] = ()
    rules: tuple["Rule", ...] | None = None


def parsed(text: str, base: str = "") -> tuple[Rule, ...]:
    """Return the rules of a style sheet; base: what its relative addresses begin with.

    Raises ValueError where something is no rule.

    >>> [rule.head for rule in parsed("a.b, i { color: red } @media print { p { margin: 0 } }")]
    ['a.b,i', '@media print']
    >>> parsed('@font-face { src: url("f.woff2") }', "/static/")[0].body
    'src: url("/static/f.woff2")'
    """
    text = ADDRESS.sub(lambda found: f'url("{base}{found[2]}")', text)
    pieces = tinycss2.parse_component_value_list(INDENTED.sub(" ", text), skip_comments=True)
    return _rules(pieces)


def _rules(pieces):
    found = tinycss2.parse_rule_list(pieces, skip_comments=True, skip_whitespace=True)
    return tuple(_rule(one) for one in found)


def _rule(one):
    if one.type == "error":
        raise ValueError(one.message)
    if one.type == "qualified-rule":
        needs = tuple((_written(name), words_needed(name)) for name in selectors(one.prelude))
        return Rule(",".join(name for name, _ in needs), _written(one.content), needs)
    head = f"@{one.at_keyword}{tinycss2.serialize(one.prelude).rstrip()}"
    if one.content is None:
        return Rule(f"{head};")
    if one.lower_at_keyword in GROUPS:
        return Rule(head, rules=_rules(one.content))
    return Rule(head, _written(one.content))


def _written(pieces):
    return tinycss2.serialize(pieces).strip().removesuffix(";")


def selectors(pieces):
    """Return the selectors before a rule, each as pieces (tinycss2)."""
    found = [[]]
    for piece in pieces:
        if piece == ",":
            found.append([])
        else:
            found[-1].append(piece)
    return found


def words_needed(selector) -> frozenset[str]:
    """Return the classes, ids and elements that a page must have for a selector to match.

    >>> text = 'main > .rows li:not(.wide):hover a[href^="http"]::after'
    >>> sorted(words_needed(tinycss2.parse_component_value_list(text)))
    ['a', 'li', 'main', 'rows']
    """
    found, before = set(), None
    for piece in selector:
        if piece.type == "hash" or (piece.type == "ident" and before != ":"):
            found.add(piece.value)
        before = piece.value if piece.type == "literal" else None
    return frozenset(filter(WORD.fullmatch, found)) - ALWAYS


def words_of(page: str) -> frozenset[str]:
    """Return all words that stand in a page, those of its classes, ids and elements among them."""
    return frozenset(WORD.findall(page))


def needed(rules: tuple[Rule, ...], words: frozenset[str]) -> str:
    """Return what of a style sheet can match in a page with these words, in its order.

    >>> sheet = parsed("p { margin: 0 } .a, .b { top: 0 } @media print { .c { left: 0 } }")
    >>> needed(sheet, words_of('<p class="b">'))
    'p{margin: 0}.b{top: 0}'
    """
    return "".join(_needed(rule, words) for rule in rules)


def _needed(rule, words):
    if rule.rules is not None:
        inner = needed(rule.rules, words)
        return f"{rule.head}{{{inner}}}" if inner else ""
    if rule.body is None:
        return rule.head
    if not rule.needs:
        return f"{rule.head}{{{rule.body}}}" if rule.body else ""
    kept = ",".join(name for name, needs in rule.needs if needs <= words)
    return f"{kept}{{{rule.body}}}" if kept and rule.body else ""
