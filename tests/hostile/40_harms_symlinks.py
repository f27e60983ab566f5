# fail error: tries to plant links, so that whoever writes or tidies up next does it elsewhere
"""A scratch folder that is removed by following links takes the target along.

The links lead to the file `canary` in HOME and to the folder of the class.
"""

import os
import tempfile
from pathlib import Path

_here = Path(__file__).absolute()
for _place in (Path.cwd(), Path.cwd().parent, Path(tempfile.gettempdir()), _here.parent):
    for _name, _target in (
        ("threadlings-was-here-link", Path.home() / "canary"),
        ("threadlings-was-here-folder", _here.parents[1]),
        ("threadlings-was-here-up", Path("..")),
    ):
        try:
            os.symlink(_target, _place / _name)
        except OSError:
            pass
    for _file in ("output", "reports", "jobs"):
        try:
            os.rename(_place / _file, _place / f"threadlings-was-here-{_file}")
            os.symlink(Path.home() / "canary", _place / _file)
        except OSError:
            pass


async def greet(name, delay, say):
    say(name)


def main(names, delay, say):
    pass
