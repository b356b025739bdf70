"""Elasticsearch on loopback with a small heap: the real server without its optional modules.

The archive is what Elastic's own integration tests run on. It has no `GET /`, no `_reindex`, no `_delete_by_query`,
no painless, and of the analysers only standard, simple, whitespace and keyword.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

from .process import Running, ServiceError, cache_folder, hand_over, launch, new_home, wait_for

VERSION = "9.2.4"
OLDEST_JAVA = 21
CONFIGURATION = """\
discovery.type: single-node
xpack.security.enabled: false
network.host: 127.0.0.1
http.port: 0
transport.port: 0
node.portsfile: true
cluster.routing.allocation.disk.threshold_enabled: false
path.data: {home}/data
path.logs: {home}/logs
"""


def programs() -> Path | None:
    """The unpacked server, or None when it is not in the cache."""
    folder = cache_folder() / f"elasticsearch-{VERSION}"
    return folder if (folder / "bin" / "elasticsearch").exists() else None


def java_home() -> Path | None:
    """The newest Java of at least `OLDEST_JAVA` that was chosen or is on the machine or in the cache; or None."""
    chosen = [os.environ[name] for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    found = [*map(Path, chosen), *Path("/usr/lib/jvm").glob("*"), *cache_folder().glob("java/*/java-runtime")]
    usable = [home for home in found if (home / "bin" / "java").exists() and _java_version(home) >= OLDEST_JAVA]
    return max(usable, key=_java_version, default=None)


def start() -> Running:
    """An empty node; raises `ServiceError` when the server or a Java for it is missing."""
    server, java = programs(), java_home()
    if server is None:
        raise ServiceError(f"Elasticsearch {VERSION} is not in {cache_folder()}. Run bin/install-services.")
    if java is None:
        raise ServiceError(
            f"Elasticsearch needs Java {OLDEST_JAVA} or newer. Run bin/install-services, or set JAVA_HOME."
        )
    home = new_home("elasticsearch")
    configuration = _configure(server, java, home)
    environment = {
        "ES_JAVA_HOME": str(java),
        "ES_PATH_CONF": str(configuration),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        "ES_TMPDIR": str(home / "tmp"),
    }
    process = launch([str(server / "bin" / "elasticsearch")], home=home, environment=environment)
    ports = home / "logs" / "http.ports"
    wait_for(lambda: ports.exists() and _answers(ports), "Elasticsearch", process, home=home, seconds=180)
    return Running(url=_url(ports), pid=process.pid, home=str(home))


def _configure(server: Path, java: Path, home: Path) -> Path:
    configuration = home / "config"
    folders = [configuration, home / "data", home / "logs", home / "tmp"]
    for folder in folders:
        folder.mkdir()
    shutil.copy(server / "config" / "log4j2.properties", configuration)
    (configuration / "elasticsearch.yml").write_text(CONFIGURATION.format(home=home), encoding="utf-8")
    options = (server / "config" / "jvm.options").read_text(encoding="utf-8").splitlines()
    modules = subprocess.run(
        [str(java / "bin" / "java"), "--list-modules"], capture_output=True, text=True, check=True
    ).stdout
    # The Java from PyPI is trimmed; the server runs without vector instructions as well.
    if "jdk.incubator.vector" not in modules:
        options = [line for line in options if "jdk.incubator.vector" not in line]
    options = [line for line in options if not line.startswith("-Xlog:gc")]
    (configuration / "jvm.options").write_text("\n".join(options) + "\n", encoding="utf-8")
    hand_over(*folders, *configuration.iterdir())
    return configuration


def _url(ports: Path) -> str:
    return "http://" + ports.read_text(encoding="utf-8").split()[0]


def _answers(ports: Path) -> bool:
    try:
        with urllib.request.urlopen(f"{_url(ports)}/_cluster/health", timeout=5) as response:
            return response.status == 200
    except (urllib.error.URLError, IndexError, TimeoutError):
        return False


def _java_version(home: Path) -> int:
    release = home / "release"
    found = re.search(r'JAVA_VERSION="(?:1\.)?(\d+)', release.read_text(encoding="utf-8")) if release.exists() else None
    return int(found[1]) if found else 0
