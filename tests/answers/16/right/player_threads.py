# right: a Thread subclass with its own Event and a partner; stop() puts up a flag and wakes
import threading


class Player(threading.Thread):
    def __init__(self, word, rounds, say):
        super().__init__(name=word)
        self.word = word
        self.rounds = rounds
        self.say = say
        self.ball = threading.Event()
        self.stopped = False
        self.error = None
        self.partner = None

    def run(self):
        for _ in range(self.rounds):
            if not self.receive():
                return
            try:
                self.say(self.word)
            except BaseException as error:
                self.error = error
                self.partner.stop()
                return
            self.partner.ball.set()

    def receive(self):
        self.ball.wait()
        self.ball.clear()
        return not self.stopped

    def stop(self):
        self.stopped = True
        self.ball.set()


def rally(rounds: int, say) -> None:
    ping = Player("ping", rounds, say)
    pong = Player("pong", rounds, say)
    ping.partner, pong.partner = pong, ping
    ping.ball.set()
    # The order of starting is all the same, only ping has the ball.
    pong.start()
    ping.start()
    ping.join()
    pong.join()
    for player in (ping, pong):
        if player.error is not None:
            raise player.error
