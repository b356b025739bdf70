"""A whole run at a tiny size, without servers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.handle import ROOT

SETTINGS_OF_TESTS = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "SEARCH_URL")


def run(output: Path, *arguments: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SETTINGS_OF_TESTS}
    subprocess.run(
        [sys.executable, "-m", "benchmarks", "--no-servers", "--output", output, *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        timeout=600,
    )


def test_run_measures_everything_and_writes_it(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.json").write_text(
        json.dumps({"sizes": {"7": {"indexing": {"machine": {}}}, "60": {"pages": {"machine": {}}}}})
    )
    run(tmp_path, "--sizes", "60", "--rounds", "1", "--questions", "2", "--seconds", "5", "--import-rows", "30")
    known = json.loads((tmp_path / "benchmarks.json").read_text(encoding="utf-8"))
    found = known["sizes"]["60"]
    assert set(known["sizes"]) == {"7", "60"}, "what was known of other sizes stays"
    assert found["indexing"]["embedded"]["documents"] == 60
    ways = found["search"]["ways"]
    assert set(ways) == {"tantivy", "tantivy-words", "embedded", "understanding", "service", "wagtail-sqlite"}
    assert ways["embedded"]["found"] == ways["tantivy"]["found"] > 0, "the limit is asked for the same documents"
    assert found["search"]["ratios"]["embedded/wagtail-sqlite"] > 0
    assert found["findable"]["embedded"]["n"] > 0
    assert found["desk"]["ours-list"]["sql"] > 0 < found["desk"]["peer-form"]["sql"]
    assert found["desk"]["list-ratio"] > 0
    read = found["import"]
    assert read["rows"] == 30 and read["ratio"] > 0 < read["write"]["peak_mb"]
    assert found["pages"]["ours-results"]["sql"] > 0
    assert found["pages"]["cached-results"]["sql"] <= 1, "a kept page asks whether anything changed, at most"
    page = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert "### 60 activities" in page and "embedded engine" in page
    assert os.uname().nodename not in page and str(ROOT) not in page


def test_suggestions_are_measured_beside_the_peer(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SETTINGS_OF_TESTS}
    command = [sys.executable, "-m", "benchmarks.suggestions", "--sizes", "60", "--rounds", "1", "--output", tmp_path]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=600)
    found = json.loads((tmp_path / "benchmarks.json").read_text(encoding="utf-8"))["suggestions"]["60"]
    assert found["ours"]["prefixes"]["n"] == found["peer"]["prefixes"]["n"] > 30
    assert found["ours"]["prefixes"]["sql"] == 0 < found["peer"]["prefixes"]["sql"]
