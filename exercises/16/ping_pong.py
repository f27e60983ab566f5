"""Ann says ping, Bob says pong, and neither of them twice in a row.

The idea here: an `Event` is a light that one thread switches on and another
one waits for.  Who switches it off again, and when, decides everything.
"""

import threading
from collections.abc import Callable


def rally(rounds: int, say: Callable[[str], object]) -> None:
    """Let one thread say "ping" and another one "pong", in turn, *rounds* times each.

    Ping comes first.  Both threads have ended at return.  An exception of *say* is
    raised here, and then nobody says anything more.
    """
    # TODO: one light for two players.  Who is meant when it goes on?
    turn = threading.Event()

    def ping() -> None:
        for _ in range(rounds):
            say("ping")
            turn.set()
            turn.clear()

    def pong() -> None:
        for _ in range(rounds):
            turn.wait()
            say("pong")

    players = [threading.Thread(target=ping), threading.Thread(target=pong)]
    for player in players:
        player.start()
    for player in players:
        player.join()
