# right: an Event subclass with take() and give(), the players are one function with functools.partial
import functools
import threading
from typing import Callable, List


class Baton(threading.Event):
    def take(self) -> None:
        self.wait()
        self.clear()

    def give(self) -> None:
        self.set()


def _play(
    word: str,
    rounds: int,
    say: Callable[[str], object],
    mine: Baton,
    other: Baton,
    errors: List[BaseException],
) -> None:
    left = rounds
    while left > 0:
        mine.take()
        if errors:
            break
        try:
            say(word)
        except BaseException as error:
            errors.append(error)
            break
        else:
            left -= 1
        finally:
            other.give()


def rally(rounds: int, say: Callable[[str], object]) -> None:
    left, right = Baton(), Baton()
    errors: List[BaseException] = []
    play = functools.partial(_play, rounds=rounds, say=say, errors=errors)
    players = (
        threading.Thread(target=play, kwargs=dict(word="ping", mine=left, other=right)),
        threading.Thread(target=play, kwargs=dict(word="pong", mine=right, other=left)),
    )
    for player in players:
        player.start()
    left.give()
    for player in players:
        player.join()
    if errors:
        raise errors.pop()
