"""The first screen is true."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from threadlings import kit

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"<!-- output: (.*?) -->\n```text\n(.*?)```", README, re.S)


@pytest.mark.parametrize(("command", "block"), BLOCKS, ids=[c for c, _ in BLOCKS])
def test_the_output_in_the_readme_is_real(command: str, block: str) -> None:
    """What the README shows is what the command prints."""
    program, *arguments = shlex.split(command)
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert block in done.stdout


def test_the_table_in_the_readme_is_the_measured_one() -> None:
    """The README's table is the one that the benchmark wrote."""
    table = (ROOT / "benchmarks" / "table.md").read_text("utf-8").strip()

    assert table in README


def test_every_link_of_a_readme_leads_somewhere() -> None:
    """A relative link in a README of the kit names a file that is there."""
    for readme in [ROOT / "README.md", *ROOT.glob("exercises/**/README.md")]:
        text = readme.read_text("utf-8")
        links = re.findall(r"\]\(([^)#]+)\)", text)
        links += re.findall(r"^\[\w+\]: (\S+)$", text, re.M)

        missing = [link for link in links if not (readme.parent / link).exists()]
        assert missing == [], readme


def test_ci_runs_the_commands_of_the_readme() -> None:
    """CI sets the kit up and tests it with the README's own words."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    command = re.search(r"^    pip install -e (.*?) && (pytest.*)$", README, re.M)

    assert command is not None
    assert f"pip install -e {command[1]}" in script.replace(
        " --quiet --disable-pip-version-check", ""
    )
    assert f"\n{command[2]}\n" in script


def test_every_topic_points_to_what_teaches_it() -> None:
    """Each word of the table of topics is in a README that it points to."""
    text = (ROOT / "exercises" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \| (\[\d\d\].*) \|$", text, re.MULTILINE)
    pointed = set()
    for topic, links in rows:
        numbers = re.findall(r"\((\d\d)/README\.md\)", links)
        pointed |= set(numbers)
        taught = "".join(
            (ROOT / "exercises" / number / "README.md").read_text("utf-8")
            for number in numbers
        )
        for word in re.findall(r"`(\w+)`", topic):
            assert re.search(rf"\b{word}\b", taught), f"{word}: {numbers}"

    assert pointed == {one.number for one in kit.exercises(ROOT)}


@pytest.mark.parametrize("ending", [".md", ".ko.md"])
def test_the_table_of_exercises_is_about_all_of_them(ending: str) -> None:
    """Each has a row with its module, and with its kind as its own README has it."""
    text = (ROOT / "exercises" / f"README{ending}").read_text("utf-8")
    rows = re.findall(r"^\| (\d\d) +\| (\w+) +\|.*?\| (\S+) +\|", text, re.MULTILINE)

    assert [row[:2] for row in rows] == [
        (one.number, one.module) for one in kit.exercises(ROOT)
    ]
    for number, _, kind in rows:
        readme = ROOT / "exercises" / number / f"README{ending}"
        assert f"**{kind}**" in readme.read_text("utf-8"), number
