"""Pages of the reference that are made from the code are current."""

from pathlib import Path

import subprocess
import sys


ROOT = Path(__file__).parent.parent.parent


def test_workflow_tables_are_current():
    answer = subprocess.run(
        [sys.executable, "scripts/workflow_tables.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
