"""What a short name looks like, whoever gives it."""

import re


#: Longest short name in characters. Plone makes up to 50 from a title, and „copy_of_“ each time.
LONGEST = 120
#: Small letters, digits, hyphens, underscores (Plone's „copy_of_“), and the kind of a file.
FORM = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9]{1,10})?")


def fault_of(name):
    """Return "long" or "form" for what is wrong with a name, None for a good one.

    >>> [fault_of(name) for name in ("haushalt-2026", "plan.pdf", "copy_of_plan.pdf")]
    [None, None, None]
    >>> [fault_of(name) for name in ("@search", "++add++File", "_x", "Plan", "a b", "")]
    ['form', 'form', 'form', 'form', 'form', 'form']
    >>> fault_of(200000 * "a")
    'long'
    """
    if len(name) > LONGEST:
        return "long"
    return None if FORM.fullmatch(name) else "form"


def repaired(name):
    """Return a name of the right form made of one that has it not, empty when nothing is left.

    >>> repaired("_Plan a.b.PDF"), repaired("haushalt-2026"), repaired("...")
    ('plan-a-b.pdf', 'haushalt-2026', '')
    """
    if fault_of(name) is None:
        return name
    stem, dot, kind = name.lower().rpartition(".")
    if not dot or not re.fullmatch("[a-z0-9]{1,10}", kind):
        stem, dot, kind = name.lower(), "", ""
    stem = re.sub("[^a-z0-9_-]+", "-", stem).strip("-_")[: LONGEST - 20]
    return f"{stem}{dot}{kind}" if stem else ""
