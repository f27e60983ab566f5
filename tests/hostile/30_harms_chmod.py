# fail error: tries to take the rights to folders away, so that nobody can tidy up or go on
"""A folder without rights can't be emptied, and its owner gets errors."""

import os
import tempfile
from pathlib import Path

_here = Path(__file__).absolute()
for _place in (*[*_here.parents][:4], Path.cwd(), Path(tempfile.gettempdir())):
    try:
        (_place / "threadlings-was-here-locked").mkdir()
        (_place / "threadlings-was-here-locked" / "inner").write_text("x")
        os.chmod(_place / "threadlings-was-here-locked", 0)
        os.chmod(_place / "canary", 0)
    except OSError:
        pass


def run(jobs, workers):
    return []
