"""Which templates are worked out how."""

from kommunalhub.core.browser.engine import ENGINE
from kommunalhub.core.browser.engine import PACKAGE
from pathlib import Path
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import getEngine
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.PageTemplates.engine import MappedExpr
from Products.PageTemplates.engine import MappedExprType
from z3c.pt.expressions import PythonExpr

import plone.app.layout
import pytest


PAGE = """<p tal:define="rows python:[('a', 1), ('b', 2)]; twice python:lambda n: 2 * n"
><tal:row repeat="row rows">${python:row[0]}${python:twice(row[1])}<tal:c
condition="python:not repeat['row'].end">,</tal:c></tal:row> ${context/getId} ${python:view.said()}
${python:nothing} <b title="&lt;${python:'&'}&gt;">${structure: python:'<i/>'}</b>
<metal:tabs use-macro="context/@@hub-lists/macros/tabs" /></p>"""


class Said(BrowserView):
    def said(self):
        return "<Moin>"

    def tabs(self):
        return [{"title": "Tab", "url": "#", "current": "page"}]


@pytest.fixture
def rendered(integration, tmp_path, monkeypatch):
    """Return a function: the page as a template of ours, or of somebody else's."""

    def rendered(ours):
        path = tmp_path / f"{ours}.pt"
        path.write_text(PAGE)
        template = ViewPageTemplateFile(str(path))
        if ours:
            monkeypatch.setattr("kommunalhub.core.browser.engine.PACKAGE", f"{tmp_path}/")
        assert (template.pt_getEngine() is ENGINE) is ours
        view = Said(integration["portal"], integration["request"])
        return template.__get__(view, Said)()

    return rendered


def test_both_say_the_same(rendered):
    theirs, ours = rendered(False), rendered(True)
    assert " ".join(ours.split()) == " ".join(theirs.split())
    assert '<a class="btn " aria-current="page" href="#" >Tab</a>' in ours
    assert "a2,b4 plone &lt;Moin&gt;" in " ".join(ours.split())


def test_templates_of_this_package_are_ours_and_only_they(integration):
    ours = sorted(Path(PACKAGE).rglob("*.pt"))
    assert len(ours) > 50
    assert all(ViewPageTemplateFile(str(path)).pt_getEngine() is ENGINE for path in ours)
    other = next(Path(plone.app.layout.__file__).parent.rglob("*.pt"))
    assert ViewPageTemplateFile(str(other)).pt_getEngine() is getEngine() or ENGINE.zope


def test_a_macro_of_a_view_is_found_without_walking_the_path(integration):
    path = ENGINE.types["path"]
    assert not isinstance(path("context/@@hub-frame/macros/page"), MappedExpr)
    for other in ("context/@@hub-frame", "view/macros/page", "context/@@a/macros/b/c", "a | b"):
        assert isinstance(path(other), MappedExpr)


def test_python_is_compiled_and_nothing_else(integration):
    assert ENGINE.types["python"] is PythonExpr
    others = set(ENGINE.types) - {"python"}
    assert others == set(ENGINE.zope.types) - {"python"}
    assert all(isinstance(ENGINE.types[name], MappedExprType) for name in others)
