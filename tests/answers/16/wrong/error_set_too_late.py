# deadlock: the partner is woken before the error is noted, it may see none, speak, and wait for ever
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    pong_turn = threading.Event()
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
                other.set()
                errors.append(error)
                return
            other.set()

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn))
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping_turn.set()
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
