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
    # Each player has a light of her own, and switches it off herself before she
    # switches on the other one's: so no signal is ever wiped out.
    pings, pongs = threading.Event(), threading.Event()
    errors: list[Exception] = []
    pings.set()

    def play(word: str, mine: threading.Event, other: threading.Event) -> None:
        for _ in range(rounds):
            mine.wait()
            mine.clear()
            if not errors:
                try:
                    say(word)
                except Exception as error:
                    errors.append(error)
            other.set()

    players = [
        threading.Thread(target=play, args=("ping", pings, pongs)),
        threading.Thread(target=play, args=("pong", pongs, pings)),
    ]
    for player in players:
        player.start()
    for player in players:
        player.join()
    if errors:
        raise errors[0]
