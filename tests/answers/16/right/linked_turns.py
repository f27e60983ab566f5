# right: a linked chain of turns, each with its own Event; who has spoken rings the next turn, or breaks it with the error
import threading


class _Turn:
    __slots__ = ("ready", "next", "broken")

    def __init__(self):
        self.ready = threading.Event()
        self.next = None
        self.broken = None

    def pass_on(self, error=None):
        """Wake whoever has the following turn; an error breaks the chain."""
        self.next.broken = error
        self.next.ready.set()


def rally(rounds, say):
    first = _Turn()
    last = first
    for _ in range(2 * rounds):
        last.next = _Turn()
        last = last.next

    def player(word, turn):
        for _ in range(rounds):
            turn.ready.wait()
            if turn.broken is not None:
                return
            try:
                say(word)
            except BaseException as error:
                turn.pass_on(error)
                found.append(error)
                return
            turn.pass_on()
            turn = turn.next.next

    found = []
    if rounds > 0:
        players = [
            threading.Thread(target=player, args=("ping", first)),
            threading.Thread(target=player, args=("pong", first.next)),
        ]
        first.ready.set()
        for thread in players:
            thread.start()
        while players:
            players.pop().join()
    for error in found:
        raise error
