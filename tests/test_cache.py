"""The cache of results: whole entries or none, not too many, and nobody else's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from threadlings import cache, marks
from threadlings.cache import Cache
from threadlings.marks import Found, Judged, Result
from threadlings.screen import WrongUse

ONE = Result(
    *("02-abc", "02", "counter.py", "fail", (Found("race", "t", "m" * 500, "7:b"),)),
    promises=(Judged("t", "It holds.", 3, True, False),),
)


def entries(folder: Path) -> list[Path]:
    """The files of a cache."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_result_is_kept_for_all_that_it_depends_on(tmp_path: Path) -> None:
    """The same words find it, also later; others do not."""
    Cache(tmp_path).put(ONE, "02-abc", "kit", "CPython 3.12.1")

    assert Cache(tmp_path).get("02-abc", "kit", "CPython 3.12.1") == ONE
    assert Cache(tmp_path).get("02-abc", "kit", "CPython 3.13.0") is None
    assert Cache(tmp_path).get("02-abc", "kitCPython", " 3.12.1") is None


@pytest.mark.parametrize("verdict", marks.VERDICTS)
def test_what_may_be_bad_luck_is_not_kept(verdict: str, tmp_path: Path) -> None:
    """An error may have been the machine's, and ungraded is no result."""
    one = Result("02-abc", "02", "counter.py", verdict)
    kept = Cache(tmp_path)
    kept.put(one, "key")

    assert (kept.get("key") is not None) == (verdict in ("pass", "fail", "review"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: b"",
        lambda text: text[:-20],
        lambda text: text.replace(b'"fail"', b'"pass"'),
        lambda text: b"\0" * len(text),
        lambda text: text.partition(b"\n")[2],
        lambda text: b"\xff\n\xff",
    ],
)
def test_a_corrupt_entry_is_none(spoil: object, tmp_path: Path) -> None:
    """Whatever has happened to it, it is graded anew, and the new entry counts."""
    kept = Cache(tmp_path)
    kept.put(ONE, "key")
    [path] = entries(tmp_path)
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]

    assert kept.get("key") is None
    assert entries(tmp_path) == []
    kept.put(ONE, "key")
    assert kept.get("key") == ONE


def test_an_entry_in_another_s_place_is_none(tmp_path: Path) -> None:
    """A file that was moved says nothing of what it lies under now."""
    kept = Cache(tmp_path)
    kept.put(ONE, "key")
    [path] = entries(tmp_path)
    moved = kept._path(("other",))
    moved.parent.mkdir(exist_ok=True)
    path.rename(moved)

    assert kept.get("other") is None


def test_those_that_were_not_used_go_first(tmp_path: Path) -> None:
    """A cache has a size; an entry that was used lately stays."""
    kept = Cache(tmp_path, largest=6_000)
    for number in range(5):
        kept.put(ONE, str(number))
        os.utime(kept._path((str(number),)), (number, number))
    assert kept.get("0") == ONE
    for number in range(5, 10):
        kept.put(ONE, str(number))
        os.utime(kept._path((str(number),)), (number, number))

    assert kept.get("0") == ONE
    assert kept.get("1") is None
    assert sum(path.stat().st_size for path in entries(tmp_path)) <= 6_000


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_folder_of_everybody_is_not_trusted(tmp_path: Path) -> None:
    """Nor is one behind a link, nor a file."""
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(WrongUse, match="everybody can write into it; name another"):
        Cache(folder)
    (tmp_path / "own").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "own")
    with pytest.raises(WrongUse, match="it is no folder"):
        Cache(tmp_path / "link")
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongUse, match="no cache in"):
        Cache(tmp_path / "file")


@pytest.mark.skipif(sys.platform == "win32", reason="no such owners")
def test_a_folder_of_somebody_else_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only whose it is can write there."""
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)

    with pytest.raises(WrongUse, match="it belongs to somebody else"):
        Cache(tmp_path)


def test_the_usual_folder_is_the_user_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has our name, and is where the system keeps such things."""
    assert cache.usual().parts[-2:] == ("threadlings", "results")
