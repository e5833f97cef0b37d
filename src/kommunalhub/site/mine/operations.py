"""The verbs: arrange blocks, keep links, write and tick off the list of the first day."""

from kommunalhub import _
from kommunalhub.core import blocks
from kommunalhub.core.language import in_site_language
from kommunalhub.site.mine import rules
from kommunalhub.site.mine import storage
from kommunalhub.site.mine.rules import Link

import secrets


UP, DOWN, HIDE, SHOW = "up", "down", "hide", "show"
ARRANGING = (UP, DOWN, HIDE, SHOW)

#: The list of an area that has written none: (id, title, path on the site).
USUAL_STEPS = (
    (
        "profile",
        _("first_day_profile", default="Look through your profile"),
        "@@personal-information",
    ),
    (
        "notices",
        _("first_day_notices", default="Choose which mails you get"),
        "@@notice-preferences",
    ),
    ("inbox", _("first_day_inbox", default="See where what waits for you stands"), "@@inbox"),
    ("search", _("first_day_search", default="Look for something you know"), "@@search"),
    ("substitute", _("first_day_substitute", default="Name who stands in for you"), "@@vertretung"),
)


class TooMany(Exception):
    """There is no room for one more."""


def arrange(userid, column, names, name, action, locked=rules.LOCKED):
    """Move a block of a column, or hide or show it. Raises LookupError for an unknown block.

    locked: names of those that nobody can hide.
    """
    kept = storage.arrangement_of(userid, column)
    if action in (UP, DOWN):
        kept = blocks.moved(names, kept, name, action)
    elif name in locked:
        raise LookupError(name)
    else:
        kept = blocks.switched(names, kept, name, action == SHOW)
    storage.arrange(userid, column, kept)


def reset(userid):
    """Let all blocks stand as usual again."""
    if storage.mine_of(userid).blocks:
        storage.ensure_mine(userid).blocks = {}


def add_link(userid, title, address):
    """Keep a link of a person; the same address is kept once. Raises TooMany."""
    found = storage.mine_of(userid).links
    if any(link[2] == address for link in found):
        return
    if len(found) >= rules.MOST_LINKS:
        raise TooMany
    link = (secrets.token_hex(4), title, address)
    storage.ensure_mine(userid).links = (*found, link)


def set_links(userid, links):
    """Keep these links of a person and no others. links: [{"title", "address"}]."""
    kept = tuple((secrets.token_hex(4), link["title"], link["address"]) for link in links)
    storage.ensure_mine(userid).links = kept


def remove_link(userid, number):
    kept = tuple(link for link in storage.mine_of(userid).links if link[0] != number)
    if len(kept) < len(storage.mine_of(userid).links):
        storage.ensure_mine(userid).links = kept


def tick(userid, step, is_done):
    """Tick off a step of the first day, or take that back; only what is on a list is kept."""
    ticked = set(storage.mine_of(userid).ticked)
    changed = ticked | {step} if is_done else ticked - {step}
    if changed != ticked and len(changed) <= rules.MOST_STEPS * 10:
        storage.ensure_mine(userid).ticked = tuple(sorted(changed))


def steps_for(partners):
    """Return the Links of the list of a person's administrations, the usual one where none is."""
    found = {}
    for partner in partners:
        for step in storage.steps_of(partner) or ():
            found.setdefault(step.id, step)
    return list(found.values()) if found else usual_steps()


def usual_steps():
    return [
        Link(number, in_site_language(title), f"/{path}") for number, title, path in USUAL_STEPS
    ]


def steps_of(partner):
    """Return the list of an area as it is now, for who edits it."""
    found = storage.steps_of(partner)
    return usual_steps() if found is None else found


def add_step(partner, title, address):
    """Add a step to the end of an area's list. Raises TooMany."""
    steps = steps_of(partner)
    if any((step.title, step.address) == (title, address) for step in steps):
        return
    if len(steps) >= rules.MOST_STEPS:
        raise TooMany
    storage.set_steps(partner, [*steps, Link(secrets.token_hex(4), title, address)])


def remove_step(partner, number):
    steps = steps_of(partner)
    kept = [step for step in steps if step.id != number]
    if len(kept) < len(steps):
        storage.set_steps(partner, kept)


def move_step(partner, number, direction):
    """Move a step up or down. Raises LookupError for an unknown one."""
    steps = {step.id: step for step in steps_of(partner)}
    moved = blocks.moved(list(steps), blocks.USUAL, number, direction)
    storage.set_steps(partner, [steps[name] for name in moved.order])
