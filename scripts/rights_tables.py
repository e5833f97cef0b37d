"""Write docs/reference/rights.md from the lists of house and offers; --check compares only.

python scripts/rights_tables.py [--check]
"""

from kommunalhub.security.rights import rules
from pathlib import Path

import sys


ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "rights.md"
BROUGHT = rules.in_package()
INTRODUCTION = """# Rights: who holds what, and why

Made by `scripts/rights_tables.py` from `src/kommunalhub/security/rights/` and `rights.toml` of each
offer; a test fails when it is not current. Roles are explained in [roles.md](roles.md). Manager and
Site Administrator are left out: what is on none of these lists is theirs alone.
`tests/security/rights` compares the lists with the rolemap of a site, its folders, its tools, every
state of every workflow and every REST service there is; `kommunalhub rights` does so with a running
site (all but the services), for example after an add-on was installed, and says by its exit code
whether all is as listed.
"""


def cell(text):
    return text.replace("|", "\\|")


def site():
    """Yield the rows of the site's own rolemap, a line for each reason."""
    groups = {}
    for permission, grant in rules.site_grants(BROUGHT).items():
        groups.setdefault((grant.why, tuple(sorted(grant.roles))), []).append(permission)
    yield from ("", "## On the site", "", "| roles | permissions | why |", "|---|---|---|")
    for (why, roles), permissions in groups.items():
        yield f"| {', '.join(roles)} | {', '.join(permissions)} | {cell(why)} |"


def places():
    yield from ("", "## In single folders, further", "")
    yield from ("| folder | roles | permission | why |", "|---|---|---|---|")
    for path, permission, grant in rules.place_grants(BROUGHT):
        yield f"| `{path}` | {', '.join(sorted(grant.roles))} | {permission} | {cell(grant.why)} |"


def states():
    for workflow, lines in rules.state_grants(BROUGHT).items():
        groups = {}
        for (permission, role), (where, why) in lines.items():
            where = where if isinstance(where, str) else ", ".join(where)
            groups.setdefault((role, where, why), []).append(permission)
        yield from ("", f"## `{workflow}`", "")
        yield from ("| role | states | permissions | why |", "|---|---|---|---|")
        for (role, where, why), permissions in groups.items():
            yield f"| {role} | {where} | {', '.join(permissions)} | {cell(why)} |"


def services():
    groups = {}
    for (method, name, kind), line in rules.services(BROUGHT).items():
        key = tuple(line["open"]), line["why"]
        groups.setdefault(key, []).append(f"`{method} {name or 'content'}` ({kind})")
    yield from ("", "## REST services", "")
    yield "Tried with an empty request on the site, a public page and a case of an administration,"
    yield "by nobody, an external applicant, staff and an editor of the administration."
    yield from ("", "| open to | services | why |", "|---|---|---|")
    for (people, why), names in groups.items():
        yield f"| {', '.join(people) or '–'} | {', '.join(names)} | {cell(why)} |"


def page():
    """Return the whole page."""
    return INTRODUCTION + "\n".join([*site(), *places(), *states(), *services()]) + "\n"


def main(arguments):
    text = page()
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        if current != text:
            print(f"{PAGE.relative_to(ROOT)} is not current: run scripts/rights_tables.py")
        return int(current != text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
