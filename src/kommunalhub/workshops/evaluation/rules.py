"""What is said of a workshop, and from when on it is shown: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from decimal import ROUND_HALF_UP


#: What people agree with, from 1 (not at all) to 5 (fully).
STATEMENTS = ("content", "pace", "trainers", "use")
BEST = 5
#: With fewer answers one could guess who said what.
LEAST = 5
LONGEST_COMMENT = 2000


class WrongSheet(ValueError):
    """What is no answer; `field` says where: a statement, or `comment`."""

    def __init__(self, where):
        super().__init__(where)
        self.field = where


@dataclass(frozen=True)
class Sheet:
    """What one person said. is_shown: whether others read the comment; None: nobody has decided."""

    ratings: Mapping[str, int] = field(default_factory=dict)
    comment: str = ""
    is_shown: bool | None = None


@dataclass(frozen=True)
class Result:
    """What was said of one statement; counts: how often 1 to 5."""

    statement: str
    counts: tuple[int, ...]

    @property
    def answers(self):
        return sum(self.counts)

    @property
    def mean(self):
        total = sum(value * count for value, count in enumerate(self.counts, 1))
        return (Decimal(total) / self.answers).quantize(Decimal("0.1"), ROUND_HALF_UP)


def sheet_of(ratings, comment):
    """Return the Sheet for what was sent; raises WrongSheet. An empty one says nothing.

    ratings: {statement: 1 to 5, as number or text; empty for no answer}.

    >>> sheet_of({"content": "5", "pace": ""}, " Danke ")
    Sheet(ratings={'content': 5}, comment='Danke', is_shown=None)
    """
    found = {}
    if not isinstance(ratings, Mapping) or set(ratings) - set(STATEMENTS):
        raise WrongSheet("ratings")
    for statement, value in ratings.items():
        if value is None or value == "":
            continue
        if isinstance(value, bool) or str(value) not in ("1", "2", "3", "4", "5"):
            raise WrongSheet(statement)
        found[statement] = int(value)
    if not isinstance(comment, str) or len(comment) > LONGEST_COMMENT:
        raise WrongSheet("comment")
    comment = comment.replace("\r\n", "\n").strip()
    if not found and not comment:
        raise WrongSheet("ratings")
    return Sheet(found, comment)


def results(sheets):
    """Return the Results of statements that enough have answered, [] below LEAST answers.

    >>> results([Sheet({"content": 5})] * 4)
    []
    >>> [one] = results([Sheet({"content": 5})] * 4 + [Sheet({"content": 3, "use": 1})])
    >>> one.statement, one.counts, str(one.mean)
    ('content', (0, 0, 1, 0, 4), '4.6')
    """
    if len(sheets) < LEAST:
        return []
    found = []
    for statement in STATEMENTS:
        values = [one.ratings[statement] for one in sheets if statement in one.ratings]
        if len(values) >= LEAST:
            counts = tuple(values.count(value) for value in range(1, BEST + 1))
            found.append(Result(statement, counts))
    return found


def comments(sheets, is_manager):
    """Return [(key, Sheet)] of comments to read, [] below LEAST; sheets: {key: Sheet}.

    Those who manage read all, others what was released.
    """
    if len(sheets) < LEAST:
        return []
    return [
        (key, one)
        for key, one in sorted(sheets.items())
        if one.comment and (is_manager or one.is_shown)
    ]
