"""`python -m tests.integration.rights`: compare the table of rights; with `--write`, make it anew for review."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        os.environ["RIGHTS"] = "write"
    sys.exit(pytest.main(["-n", "0", "-q", str(Path(__file__).with_name("test_matrix.py"))]))
