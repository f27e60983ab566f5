# fail error: tries to come back later: by a login file, a timer of the system, a `.pth` file
"""Nothing of it does anything but make a file that is called `threadlings-was-here`."""

import os
import site
from pathlib import Path

_line = "touch ~/threadlings-was-here-later\n"
for _place, _text in (
    (Path.home() / ".config/autostart/threadlings-was-here.desktop", _line),
    (Path.home() / ".config/systemd/user/threadlings-was-here.service", _line),
    (Path("/etc/cron.d/threadlings-was-here"), f"# {_line}"),
    (Path("/etc/profile.d/threadlings-was-here.sh"), f"# {_line}"),
    (Path(site.getusersitepackages()) / "threadlings-was-here.pth", "# here\n"),
    (Path(os.__file__).parent / "threadlings-was-here.pth", "# here\n"),
):
    try:
        _place.parent.mkdir(parents=True, exist_ok=True)
        _place.write_text(_text)
    except OSError:
        pass


def run_with_deadline(func, args, seconds):
    return None
