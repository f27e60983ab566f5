# right: a dataclass holds the court, a contextmanager is one turn and passes the ball on in its finally
import contextlib
import threading
from dataclasses import dataclass, field
from typing import Optional


class _Over(Exception):
    pass


@dataclass
class Court:
    rounds: int
    ball: dict = field(default_factory=lambda: {"ping": threading.Event(), "pong": threading.Event()})
    error: Optional[BaseException] = None

    @contextlib.contextmanager
    def turn(self, me, you):
        self.ball[me].wait()
        self.ball[me].clear()
        if self.error is not None:
            raise _Over
        try:
            yield
        except BaseException as error:
            self.error = error
            raise _Over from error
        finally:
            self.ball[you].set()

    def play(self, me, you, say):
        with contextlib.suppress(_Over):
            for _ in range(self.rounds):
                with self.turn(me, you):
                    say(me)


def rally(rounds, say):
    if rounds <= 0:
        return
    court = Court(rounds)
    with contextlib.ExitStack() as joins:
        for me, you in (("ping", "pong"), ("pong", "ping")):
            thread = threading.Thread(target=court.play, args=(me, you, say))
            thread.start()
            joins.callback(thread.join)
        court.ball["ping"].set()
    if court.error is not None:
        raise court.error
