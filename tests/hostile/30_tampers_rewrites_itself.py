# fail error review: tries to replace its own file by another text once it was read
"""Who grades a file twice, or shows it to a teacher, may see something else.

The file opens itself for writing, and its neighbour as well; a worker that is started
anew for the next promise would read the new text.
"""

from pathlib import Path

NEW = "# threadlings-was-here\nclass Outcome: ...\ndef run(jobs, workers): return []\n"

for name in {__file__, str(Path(__file__).with_name("threadlings-was-here.py"))}:
    try:
        Path(name).write_text(NEW)
    except OSError:
        pass


class Outcome:
    ok, value, error = True, None, None


def run(jobs, workers):
    return [Outcome() for _ in jobs]
