"""The verbs: make, change, pause and delete a profile, listen to it, look for news."""

from hashlib import blake2b
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.funding.matching import operations as matching
from kommunalhub.funding.matching.rules import CONDITIONS
from kommunalhub.funding.matching.rules import FITS
from kommunalhub.funding.matching.rules import Project
from kommunalhub.funding.matching.rules import ranked
from kommunalhub.funding.radar import rights
from kommunalhub.funding.radar import rules
from kommunalhub.funding.radar import storage
from kommunalhub.notices import finds
from kommunalhub.partners.operations import partners_of


#: Name of the IFindSource, see source.py.
SOURCE = "funding-radar"
ME = "me"
LISTS = ("topics", "applicant", "areas")


class Wrong(ValueError):
    """What cannot be done; `errors` is {field: message}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def profiles():
    """Return the Profiles that who asks may see: those of administrations first, by title."""
    found = [one for one in storage.radar_of().profiles.values() if rights.may_see(one)]
    return sorted(found, key=lambda one: (one.partner == "", one.partner, one.title.casefold()))


def get(number):
    """Return a Profile that who asks may see; KeyError for any other."""
    profile = storage.radar_of().profiles[number]
    if not rights.may_see(profile):
        raise KeyError(number)
    return profile


def kept(number):
    """Return a Profile that who asks may change; KeyError for any other."""
    profile = get(number)
    if not rights.may_keep(profile):
        raise KeyError(number)
    return profile


def save(number, values):
    """Make a profile (number None) or change one, and return it. Raises Wrong, KeyError.

    values: as IRadarProfile calls them. What fits at this moment counts as known.
    """
    values = {**values, "title": " ".join((values.get("title") or "").split())}
    partner, errors = _checked(values)
    if errors:
        raise Wrong(errors)
    if number is None:
        profile = _made(partner)
    else:
        profile = kept(number)
        if profile.owner != (partner or f"person:{asking.userid()}"):
            _room(partner)
        profile.partner = partner
    profile.title = values["title"]
    for name in LISTS:
        setattr(profile, name, tuple(sorted(values.get(name) or ())))
    profile.cost_from, profile.cost_to = values.get("cost_from"), values.get("cost_to")
    _settle(profile)
    return profile


def _checked(values):
    """Return (partner id, {field: message})."""
    errors = {}
    title = values["title"]
    if not title or len(title) > rules.LONGEST_TITLE:
        errors["title"] = _("error_radar_title", default="Please give the profile a short name.")
    if not values.get("topics"):
        errors["topics"] = _("error_radar_topics", default="Please choose at least one topic.")
    if not rules.is_range(values.get("cost_from"), values.get("cost_to")):
        errors["cost_to"] = _("error_radar_cost", default="This is less than the lower amount.")
    owner = values.get("owner") or ME
    if owner != ME and owner not in rights.kept_partners():
        errors["owner"] = _(
            "error_radar_owner", default="Only editors keep the profiles of an administration."
        )
    return ("" if owner == ME else owner), errors


def _made(partner):
    _room(partner)
    radar = storage.ensured_radar()
    radar.last += 1
    profile = storage.Profile(radar.last, partner, asking.userid(), formatting.now())
    radar.profiles[radar.last] = profile
    return profile


def _room(partner):
    owner = partner or f"person:{asking.userid()}"
    same = [one for one in storage.radar_of().profiles.values() if one.owner == owner]
    if len(same) >= rules.MOST_PROFILES:
        message = _(
            "error_radar_many",
            default="No more than ${count} profiles are kept. Please delete one first.",
            mapping={"count": rules.MOST_PROFILES},
        )
        raise Wrong({"title": message})


def pause(profile, is_paused):
    """Tell nothing more, or tell again of what comes from now on."""
    if profile.is_paused and not is_paused:
        _settle(profile)
    profile.is_paused = bool(is_paused)


def delete(number):
    kept(number)
    del storage.radar_of().profiles[number]


def listen(profile, wants):
    """Let who asks hear of the profile of their administration, or no more. Raises Wrong."""
    if not rights.may_listen(profile):
        message = _(
            "error_radar_listen", default="Only people of this administration hear of the profile."
        )
        raise Wrong({"listening": message})
    me = frozenset({asking.userid()})
    profile.joined = profile.joined | me if wants else profile.joined - me
    profile.left = profile.left - me if wants else profile.left | me


def listeners_of(profile):
    """Return the ids of those who hear of a profile."""
    if not profile.partner:
        return {profile.userid}
    editors = members_of(f"{profile.partner}-editors")
    joined = {one for one in profile.joined if profile.partner in partners_of(one)}
    return rules.listeners(editors, editors | joined, joined, profile.left)


def forget_person(portal, userid):
    """Delete what is a person's own; profiles of their administration stay."""
    radar = storage.radar_of(portal)
    for number, profile in list(radar.profiles.items()):
        if profile.userid == userid and not profile.partner:
            del radar.profiles[number]
        elif userid in profile.joined | profile.left:
            profile.joined, profile.left = profile.joined - {userid}, profile.left - {userid}
        if profile.userid == userid and profile.partner:
            profile.userid = ""
    if userid in radar.told:
        del radar.told[userid]


