"""Words of ours before Plone's: of two catalogues that know a message, zope.i18n takes the first.

Which one is first depends on the order in which packages are loaded, and Plone's is loaded before
ours. So `<hub:translations>` registers a directory as `<i18n:registerTranslations>` does and then
puts its catalogues in front of all others. What Plone's scripts show (`@@plonejsi18n`) comes from
the same list.
"""

from pathlib import Path
from zope.component import getUtilitiesFor
from zope.configuration.fields import Path as PathField
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.zcml import registerTranslations
from zope.interface import Interface


class ITranslationsDirective(Interface):
    """Register catalogues that come before everybody else's."""

    directory = PathField(title="Directory of catalogues, `<language>/LC_MESSAGES/<domain>.po`")


def translations(context, directory):
    registerTranslations(context, directory)
    context.action(discriminator=None, callable=put_first, args=(Path(directory),))


def put_first(directory):
    """Put the catalogues of a directory in front of the others of their domains and languages."""
    for _name, domain in getUtilitiesFor(ITranslationDomain):
        for files in domain.getCatalogsInfo().values():
            # A stable sort: False comes first, and all others stay as they are.
            files.sort(key=lambda file: directory not in Path(file).parents)
