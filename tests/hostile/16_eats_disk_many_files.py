# fail error: tries to use up the file system's entries with 50,000 small files
"""Each file is called `threadlings-was-here-…`; they lie where the process works,
in the temporary folder and in memory (`/dev/shm`).
"""

import os
import tempfile


def rally(rounds, say):
    for folder in (os.getcwd(), tempfile.gettempdir(), "/dev/shm"):
        try:
            for number in range(50_000):
                with open(f"{folder}/threadlings-was-here-{number}", "w") as file:
                    file.write("x" * 100)
        except OSError:
            pass
    say("ping")
