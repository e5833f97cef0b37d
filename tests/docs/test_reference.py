"""Pages of the reference that are made from the code are current."""

from pathlib import Path

import pytest
import subprocess
import sys


ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("script", ["workflow_tables", "rights_tables"])
def test_tables_are_current(script):
    answer = subprocess.run(
        [sys.executable, f"scripts/{script}.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
