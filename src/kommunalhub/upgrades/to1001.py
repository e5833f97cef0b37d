"""1001: rooms for materials, booking, workshops; who makes people; names of groups; passages."""

from datetime import datetime
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.reviewing import operations as reviewing
from kommunalhub.approvals.reviewing.interfaces import IResponsible
from kommunalhub.approvals.reviewing.interfaces import IReviewable
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.private.catalog import indexes_of
from kommunalhub.core.private.setup import import_context
from kommunalhub.editorial.areas import operations as areas
from kommunalhub.editorial.copies import closing
from kommunalhub.editorial.dates import operations as dates
from kommunalhub.editorial.dates import sections as calendar
from kommunalhub.editorial.news import operations as news
from kommunalhub.editorial.people import operations as people
from kommunalhub.funding.lessons.notes import operations as lessons
from kommunalhub.materials import operations as materials
from kommunalhub.materials.workflow import ADD_MATERIAL
from kommunalhub.network.reports import operations as reports
from kommunalhub.partners.membership import partner_ids
from kommunalhub.projects import operations as projects
from kommunalhub.search.reading import operations as reading
from kommunalhub.security.guests.plugin import Guests
from kommunalhub.security.person import People
from kommunalhub.showroom import operations as showroom
from kommunalhub.support import operations as support
from kommunalhub.support.learning import answers
from kommunalhub.workshops import sections as workshops
from plone import api
from Products.CMFCore.permissions import AddPortalContent
from Products.GenericSetup.interfaces import IBody
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserFactoryPlugin
from zope.component import getMultiAdapter
from zope.i18n import translate

import logging


logger = logging.getLogger(__name__)
PLUGIN = "hub_people"
GUESTS = "hub_guests"
FULLTEXT = "fulltext"
TOPICS, ANSWERS_TOPIC = "kommunalhub.material_topics", "Hilfe bei IT-Problemen"
TYPE = "WorkshopMaterial"
GROUPS = {
    "Administrators": "group_plone_managers",
    "Site Administrators": "group_plone_site",
    "Reviewers": "group_plone_reviewers",
}
PAGES, NEWS = "hub_page_workflow", "News Item"
TIMES = ("effective", "expires", "effectiveRange", "scheduled_at")
WORKFLOWS = (
    PAGES,
    "workshop_workflow",
    "workshop_material_workflow",
    "funding_consultation_workflow",
)
VIRTUAL = "Authenticated Users (Virtual Group)"
PLACES = {
    "klass": "kommunalhub.materials.content.WorkshopMaterial",
    "schema": "kommunalhub.materials.interfaces.IWorkshopMaterial",
}
PROGRAMME_INDEXES = (
    *("funding_deadline", "funding_areas", "funding_kinds", "funding_closings"),
    *("funding_deadline_kind", "funding_checked", "funding_key"),
)
#: What makes the places of a room where they are missing.
SECTIONS = (
    news.ensure_news,
    workshops.ensure_sections,
    support.ensure_sections,
    people.ensure_folder,
    lessons.ensure_section,
    showroom.ensure_sections,
    reports.ensure_folders,
    calendar.ensure_sections,
    projects.ensure_sections,
)
SPACE = "Space"
SPACE_FOLDER = "kommunalhub.coworking.interfaces.ICoworkingSection"
SPACE_PLACES = {
    "klass": "kommunalhub.booking.content.Space",
    "schema": "kommunalhub.booking.interfaces.ISpace",
}


def move_materials(setup):
    """Let the type of training materials find its class and schema where they are now."""
    _move(TYPE, PLACES)


def move_spaces(setup):
    """Let the type of spaces find its class and schema, and the catalog their new interface."""
    _move(SPACE, SPACE_PLACES)
    _tell_anew(["object_provides"], portal_type=SPACE)
    _tell_anew(["object_provides"], object_provides=SPACE_FOLDER)


def _move(portal_type, places):
    fti = api.portal.get_tool("portal_types")[portal_type]
    changed = {name: value for name, value in places.items() if getattr(fti, name) != value}
    fti.manage_changeProperties(**changed)
    logger.info("%s: %s properties changed", portal_type, len(changed))


def _tell_anew(indexes, **query):
    """Have the catalog know of some things what these indexes, and all columns, say of them."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)
    for brain in brains:
        brain._unrestrictedGetObject().reindexObject(idxs=list(indexes))
    logger.info("%s: %s things told anew", ", ".join(indexes), len(brains))


def define_workflows(setup):
    """Read the workflows that are new or changed from where the profile has them."""
    tool = api.portal.get_tool("portal_workflow")
    context = import_context(setup, "profile-kommunalhub:default")
    for name in WORKFLOWS:
        definition = context.readDataFile("definition.xml", f"workflows/{name}")
        getMultiAdapter((tool[name], context), IBody).body = definition
    logger.info("%s workflows defined", len(WORKFLOWS))


def let_pages_have_times(setup):
    """Have the catalog know when pages end, and find what waits for release whatever its date."""
    tool = api.portal.get_tool("portal_workflow")
    names = api.portal.get_tool("portal_types").objectIds()
    types = [name for name in names if PAGES in tool.getChainForPortalType(name)]
    _tell_anew(TIMES, portal_type=types)


def close_public_pages(setup):
    """Have public pages and news changed by working copies; internal ones can be."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type=("Document", "News Item"), review_state=("internal", "public")
    )
    for brain in brains:
        closing.settle(brain._unrestrictedGetObject())
    logger.info("%s released pages are changed by copies", len(brains))


def make_sections(setup):
    """Make the sections and folders that are new, where a site has those of the hub at all."""
    portal = api.portal.get()
    if "materialien" in portal.objectIds():
        for ensure in SECTIONS:
            ensure(portal)


