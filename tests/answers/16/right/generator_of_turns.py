# right: a generator yields when it is this player's turn and passes the ball on when it is asked for the next one
import threading


class Rally:
    def __init__(self, rounds):
        self.rounds = rounds
        self.events = (threading.Event(), threading.Event())
        self.error = None

    def my_turns(self, side):
        mine, other = self.events[side], self.events[1 - side]
        for _ in range(self.rounds):
            mine.wait()
            mine.clear()
            if self.error is not None:
                return
            yield
            other.set()

    def play(self, side, word, say):
        try:
            for _ in self.my_turns(side):
                say(word)
        except BaseException as error:
            self.error = error
            self.events[1 - side].set()


def rally(rounds, say):
    game = Rally(rounds)
    words = "ping", "pong"
    threads = [
        threading.Thread(target=game.play, args=(side, word, say))
        for side, word in enumerate(words)
    ]
    for thread in threads:
        thread.start()
    game.events[0].set()
    for thread in threads:
        thread.join()
    if game.error is not None:
        raise game.error
