"""How our page templates are worked out: `python:` becomes Python of the compiled template.

Zope hands each expression to an engine of its own while a page is made, which looks it up, wraps
the variables and binds names: some thirty calls for `row['title']`. Chameleon, which compiles the
templates, takes engines that are not Zope's as they are (`Products.PageTemplates.engine.Program`).
This one gives it z3c.pt's expressions for `python:`, finds a macro of a view without walking the
path (`context/@@x/macros/y`), and takes Zope's for all others. Only templates of this package are
worked out so; nobody edits them through the web.
"""

from chameleon.astutil import Static
from chameleon.astutil import Symbol
from chameleon.codegen import template
from pathlib import Path
from Products.PageTemplates.engine import MappedExprType
from Products.PageTemplates.Expressions import getTrustedEngine
from Products.PageTemplates.interfaces import IZopeAwareEngine
from z3c.pt.expressions import PythonExpr
from zope.component import getMultiAdapter

import ast
import kommunalhub
import re


MACRO = re.compile(r"context/@@([\w-]+)/macros/([\w-]+)")
PACKAGE = f"{Path(kommunalhub.__file__).parent}/"


def macro_of(names, view, macro):
    """Return a macro of a view of the context; names: the variables of the template."""
    return getMultiAdapter((names["context"], names["request"]), name=view)["macros"][macro]


class PathExpr(MappedExprType):
    """Zope's `path:` but for macros of a view."""

    found = Static(Symbol(macro_of))

    def __call__(self, expression):
        match = MACRO.fullmatch(expression.strip())
        if match is None:
            return super().__call__(expression)
        view, macro = map(ast.Constant, match.groups())

        def compiled(target, engine):
            return template(
                "target = found(econtext, view, macro)",
                target=target,
                found=self.found,
                view=view,
                macro=macro,
            )

        return compiled


class Engine:
    """Zope's trusted engine but for what `python:` and `path:` mean."""

    def __init__(self, zope):
        self.zope = zope
        self.types = {name: MappedExprType(zope, name) for name in zope.types}
        self.types["python"] = PythonExpr
        self.types["path"] = PathExpr(zope, "path")

    def __conform__(self, interface):
        """Let Zope's engine work out what is not `python:`, macros of others included."""
        return self.zope if interface is IZopeAwareEngine else None

    def __getattr__(self, name):
        return getattr(self.zope, name)


ENGINE = Engine(getTrustedEngine())


def engine_of(template):
    """Return the engine for a ViewPageTemplateFile: ours, or Zope's for all other packages."""
    return ENGINE if template.filename.startswith(PACKAGE) else ENGINE.zope
