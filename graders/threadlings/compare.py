"""Whether several runs of `check` came to the same verdicts, on whatever Pythons."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from threadlings.screen import WrongUse, count, plain, say

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)

Key = tuple[str, str, str]  # the file, what judges it, what is in it


def read(file: Path) -> dict[Key, str]:
    """The verdict on each file that a run has tried, and its kind.  Raises WrongUse.

    The kind is that of the first finding.  How many more promises a wrong answer breaks
    is up to the interpreter's own asyncio, too, which is another one in each version.
    """
    found: dict[Key, str] = {}
    try:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            key = (row["file"], row["kit"], row["content"])
            found[key] = " ".join([row["verdict"], *row["kinds"][:1]])
    except (ValueError, KeyError, TypeError):
        words = f"line {len(found) + 1} is none that `check --jsonl` has written"
        raise WrongUse(f"{plain(str(file))}: {words}") from None
    except OSError as error:
        raise WrongUse(f"{plain(str(file))}: {error.strerror}") from None
    return found


def shared(runs: Mapping[str, Mapping[K, V]]) -> dict[K, dict[V, list[str]]]:
    """What more than one run has looked at: each value, and the runs that found it."""
    found: dict[K, dict[V, list[str]]] = {}
    for name, rows in runs.items():
        for key, value in rows.items():
            found.setdefault(key, {}).setdefault(value, []).append(name)
    return {
        key: values
        for key, values in found.items()
        if sum(map(len, values.values())) > 1
    }


def run(files: Sequence[Path]) -> int:
    """Compare the runs that were written to *files*; gives the exit status.

    A run is named after its file.  One that is not there is named, too; that nothing
    could be compared is no success.
    """
    runs = {file.stem: read(file) for file in files if file.is_file()}
    absent = [plain(file.stem) for file in files if not file.is_file()]
    both = shared(runs)
    different = {key: values for key, values in both.items() if len(values) > 1}
    for (file, _, _), values in sorted(different.items()):
        say(f"{plain(file)} differs")
        for value, names in values.items():
            say(f"  {plain(', '.join(names))}: {plain(value)}")
    lonely = [name for name, rows in runs.items() if not rows.keys() & both.keys()]
    for name in lonely if len(runs) > 1 else ():
        say(f"{plain(name)} has tried nothing that another one has, of the same kit")
    compared = plain(", ".join(runs)) or "nothing"
    rest = f"; not there: {', '.join(absent)}" if absent else ""
    say(f"compared: {compared}{rest}")
    say(f"{count(len(both), 'file')}, {count(len(different), 'difference')}")
    if len(runs) < 2:
        say("There is nothing to compare with fewer than two.")
    return 1 if different or lonely or len(runs) < 2 else 0
