"""What is fetched and what it runs on is checked before anything starts."""

from pathlib import Path

import pytest
from tests.servers.distribution import ServerError, check, unpacked
from tests.servers.java import java_for


def test_version_without_a_checksum_is_refused(tmp_path: Path):
    with pytest.raises(ServerError, match=r"No checksum of Elasticsearch 1\.2\.3 is known"):
        unpacked("1.2.3", shelf=tmp_path)


def test_other_file_than_the_known_one_is_deleted(tmp_path: Path):
    archive = tmp_path / "elasticsearch-8.19.16.zip"
    archive.write_bytes(b"something else")

    with pytest.raises(ServerError, match=r"elasticsearch-8\.19\.16\.zip is not the file we know"):
        check(archive, "0" * 64)

    assert not archive.exists()


def test_java_that_is_too_old_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").touch()
    (tmp_path / "release").write_text('IMPLEMENTOR="Debian"\nJAVA_VERSION="17.0.21"\n')
    monkeypatch.setenv("ES_JAVA_HOME", str(tmp_path))

    assert java_for("8.19.16") == tmp_path
    with pytest.raises(ServerError, match=r"Elasticsearch 9\.2\.0 needs Java 21 or newer"):
        java_for("9.2.0")