def tell_news(setup):
    """Let lists know what they show of news."""
    _tell_anew(["material_topics", "pinned_until"], portal_type=NEWS)


def let_support_make_answers(setup):
    """Let support add materials, and have the topic that makes them frequent questions."""
    folder = api.portal.get().unrestrictedTraverse(materials.SECTION, None)
    if folder is not None:
        for permission in (AddPortalContent, ADD_MATERIAL):
            found = [one for one in folder.rolesOfPermission(permission) if one["selected"]]
            roles = {one["name"] for one in found} | {"SupportAgent"}
            folder.manage_permission(permission, sorted(roles), acquire=0)
    topics = registry.read(TOPICS, {})
    if topics and answers.TOPIC not in topics:
        api.portal.set_registry_record(TOPICS, {**topics, answers.TOPIC: ANSWERS_TOPIC})


def give_areas_homes(setup):
    """Let the areas of administrations show blocks, but for those with a view of their own."""
    portal = api.portal.get()
    if "partner" in portal.objectIds():
        homes = sum(areas.ensure_area(portal, one) is not None for one in partner_ids())
        logger.info("%s areas have a home of their own", homes)


def add_people(setup):
    """Put the plugin that makes users of ours before Plone's."""
    pas = api.portal.get_tool("acl_users")
    if PLUGIN not in pas.objectIds():
        pas._setObject(PLUGIN, People(PLUGIN, "Works out rights once in a request"))
        logger.info("%s added", PLUGIN)
    if PLUGIN not in pas.plugins.listPluginIds(IUserFactoryPlugin):
        pas.plugins.activatePlugin(IUserFactoryPlugin, PLUGIN)
    pas.plugins.movePluginsTop(IUserFactoryPlugin, [PLUGIN])


def add_guests(setup):
    """Put the plugin in place that knows people without an account."""
    pas = api.portal.get_tool("acl_users")
    if GUESTS not in pas.objectIds():
        pas._setObject(GUESTS, Guests(GUESTS, "People without an account"))
        logger.info("%s added", GUESTS)
    for interface in (IUserEnumerationPlugin, IPropertiesPlugin):
        if GUESTS not in pas.plugins.listPluginIds(interface):
            pas.plugins.activatePlugin(interface, GUESTS)
    pas.plugins.movePluginsTop(IPropertiesPlugin, [GUESTS])


def name_groups(setup):
    """Give Plone's groups names in the language of the site, but for those named by hand."""
    renamed = 0
    tool = api.portal.get_tool("portal_groups")
    for name, title in GROUPS.items():
        group = tool.getGroupById(name)
        if group is not None and group.getProperty("title") == name:
            tool.editGroup(name, title=_in_site_language(title))
            renamed += 1
    everybody = getattr(api.portal.get_tool("acl_users"), "auto_group", None)
    if everybody is not None and everybody.title == VIRTUAL:
        everybody.title = _in_site_language("group_plone_everybody")
        renamed += 1
    logger.info("%s groups renamed", renamed)


def keep_texts_in_passages(setup):
    """Have the full-text index keep the texts of all things in passages, with their headings."""
    catalog = api.portal.get_tool("portal_catalog")
    index = indexes_of(catalog)[FULLTEXT]
    catalog.reindexIndex(FULLTEXT, None)
    logger.info("%s texts kept in passages", index.numObjects())


def tell_programmes_whole(setup):
    """Have the catalog know of funding programmes what decides whether they fit."""
    _tell_anew(PROGRAMME_INDEXES, portal_type="FundingProgramme")


def tell_results(setup):
    """Have the catalog know of consultations what came of them."""
    _tell_anew(["review_state"], portal_type="FundingConsultation")


def store_dates(setup):
    """Have events keep their dates as a list, and the catalog know them."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Event")
    for brain in brains:
        event = brain._unrestrictedGetObject()
        dates.renew(event)
        event.reindexObject(idxs=[*dates.INDEXES, "audience"])
    logger.info("Event: dates of %s stored", len(brains))


def read_files_anew(setup):
    """Have files read again whose pages, headings and lists were not told apart yet.

    They wait for the job "reading", a few with each tick; until then they are found as before.
    """
    logger.info("%s files wait to be read again", reading.reread_old())


def begin_reviews(setup):
    """Let somebody be responsible for pages; those that are released are due by their last step."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(object_provides=IApprovable.__identifier__)
    objects = [brain._unrestrictedGetObject() for brain in brains]
    for obj in objects:
        obj.reindexObject(idxs=["last_editor"])
    pages = [obj for obj in objects if IResponsible.providedBy(obj)]
    for page in pages:
        if IReviewable.providedBy(page) and reviewing.is_released(page):
            entry = IJournal(page).last("transition")
            moment = datetime.fromisoformat(entry["when"]) if entry else formatting.now()
            page.checked_on = formatting.to_local(moment).date()
        page.reindexObject(idxs=["object_provides", "health_on"])
        reviewing.refresh(page)
    logger.info("%s pages have somebody responsible", len(pages))


def _in_site_language(message):
    return translate(
        message, domain="kommunalhub", target_language=api.portal.get_default_language()
    )


def let_funding_files_be_kept(setup):
    """Give consultations the roles that their workflow has for funding files."""
    workflow = api.portal.get_tool("portal_workflow")["funding_consultation_workflow"]
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="FundingConsultation")
    cases = [brain._unrestrictedGetObject() for brain in brains]
    changed = sum(bool(workflow.updateRoleMappingsFor(case)) for case in cases)
    logger.info("FundingConsultation: roles of %s changed", changed)
