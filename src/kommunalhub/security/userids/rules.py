"""What the id of an account or a group looks like, whoever gives it. Pure.

Capital and small letters are one to who signs in, so there are small ones only. Letters beyond a–z
look alike in many scripts, and ids stand in addresses and in names of groups.
"""

import re


#: Longest id in characters.
LONGEST = 100
#: Small letters, digits and what e-mail addresses have besides.
FORM = re.compile(r"[a-z0-9][a-z0-9._@+-]*")


def fault_of(name):
    """Return "long" or "form" for what is wrong with an id, None for a good one.

    >>> [fault_of(name) for name in ("erika", "malente-staff", "e.b@example.org", "extern-07")]
    [None, None, None, None]
    >>> [fault_of(name) for name in ("Erika", "müller", "a b", "user:x", "-x", "", "a/b")]
    ['form', 'form', 'form', 'form', 'form', 'form', 'form']
    >>> fault_of(101 * "a")
    'long'
    """
    if len(name) > LONGEST:
        return "long"
    return None if FORM.fullmatch(name) else "form"
