"""The accounts every hub has, and the password of demo people."""

#: Zope's own account, for what lies outside any site; it may not sign in to a hub.
ROOT_ADMIN = "admin"
#: Manager of one site, in that site's own user folder.
SITE_ADMIN = "hub-admin"
#: Known to everybody: people with it exist on demo sites only, and those listen on loopback only.
DEMO_PASSWORD = "kommunalhub-demo"
