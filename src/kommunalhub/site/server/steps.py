"""Progress on the terminal: one line per step, with the seconds it took."""

from contextlib import contextmanager
from time import monotonic


@contextmanager
def step(title):
    """Print the title at once and how long the step took when it is done."""
    began = monotonic()
    print(f"{title} ...", flush=True)
    yield
    print(f"{title}: {monotonic() - began:.1f} s", flush=True)
