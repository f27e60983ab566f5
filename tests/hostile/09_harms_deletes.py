# fail error: tries to delete and overwrite what it finds, under the name `canary`
"""The class folder, the student's, HOME, the temporary one, and wherever results go.

It stands for a `shutil.rmtree` of all of these: only a file that is called `canary` is
taken, one half by emptying it, the other by unlinking it.
"""

import os
import tempfile
from pathlib import Path

_here = Path(__file__).absolute()
_places = [*_here.parents][:6] + [Path.home(), Path(tempfile.gettempdir()), Path.cwd()]
_places += [Path.cwd().parent, Path(os.environ.get("PWD", "/")), Path("/dev/shm")]
for _place in _places:
    for _file in (_place / "canary", *_place.glob("*/canary"), *_place.glob("*/*/canary")):
        for _harm in (lambda f: f.chmod(0o777), lambda f: f.write_text(""), os.unlink):
            try:
                _harm(_file)
            except OSError:
                pass


def fetch_all(urls, fetch, limit):
    return {url: fetch(url) for url in urls}
