"""Write docs/reference/workflows.md from the workflow definitions; --check compares only.

python scripts/workflow_tables.py [--check]
"""

from kommunalhub.approvals.pages import page_process
from kommunalhub.coworking.workflow import PROCESS as COWORKING
from kommunalhub.funding.workflow import PROCESS as FUNDING
from kommunalhub.materials.workflow import PROCESS as MATERIALS
from kommunalhub.network.reports.workflow import PROCESS as REPORTS
from kommunalhub.projects.workflow import PROCESS as PROJECTS
from kommunalhub.showroom.workflow import PROCESS as EXHIBITS
from kommunalhub.workshops.workflow import PROCESS as WORKSHOPS
from pathlib import Path
from xml.etree import ElementTree

import ast
import re
import sys


ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "workflows.md"
CATALOGUE = ROOT / "src/kommunalhub/locales/de/LC_MESSAGES/plone.po"
WORKFLOWS = {
    "funding_consultation_workflow": ("Fördermittelberatung · FundingConsultation", FUNDING),
    "workshop_material_workflow": ("Schulungsunterlage · WorkshopMaterial", MATERIALS),
    "workshop_workflow": ("Workshop · Workshop", WORKSHOPS),
    "coworking_application_workflow": ("Co-Working-Antrag · CoworkingApplication", COWORKING),
    "exhibit_workflow": ("Ausstellungsstück · Exhibit", EXHIBITS),
    "experience_workflow": ("Erfahrungsbericht · ExperienceReport", REPORTS),
    "project_workflow": ("Projekt · Project", PROJECTS),
    "hub_page_workflow": (
        "Seiten, Förderprogramme, Räume · Document and others",
        page_process("Document"),
    ),
}
INTRODUCTION = """# Workflows

Made by `scripts/workflow_tables.py` from `profiles/default/workflows/`; a test fails when it is not
current. Roles are explained in [roles.md](roles.md). “Four eyes”: nobody takes this step on what
they made or changed last. “Reason”: the step asks for a comment, which the applicant reads.
Manager, the role of Zope, sees everything and is left out.
"""


def german():
    """Return {English title: German title} from the catalogue."""
    text = CATALOGUE.read_text(encoding="utf-8")
    found = re.findall(r'^msgid ("(?:.+)")\nmsgstr ("(?:.*)")$', text, re.MULTILINE)
    return {ast.literal_eval(source): ast.literal_eval(target) for source, target in found}


def roles(node, path):
    names = [found.text for found in node.findall(path)]
    if "Anonymous" in names:
        return "everybody"
    return ", ".join(name for name in names if name not in ("Manager", "Site Administrator")) or "–"


def permission(state, name):
    for found in state.findall("permission-map"):
        if found.get("name") == name:
            return roles(found, "permission-role")
    return "as around it"


def section(workflow_id, heading, process, titles):
    path = ROOT / "profiles/default/workflows" / workflow_id / "definition.xml"
    tree = ElementTree.parse(path).getroot()
    states = {state.get("state_id"): state for state in tree.findall("state")}
    lines = [f"\n## {heading}\n", f"`{workflow_id}`, begins in `{tree.get('initial_state')}`.\n"]
    lines += [
        "| state | German | sees | edits | awaits | working days |",
        "|---|---|---|---|---|---|",
    ]
    for name, state in states.items():
        step = process.step(name) if process else None
        lines.append(
            f"| `{name}` | {titles.get(state.get('title'), state.get('title'))}"
            f" | {permission(state, 'View')} | {permission(state, 'Modify portal content')}"
            f" | {', '.join(step.awaits) if step and step.awaits else '–'}"
            f" | {step.days if step and step.days else '–'} |"
        )
    lines += [
        "",
        "| transition | German | from | to | who | asks for |",
        "|---|---|---|---|---|---|",
    ]
    for transition in tree.findall("transition"):
        name = transition.get("transition_id")
        sources = [
            f"`{state}`"
            for state, node in states.items()
            if name in [found.get("transition_id") for found in node.findall("exit-transition")]
        ]
        act = process.act(name) if process else None
        asks = [
            text
            for text, wanted in (
                ("four eyes", act and act.four_eyes),
                ("reason", act and act.needs_reason),
                ("its conditions", act and act.condition),
            )
            if wanted
        ]
        title = transition.get("title")
        lines.append(
            f"| `{name}` | {titles.get(title, title)} | {', '.join(sources)}"
            f" | `{transition.get('new_state') or '–'}` | {roles(transition, 'guard/guard-role')}"
            f" | {', '.join(asks) or '–'} |"
        )
    return "\n".join(lines) + "\n"


def page():
    """Return the whole page."""
    titles = german()
    return INTRODUCTION + "".join(
        section(name, heading, process, titles) for name, (heading, process) in WORKFLOWS.items()
    )


def main(arguments):
    text = page()
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        if current != text:
            print(f"{PAGE.relative_to(ROOT)} is not current: run scripts/workflow_tables.py")
        return int(current != text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
