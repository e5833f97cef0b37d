"""How our page templates are worked out: `python:` becomes Python of the compiled template.

Zope hands each expression to an engine of its own while a page is made, which looks it up, wraps
the variables and binds names: some thirty calls for `row['title']`. Chameleon, which compiles the
templates, takes engines that are not Zope's as they are (`Products.PageTemplates.engine.Program`).
This one gives it z3c.pt's expressions for `python:` and Zope's for all others. Only templates of
this package are worked out so; nobody edits them through the web.
"""

from pathlib import Path
from Products.PageTemplates.engine import MappedExprType
from Products.PageTemplates.Expressions import getTrustedEngine
from Products.PageTemplates.interfaces import IZopeAwareEngine
from z3c.pt.expressions import PythonExpr

import kommunalhub


PACKAGE = f"{Path(kommunalhub.__file__).parent}/"


class Engine:
    """Zope's trusted engine but for what `python:` means."""

    def __init__(self, zope):
        self.zope = zope
        self.types = {name: MappedExprType(zope, name) for name in zope.types}
        self.types["python"] = PythonExpr

    def __conform__(self, interface):
        """Let Zope's engine work out what is not `python:`, macros of others included."""
        return self.zope if interface is IZopeAwareEngine else None

    def __getattr__(self, name):
        return getattr(self.zope, name)


ENGINE = Engine(getTrustedEngine())


def engine_of(template):
    """Return the engine for a ViewPageTemplateFile: ours, or Zope's for all other packages."""
    return ENGINE if template.filename.startswith(PACKAGE) else ENGINE.zope
