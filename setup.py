"""Packaging of kommunalhub; docs/explanation/dependencies.md says why each dependency is here."""

from pathlib import Path
from setuptools import find_packages
from setuptools import setup
from setuptools.command.build_py import build_py


HERE = Path(__file__).parent


class BuildWithCatalogues(build_py):
    """Copy the package and compile its catalogues, so that an installed one need not."""

    def run(self):
        super().run()
        if self.editable_mode:
            return
        # a build requirement: an editable install does without
        from pythongettext.msgfmt import Msgfmt

        for catalogue in Path(self.build_lib).rglob("*.po"):
            with catalogue.open("rb") as source:
                compiled = Msgfmt(source, catalogue.stem).getAsFile().read()
            catalogue.with_suffix(".mo").write_bytes(compiled)


setup(
    name="kommunalhub",
    version="1.0.0.dev0",
    description="Intranet and approvals for a municipal digital hub, on Plone 6.2 Classic UI",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="GPL-2.0-or-later",
    python_requires=">=3.11",
    classifiers=[
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Framework :: Plone :: Distribution",
        "Natural Language :: German",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
    ],
    packages=find_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    cmdclass={"build_py": BuildWithCatalogues},
    zip_safe=False,
    install_requires=[
        "setuptools",
        "Chameleon",
        "Products.CMFPlone>=6.2.2,<6.3",
        "PyStemmer>=3",
        "babel",
        "borg.localrole",
        "collective.monkeypatcher",
        "holidays",
        "marisa-trie",
        "nh3>=0.3",
        "plone.api",
        "plone.app.caching",
        "plone.app.contenttypes",
        "plone.app.dexterity",
        "plone.app.iterate",
        "plone.app.theming",
        "plone.classicui",
        "plone.distribution",
        "plone.restapi",
        "plonetheme.barceloneta",
        "pypdfium2",
        "tantivy>=0.27",
        "typst",
        "xlsxwriter",
    ],
    extras_require={
        "buildout": [
            "collective.recipe.template",
            "pip",
            "plone.recipe.zope2instance",
            "zc.buildout",
        ],
        "postgresql": [
            "RelStorage",
            "psycopg2-binary",
        ],
        "test": [
            "aiosmtpd",
            "hypothesis",
            "i18ndude",
            "packaging",
            "playwright",
            "plone.app.testing",
            "pypdf",
            "pytest<10",
            "pytest-plone",
            "pytest-xdist",
            "ruff",
            "time-machine",
            "uv",
        ],
    },
    entry_points={
        "z3c.autoinclude.plugin": ["target = plone"],
        "console_scripts": ["kommunalhub = kommunalhub.site.commandline:main"],
        "paste.filter_app_factory": ["paths = kommunalhub.security.input.paths:make_filter"],
    },
)
