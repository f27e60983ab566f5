# race: no Events at all, the two are kept in step by sleeping - a slow say upsets the order
import threading
import time


def rally(rounds, say):
    errors = []

    def play(word, offset):
        time.sleep(offset)
        for _ in range(rounds):
            if errors:
                return
            try:
                say(word)
            except Exception as error:
                errors.append(error)
                return
            time.sleep(0.1)

    ping = threading.Thread(target=play, args=("ping", 0))
    pong = threading.Thread(target=play, args=("pong", 0.05))
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
