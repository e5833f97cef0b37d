"""How often Python's collector of cycles looks, and at what.

Code, configuration and registrations are some 300,000 objects that never go. By its defaults the
collector looks through them, 0.2 s each time, whenever some requests made many short-lived objects.
So they are set aside once all is loaded, and it looks less often. Figures:
docs/reference/performance.md, "The collector".
"""

from contextlib import contextmanager

import gc


#: Objects made before the youngest are looked at; such looks before the middle ones are; those
#: before all are.
THRESHOLDS = (10_000, 10, 20)


@contextmanager
def loading():
    """Load without looking for cycles, and set aside what stands at the end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
    settle()


def settle():
    """Look less often from now on, and never again at what is there already."""
    gc.set_threshold(*THRESHOLDS)
    gc.freeze()
