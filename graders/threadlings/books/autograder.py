"""Gradescope: the folder that an assignment is set up with, for one exercise.

The layout is that of "Autograder Specifications" in Gradescope's documentation:
`setup.sh` runs once, when the image is built; `run_autograder` runs in /autograder for
every submission, and has to leave results/results.json.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from threadlings import texts
from threadlings.books import gradescope, wheel
from threadlings.kit import Exercise
from threadlings.screen import WrongUse, plain

SETUP = """\
#!/usr/bin/env bash
# Installs threadlings; Gradescope runs this once, when the image is built.
set -eu
home="${AUTOGRADER:-/autograder}"
if ! python3 -c "import ensurepip" 2>/dev/null; then
    apt-get update && apt-get install -y python3-venv
fi
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install "$home"/source/*.whl
"""
RUN = """\
#!/usr/bin/env bash
# Grades one submission.  What is printed here is for instructors only; whatever
# happens, results.json is there: until the end it says that there is no mark.
home="${AUTOGRADER:-/autograder}"
export PATH="$home/venv/bin:$PATH" THREADLINGS_LANG=LANGUAGE PYTHONUTF8=1
cp "$home/source/unfinished.json" "$home/results/results.json"

# A file of its own, or in a repository as the exercises are laid out.
handed_in="$home/submission"
for place in . NUMBER exercises/NUMBER; do
    if [ -e "$handed_in/$place/MODULE.py" ]; then
        handed_in="$handed_in/$place"
        break
    fi
done

room="$(mktemp -d)"
trap 'rm -rf "$room"' EXIT
mkdir "$room/class" "$room/class/submission"
cp -RP "$handed_in/." "$room/class/submission/NUMBER"
cd "$room/class"
# What contains the submission is the container that it has here for itself.
threadlings grade . --exercise NUMBER --isolation none --jsonl "$room/marks.jsonl"
cat "$room/marks.jsonl"
threadlings export "$room/marks.jsonl" --as gradescope "$room/results.json"
if [ -s "$room/results.json" ]; then
    mv "$room/results.json" "$home/results/results.json"
fi
"""


def write(exercise: Exercise, folder: Path) -> Path:
    """Make *folder*, and beside it the zip archive that is uploaded; gives its path.

    Students are spoken to in the language that is spoken now.  Raises WrongUse where
    something is in the way, and KitError where the package is not installed.
    """
    folder = folder.absolute()
    archive = folder.with_name(f"{folder.name}.zip")
    for path in (folder, archive):
        if path.exists():
            raise WrongUse(f"{plain(str(path))} is there already")
    package, packed = wheel.build(exercise)
    files = {
        **{"setup.sh": SETUP, "run_autograder": _run(exercise)},
        "unfinished.json": gradescope.as_text(gradescope.unfinished()),
    }
    try:
        folder.mkdir(parents=True)
        (folder / package).write_bytes(packed)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8", newline="\n")
            (folder / name).chmod(0o755)
        shutil.make_archive(str(folder), "zip", folder)
    except OSError as error:
        words = f"can't write {plain(str(folder))}: {error.strerror}"
        raise WrongUse(words) from None
    return archive


def _run(exercise: Exercise) -> str:
    """The script that grades *exercise*, in the language that is spoken."""
    text = RUN.replace("LANGUAGE", texts.spoken())
    return text.replace("NUMBER", exercise.number).replace("MODULE", exercise.module)
