"""schema.org's vocabulary as its types for TypeScript (schema-dts) know it: which property may hold what."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .node import ROOT, node

TYPES = ROOT / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
COMPILER = ROOT / "node_modules" / "typescript" / "bin" / "tsc"


def is_installed() -> bool:
    """Whether complaints can be had at all."""
    return node() is not None and TYPES.exists() and COMPILER.exists()


def complaints(things: Iterable[dict[str, Any]], folder: Path) -> list[str]:
    """What is wrong with the things: the number of the thing and the words of TypeScript. `folder` is for files."""
    lines = [
        f"const thing{number}: schema.{thing['@type']} = {json.dumps(thing)};" for number, thing in enumerate(things)
    ]
    source = 'import type * as schema from "schema-dts";\n' + "\n".join(lines) + "\n"
    (folder / "things.ts").write_text(source, encoding="utf-8")
    options = {
        "strict": True,
        "noEmit": True,
        "types": [],
        "module": "esnext",
        "moduleResolution": "bundler",
        "paths": {"schema-dts": [str(TYPES)]},
    }
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["things.ts"]}))
    program = [str(node()), str(COMPILER), "--project", str(folder), "--pretty", "false"]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    found = re.findall(r"things\.ts\((\d+),\d+\): error (.*)", done.stdout)
    return [f"{int(line) - 2}: {words}" for line, words in found] or [done.stdout + done.stderr]
