"""The kit beside the Python tools that control the order of threads or of tasks.

`python benchmarks/peers.py threads --python python3.12`: every tool gets a new
environment of its own, from the package index, and the same programs, of threads
(`tools/programs.py`) or of tasks (`tools/coroutines.py`).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from pythons import ROOT, table, today

TOOLS = Path(__file__).with_name("tools")
LONGEST = 900  # seconds for one tool
OURS, NO_COMMAND = str(ROOT), ()
PEERS = {  # by script: what is installed, and what it is run with
    "threads": {
        "ours": (OURS, NO_COMMAND),
        "interleave": ("interleave-test", NO_COMMAND),
        "frontrunner": ("frontrun", ("frontrun",)),
    },
    "tasks": {
        "tasks_ours": (OURS, NO_COMMAND),
        "tasks_detangle": ("detangle", NO_COMMAND),
        "tasks_seedloop": ("seedloop", NO_COMMAND),
        "tasks_simloom": ("simloom", NO_COMMAND),
        "tasks_simloop": ("simloop", NO_COMMAND),
    },
}
NOTE = """\
Runs per second of the processor while a program is explored, its loading not counted;
runs to the first failure (of a search by chance the median of 3 seeds); runs until
nothing is left to try; "-" where 2,500 runs were not enough, or nothing can come."""


def measured(python: str, about: str, script: str, seconds: float) -> dict[str, Any]:
    """What a tool says of itself, in a new environment."""
    package, command = PEERS[about][script]
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "env"
        subprocess.run([python, "-m", "venv", made], check=True)
        binary = made / "bin"
        install = [binary / "python", "-m", "pip", "install", "-q", package]
        subprocess.run(install, check=True)
        file = str(TOOLS / f"{script}.py")
        runner = [str(binary / name) for name in (*command, "python")]
        path = f"{binary}{os.pathsep}{os.environ['PATH']}"
        try:
            done = subprocess.run(
                [*runner, file, str(seconds)],
                stdout=subprocess.PIPE,
                encoding="utf-8",
                env=os.environ | {"PATH": path, "PYTHONHASHSEED": "0"},
                timeout=LONGEST,
                check=True,
            )
        except subprocess.TimeoutExpired:
            return {}
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


def show(found: dict[str, dict[str, Any]]) -> str:
    """A row for each program and tool."""
    head = ["program", "tool", "runs/s", "to the first failure", "to the end"]
    names = next(iter(found.values()))
    rows, said = [], []
    for name in names:
        for tool, facts in found.items():
            if name in facts:
                one = facts[name]
                cells = [one["first"], one["proof"]]
                texts = ["-" if cell is None else f"{cell:,}" for cell in cells]
                tool = tool.removeprefix("tasks_")
                rows.append([name, tool, f"{one['rate']:,.0f}", *texts])
                said.append(f"{name}, {tool}: {one['says'] or '-'}")
    return "\n\n".join([today(), table(head, rows, right=2), NOTE, "\n".join(said)])


def main() -> None:
    """Read what is asked for, measure, print."""
    asked = argparse.ArgumentParser(description="The kit beside its peers.")
    asked.add_argument("about", choices=PEERS, help="of what the programs are made")
    asked.add_argument("--python", default=sys.executable, help="3.12 or newer")
    asked.add_argument("--seconds", type=float, default=2.0, help="for each rate")
    asked.add_argument("--tools", nargs="*", help="not all of them")
    options = asked.parse_args()
    tools = options.tools or list(PEERS[options.about])
    unknown = [tool for tool in tools if tool not in PEERS[options.about]]
    if unknown:
        asked.error(
            f"--tools: {options.about} are known to {', '.join(PEERS[options.about])}"
        )
    found = {
        tool: measured(options.python, options.about, tool, options.seconds)
        for tool in tools
    }
    print(show(found))


if __name__ == "__main__":
    main()
