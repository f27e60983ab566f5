"""Ask other Pythons, and put into Markdown what they say."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 600  # seconds for one Python; only a fault of ours takes that long

Options = dict[str, Any]
Facts = dict[str, Any]


def parser(about: str) -> argparse.ArgumentParser:
    """What both scripts understand."""
    found = argparse.ArgumentParser(description=about)
    found.add_argument(
        "pythons",
        nargs="*",
        metavar="PYTHON",
        default=[sys.executable],
        help="interpreters with the kit's requirements (default: this one)",
    )
    found.add_argument("--measure", type=json.loads, help=argparse.SUPPRESS)
    return found


def run(
    arguments: argparse.Namespace,
    measure: Callable[[Options], Facts],
    show: Callable[[list[Facts]], str],
) -> None:
    """Measure under every Python, each in a process of its own, and show it all.

    That process is this script again, with its options after `--measure`.
    """
    if arguments.measure is not None:
        print(json.dumps(measure(arguments.measure)))
        return
    options = {k: v for k, v in vars(arguments).items() if k != "measure"}
    pythons = options.pop("pythons")
    print(show([ask(python, sys.argv[0], options) for python in pythons]))


def ask(python: str, script: str, options: Options) -> Facts:
    """What *script* measures under *python*, with this checkout's package."""
    ours = {"PYTHONPATH": str(ROOT / "graders"), "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            [python, script, "--measure", json.dumps(options)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | ours | {"PYTHONIOENCODING": "utf-8"},
            timeout=LONGEST,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SystemExit(f"{python} can't measure: {error}") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise SystemExit(f"{python} can't measure: {last}")
    facts: Facts = json.loads(done.stdout.splitlines()[-1])
    return facts


# ── Markdown ─────────────────────────────────────────────────────────────────
def table(head: list[str], rows: Iterable[list[str]], right: int = 1) -> str:
    """A table; its columns from the one with index *right* on are numbers."""
    lines = [head, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    rule = [
        "-" * (width - 1) + ":" if n >= right else "-" * width
        for n, width in enumerate(widths)
    ]
    sides = [str.rjust if n >= right else str.ljust for n in range(len(head))]
    texts = [list(map(_put, sides, line, widths)) for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in [texts[0], rule, *texts[1:]])


def _put(side: Callable[[str, int], str], cell: str, width: int) -> str:
    return side(cell, width)


def today() -> str:
    """The date that a table bears."""
    return datetime.date.today().isoformat()


def span(values: Iterable[float], form: str = "{:.0f}") -> str:
    """The least and the greatest of *values*, or the one that they all are."""
    texts = [form.format(value) for value in sorted(values)]
    return texts[0] if texts[0] == texts[-1] else f"{texts[0]}-{texts[-1]}"
