# race: both players are given the same Event, one set() lets both through
import threading


def rally(rounds, say):
    turn = threading.Event()
    errors = []

    def play(word, mine, other):
        for _ in range(rounds):
            mine.wait()
            mine.clear()
            if errors:
                return
            try:
                say(word)
            except Exception as error:
                errors.append(error)
                other.set()
                return
            other.set()

    ping = threading.Thread(target=play, args=("ping", turn, turn))
    pong = threading.Thread(target=play, args=("pong", turn, turn))
    turn.set()
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
