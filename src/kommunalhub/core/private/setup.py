"""Of what a site is set up with: GenericSetup, workflows, roles, mail."""

from Products.MailHost.MailHost import MailBase


def import_context(tool, profile):
    """Return what the files of a profile are read with."""
    return tool._getImportContext(profile)


def forget_chain(workflows, portal_type):
    """Forget which workflows a type has, so that it has the default ones."""
    workflows._chains_by_type.pop(portal_type, None)


def delete_roles(portal, roles):
    """Take roles out of those that a site knows."""
    portal._delRoles(roles)


def mail_by(make):
    """Let every MailHost of this process send by what `make` returns."""
    MailBase._makeMailer = lambda host: make()
