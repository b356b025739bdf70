"""veraPDF, which says whether a PDF is what its metadata promises. It is run for one question; no server."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from .elasticsearch import java_home
from .process import cache_folder

VERSION = "1.28.2"
ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
PROGRAM = "org.verapdf.apps.GreenfieldCliWrapper"


def archives() -> Path | None:
    """The folder with the program and all it needs, or None when it is not in the cache."""
    folder = cache_folder() / f"verapdf-{VERSION}"
    return folder if any(folder.glob("greenfield-apps-*.jar")) else None


def complaints(files: Sequence[Path], profile: str = "ua1") -> dict[str, str]:
    """What is wrong with each file by its name; a file without fault is not in it.

    Raises `RuntimeError` when the program did not speak of every file.
    """
    folder, java = archives(), java_home()
    if folder is None or java is None:
        raise RuntimeError("veraPDF or a Java for it is not installed. Run bin/install-services.")
    command = [
        str(java / "bin" / "java"),
        "-cp",
        f"{folder}/*",
        PROGRAM,
        "-f",
        profile,
        "--format",
        "text",
        "-v",
        *map(str, files),
    ]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    lines = answer.stdout.splitlines()
    verdicts = {line.split()[1]: line.split()[0] for line in lines if line.startswith(("PASS ", "FAIL "))}
    unheard = {str(file) for file in files} - set(verdicts)
    if unheard:
        raise RuntimeError(f"veraPDF did not speak of {sorted(unheard)}: {answer.stderr[-2000:]}")
    return {Path(name).name: answer.stdout for name, verdict in verdicts.items() if verdict == "FAIL"}