# What fits


def project_of(profile):
    """Return the Project that stands for all those a profile thinks of: the largest of them."""
    partner = profile.partner or next(iter(partners_of(profile.userid)), "")
    applicant = matching.applicant_of(partner) if partner else ()
    areas = matching.areas_of(partner) if partner else ()
    return Project(
        today=formatting.to_local(formatting.now()).date(),
        topics=frozenset(profile.topics),
        applicant=frozenset(profile.applicant or applicant),
        areas=frozenset(profile.areas or areas),
        total_cost=profile.cost_to if profile.cost_to is not None else profile.cost_from,
    )


def catalogue():
    """Return the brains of all programmes that everybody may read: one query, nothing is woken."""
    return catalog()(
        portal_type="FundingProgramme",
        review_state="public",
        sort_limit=matching.MOST,
    )[: matching.MOST]


def fitting(profile, brains=None):
    """Return [(Match, brain)] of what fits a profile now, the best first."""
    known = {brain.UID: brain for brain in (catalogue() if brains is None else brains)}
    project = project_of(profile)
    programmes = [matching.programme_of(brain, project.today) for brain in known.values()]
    found = ranked(project, programmes)
    return [(match, known[match.uid]) for match in found if match.fit in (FITS, CONDITIONS)]


def _marks(profile, brains):
    today = project_of(profile).today
    return {
        match.uid: rules.mark(matching.programme_of(brain, today))
        for match, brain in fitting(profile, brains)
    }


def _settle(profile):
    """Let what fits now be known."""
    brains = catalogue()
    profile.known = rules.remembered(profile.known, _marks(profile, brains))
    profile.news = {}
    _looked(profile, brains)


def _looked(profile, brains):
    profile.counter = catalog().getCounter()
    profile.looked = formatting.now()
    profile.catalogue = _state(brains)


def _state(brains):
    """Return what tells whether the catalogue has changed, without comparing all of it."""
    stamps = sorted(f"{brain.UID} {float(brain.modified)}" for brain in brains)
    return blake2b("\n".join(stamps).encode(), digest_size=16).hexdigest()


def look(number):
    """Look for news of a profile and have its people told, each of them once of each thing."""
    profile = storage.radar_of().profiles.get(number)
    if profile is None or profile.is_paused:
        return
    brains = catalogue()
    if _state(brains) == profile.catalogue:
        profile.counter = catalog().getCounter()
        return
    now = _marks(profile, brains)
    found = rules.news(profile.known, now)
    profile.known = rules.remembered(profile.known, now)
    _looked(profile, brains)
    if not found:
        return
    profile.news = dict(list({**found, **profile.news}.items())[: rules.MOST_NEWS])
    for userid in sorted(listeners_of(profile)):
        _tell(profile, userid, {uid: now[uid] for uid in found})


def _tell(profile, userid, marks):
    told = storage.ensured_radar().told_to(userid)
    fresh = [uid for uid, mark in marks.items() if told.get(uid) != mark]
    if not fresh:
        return
    for uid in fresh:
        told[uid] = marks[uid]
    address = str(profile.number)
    found = finds.Finds(address, profile.title, address, tuple(fresh), source=SOURCE)
    finds.tell(site(), userid, found)
