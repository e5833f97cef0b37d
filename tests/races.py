"""The two machines that all races share, as modules with the name test_race….py do."""

from contextlib import ExitStack
from inspect import getfile


class Pair:
    """Two machines that serve one site to all races, one module after the other.

    To make a site on PostgreSQL and start two servers takes longer than most races do. Each module
    has people, spaces and cases of its own, and knows nothing of the others.
    """

    def __init__(self):
        self.stack, self.machines, self.servers, self.houses = None, None, (), {}

    def house(self, kind, folder):
        """Return the one house of a kind: kind(machines, one, two). folder: makes a new folder."""
        if self.stack is None:
            self.start(folder)
        key = getfile(kind)  # one that is imported elsewhere is another class to Python
        if key not in self.houses:
            self.houses[key] = kind(self.machines, *self.servers)
        return self.houses[key]

    def start(self, folder):
        from machines import two_machines  # which most runs of a room's tests never need

        with ExitStack() as stack:
            self.machines = stack.enter_context(two_machines(folder()))
            serving = (self.machines.serve(name) for name in ("one", "two"))
            self.servers = tuple(stack.enter_context(server) for server in serving)
            self.stack = stack.pop_all()

    def stop(self):
        if self.stack is not None:
            self.stack.close()
        self.__init__()


#: What races share, see tests/conftest.py.
PAIR = Pair()


def is_race(path):
    """Return whether a file of tests shares the two machines."""
    return str(path).rpartition("/")[2].startswith("test_race")
