"""plone.restapi's services about people and settings, kept to what hub managers may do."""
