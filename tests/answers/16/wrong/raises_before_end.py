# leak: an error is raised in the caller at once, the player who speaks or wakes is not waited for
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    pong_turn = threading.Event()
    errors = []
    finished = threading.Event()
    left = ["ping", "pong"]

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
                finished.set()
                other.set()
                return
            other.set()
        left.remove(word)
        if not left:
            finished.set()

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn))
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping_turn.set()
    ping.start()
    pong.start()
    finished.wait()
    if errors:
        raise errors[0]
    ping.join()
    pong.join()
