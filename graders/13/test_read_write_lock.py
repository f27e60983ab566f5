"""read_write_lock: readers together, a writer alone."""

from threadlings import blame, clock, every_order, sleep, together, watch


class Board:
    """Who is at the board, and who was there together."""

    def __init__(self, lock):
        self.lock = lock
        self.stay = watch(lambda who, seconds: sleep(seconds))
        self.inside = []
        self.met = set()

    def visit(self, who, seconds):
        """Be at the board for so long, as a reader or a writer."""
        self.inside.append(who)
        self.stay(who, seconds)
        others = [*self.inside]
        others.remove(who)
        self.met |= {f"a {who} with a {other}" for other in others}
        self.inside.remove(who)
        return clock()

    def read(self, seconds=1, after=0):
        """Read after so many seconds; when it was over."""
        sleep(after)
        with self.lock.reading():
            return self.visit("reader", seconds)

    def write(self, seconds=1, after=0):
        """Write after so many seconds; when it was over."""
        sleep(after)
        with self.lock.writing():
            return self.visit("writer", seconds)


def alone(board):
    """Fails when a writer was not alone."""
    wrong = sorted(met for met in board.met if "writer" in met)
    with blame("too-parallel"):
        assert not wrong, f"{' and '.join(wrong)} at the same time"


@every_order
def test_reading_and_writing_by_turns(submission):
    """One after the other, anybody can read and write as often as they like."""
    board = Board(submission.ReadWriteLock())
    for visit in (board.read, board.write, board.write, board.read, board.write):
        visit(0)
    with submission.ReadWriteLock().writing(), board.lock.writing():
        pass


@every_order
def test_writers_are_alone(submission):
    """Two writers are never inside at the same time."""
    board = Board(submission.ReadWriteLock())
    together(ann=board.write, bob=board.write)
    alone(board)


@every_order(waiters="any")
def test_a_writer_is_alone_with_readers_about(submission):
    """A writer is never inside together with a reader, whoever comes first."""
    board = Board(submission.ReadWriteLock())
    together(ann=board.read, bob=board.write, cid=board.read)
    alone(board)
    with board.lock.writing():
        pass


@every_order(time="ideal")
def test_readers_overlap(submission):
    """Readers are inside at the same time, and it does not matter who leaves first."""
    board = Board(submission.ReadWriteLock())
    got = together(
        ann=lambda: board.read(3),
        bob=lambda: board.read(5, after=1),
        cid=lambda: board.read(4),
        dora=lambda: board.write(1, after=2),
    )
    alone(board)
    with blame("serial"):
        assert got["ann"] == 3, (
            f"ann could read from 0 to 3 s, and left at {got['ann']:g} s"
        )
        assert got["cid"] == 4, (
            f"cid could read from 0 to 4 s, and left at {got['cid']:g} s"
        )
        assert got["bob"] == 6, (
            f"bob could read from 1 to 6 s, and left at {got['bob']:g} s"
        )
    with blame("late"):
        assert got["dora"] == 7, (
            f"dora could write from 6 to 7 s, and left at {got['dora']:g} s"
        )


@every_order(time="ideal")
def test_a_waiting_writer_is_not_passed(submission):
    """A writer who waits is not passed by a reader who comes later."""
    board = Board(submission.ReadWriteLock())
    got = together(
        ann=lambda: board.read(4),
        bob=lambda: board.write(1, after=1),
        cid=lambda: board.read(9, after=2),
    )
    alone(board)
    with blame("serial"):
        assert got["bob"] == 5, (
            f"bob waited from 1 s on and wrote until {got['bob']:g} s"
        )
        assert got["cid"] == 14, f"cid came after bob, and read until {got['cid']:g} s"


@every_order(time="ideal")
def test_readers_go_on_together_after_a_writer(submission):
    """The readers who wait for a writer all go on when it leaves."""
    board = Board(submission.ReadWriteLock())
    got = together(
        ann=lambda: board.write(3),
        bob=lambda: board.read(2, after=1),
        cid=lambda: board.read(2, after=2),
    )
    alone(board)
    with blame("serial"):
        assert (got["bob"], got["cid"]) == (5, 5), (
            f"both could read from 3 to 5 s, and left at {got['bob']:g} and {got['cid']:g} s"
        )


@every_order
def test_everybody_gets_in(submission):
    """Two readers and two writers at the same moment: everybody gets in."""
    board = Board(submission.ReadWriteLock())
    together(
        ann=lambda: board.read(0),
        bob=lambda: board.write(0),
        cid=lambda: board.read(0),
        dora=lambda: board.write(0),
    )
    alone(board)


@every_order
def test_an_accident_leaves_it_free(submission):
    """Whoever leaves with an exception, reader or writer, leaves it free for the next."""
    board = Board(submission.ReadWriteLock())
    told = []
    for enter in (board.lock.writing, board.lock.reading):
        try:
            with enter():
                raise LookupError("no chalk")
        except LookupError as error:
            told.append(str(error))
    assert told == ["no chalk", "no chalk"]


@every_order
def test_an_accident_wakes_the_others(submission):
    """So it is for those who wait already: they get in."""
    board = Board(submission.ReadWriteLock())

    def stumble(enter):
        try:
            with enter():
                raise LookupError("no chalk")
        except LookupError:
            return "no chalk"

    for enter in (board.lock.writing, board.lock.reading):
        together(
            ann=lambda: stumble(enter),
            bob=lambda: board.write(0),
            cid=lambda: board.read(0),
        )
    alone(board)
