"""Where a case stands on its way, and what can still come: pure."""


def reachable(state, graph):
    """Return the states that can follow `state`; graph: {state: states one step further}."""
    found, todo = set(), [state]
    while todo:
        for following in graph.get(todo.pop(), ()):
            if following not in found:
                found.add(following)
                todo.append(following)
    return found


def state_bar(milestones, state, visited, graph):
    """Return [(state, "done"|"now"|"next")]: where the case stands and what can still come.

    visited: states the case was in before; graph: {state: states one step further}. A state off
    the path (returned, rejected, on the waiting list) stands before the milestone it leads back
    to, or at the end when nothing follows.
    """
    if state in milestones:
        at = milestones.index(state)
        before, after = milestones[:at], milestones[at + 1 :]
    else:
        back = [at for at, name in enumerate(milestones) if name in graph.get(state, ())]
        at = min(back) if back else len(milestones)
        before, after = milestones[:at], milestones[at:]
    ahead = reachable(state, graph)
    return (
        [(name, "done") for name in before if name in visited]
        + [(state, "now")]
        + [(name, "next") for name in after if name in ahead]
    )
