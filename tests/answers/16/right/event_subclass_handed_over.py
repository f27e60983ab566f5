# right: players are Threads linked in a ring, each is itself its turn (an Event subclass inside); word = name of the thread
from __future__ import annotations

import threading
from typing import Callable, Optional


class Signal(threading.Event):
    """An auto-reset event: take() lets one through and closes behind it. One taker only."""

    def take(self) -> None:
        self.wait()
        self.clear()


class Player(threading.Thread):
    partner: Player

    def __init__(self, word: str, rounds: int, say: Callable[[str], object]) -> None:
        super().__init__(name=word)
        self.rounds = rounds
        self.say = say
        self.turn = Signal()
        self.error: Optional[Exception] = None
        self.given_up = False

    def run(self) -> None:
        try:
            for _ in range(self.rounds):
                self.turn.take()
                if self.partner.given_up:
                    break
                self.say(threading.current_thread().name)
                self.partner.turn.set()
        except Exception as error:
            self.error = error
            self.given_up = True
            self.partner.turn.set()


def rally(rounds: int, say: Callable[[str], object]) -> None:
    ping, pong = Player("ping", rounds, say), Player("pong", rounds, say)
    ping.partner, pong.partner = pong, ping
    ping.turn.set()
    pong.start()
    ping.start()
    ping.join()
    pong.join()
    for player in (ping, pong):
        if player.error is not None:
            raise player.error
