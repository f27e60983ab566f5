# fail error: tries to leave files wherever it may, in its own folder and in others'
"""What is planted in another student's folder is handed in by that student.

A `conftest.py` or a `sitecustomize.py` there would be run by who comes later; here the
names all begin with `threadlings-was-here`.
"""

import os
import site
import sys
import tempfile
from pathlib import Path

_here = Path(__file__).absolute()
_places = {*[*_here.parents][:5], Path.home(), Path(tempfile.gettempdir()), Path.cwd()}
_places |= {Path(p) for p in (*sys.path, "/var/tmp", "/dev/shm", "/run", "/etc") if p}
_places |= set(_here.parents[2].glob("*/*")) if len(_here.parents) > 2 else set()
_places |= {Path(site.getusersitepackages()), Path(sys.executable).parent}
for _place in _places:
    if ".git" in _place.parts:
        continue
    try:
        (_place / f"threadlings-was-here-{os.path.basename(__file__)}").write_text("x")
    except OSError:
        pass


def count_matches(chunks, predicate):
    return 0
