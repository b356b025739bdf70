"""Servers in the background: remembered, waited for, and ended without a trace."""

import subprocess
import sys

import pytest

from tests.services import process
from tests.services.elasticsearch import java_home
from tests.services.process import Running, ServiceError, end, is_alive, launch, wait_for

SLEEP = [sys.executable, "-c", "import time; print('awake', flush=True); time.sleep(60)"]
FAIL = [sys.executable, "-c", "raise SystemExit('no room on the disk')"]


def test_running_server_is_found_again(tmp_path):
    server = launch(SLEEP, home=tmp_path, keep_rights=True)
    running = Running("http://127.0.0.1:1", server.pid, str(tmp_path))
    running.save(tmp_path / "state" / "server.json")
    assert Running.load(tmp_path / "state" / "server.json") == running
    end(server.pid, tmp_path / "nothing")


def test_ended_server_is_not_found(tmp_path):
    server = launch(SLEEP, home=tmp_path, keep_rights=True)
    Running("http://127.0.0.1:1", server.pid, str(tmp_path)).save(tmp_path / "server.json")
    end(server.pid, tmp_path / "nothing")
    assert Running.load(tmp_path / "server.json") is None
    assert Running.load(tmp_path / "never.json") is None


def test_ending_removes_the_folder_and_may_be_repeated(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    server = launch(SLEEP, home=home, keep_rights=True)
    end(server.pid, home)
    assert not is_alive(server.pid)
    assert not home.exists()
    end(server.pid, home)


def test_server_that_will_not_end_is_killed(tmp_path):
    stubborn = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    server = launch([sys.executable, "-c", stubborn], home=tmp_path, keep_rights=True)
    wait_for(lambda: "1" in (tmp_path / "output.log").read_text(), "It", server, home=tmp_path, seconds=30)
    end(server.pid, tmp_path / "nothing", seconds=0.1)
    assert not is_alive(server.pid)


def test_waiting_ends_when_the_server_is_ready(tmp_path):
    server = launch(SLEEP, home=tmp_path, keep_rights=True)
    log = tmp_path / "output.log"
    wait_for(lambda: "awake" in log.read_text(), "It", server, home=tmp_path, seconds=30)
    assert is_alive(server.pid)
    end(server.pid, tmp_path / "nothing")


def test_server_that_fails_is_reported_with_the_end_of_its_log(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    server = launch(FAIL, home=home, keep_rights=True)
    with pytest.raises(ServiceError, match=r"The database ended with 1.*\n.*no room on the disk"):
        wait_for(lambda: False, "The database", server, home=home, seconds=30)
    assert not home.exists()


def test_server_that_is_never_ready_is_given_up(tmp_path):
    server = launch(SLEEP, home=tmp_path, keep_rights=True)
    with pytest.raises(ServiceError, match="It was not ready after 0 s"):
        wait_for(lambda: False, "It", server, home=tmp_path, seconds=0)
    assert not is_alive(server.pid)


def test_cache_is_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("INDSATSKATALOG_CACHE", str(tmp_path))
    assert process.cache_folder() == tmp_path


def test_newest_java_that_is_new_enough_is_chosen(monkeypatch, tmp_path):
    for version in ("1.8.0_452", "17.0.15", "21.0.2", "99.0.1"):
        home = tmp_path / "java" / version / "java-runtime"
        (home / "bin").mkdir(parents=True)
        (home / "bin" / "java").touch()
        (home / "release").write_text(f'IMPLEMENTOR="Someone"\nJAVA_VERSION="{version}"\n')
    monkeypatch.setenv("INDSATSKATALOG_CACHE", str(tmp_path))
    assert java_home() == tmp_path / "java" / "99.0.1" / "java-runtime"


def test_program_without_a_server_says_how_to_start_one(tmp_path):
    result = subprocess.run(
        [process.__file__.replace("tests/services/process.py", "bin/postgresql"), "url"],
        env={"PATH": "/usr/bin:/bin", "SERVICES_STATE": str(tmp_path), "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert "bin/postgresql start" in result.stderr
