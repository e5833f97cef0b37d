"""Names that no field has, so that content types are not searched for their default.

Since Plone 6 the site is content: each tool that somebody asks it for is first looked for among
the fields of its type and of each behaviour, several dozen times on a page. The framework keeps a
list of names to pass over (see `DexterityContent.__getattr__`); these are more of the kind.
"""

from plone.dexterity.content import ATTRIBUTE_NAMES_TO_IGNORE


TOOLS = (
    "acl_users",
    "isGroup",
    "portal_actions",
    "portal_catalog",
    "portal_groupdata",
    "portal_groups",
    "portal_memberdata",
    "portal_registration",
    "portal_registry",
    "portal_setup",
    "portal_transforms",
    "portal_types",
    "portal_url",
    "portal_workflow",
    "role_map",
    # how the catalog asks for parts of a query
    "sort-limit",
    "sort-on",
    "sort-order",
)
PASSED_OVER = frozenset(ATTRIBUTE_NAMES_TO_IGNORE + TOOLS)
