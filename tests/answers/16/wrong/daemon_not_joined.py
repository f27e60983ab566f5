# leak: daemon threads, and only a done Event set before the last player has left `say` is waited for
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    pong_turn = threading.Event()
    errors = []
    done = threading.Event()

    def play(word, mine, other):
        for number in range(rounds):
            mine.wait()
            mine.clear()
            if errors:
                return
            if number == rounds - 1:
                done.set()
            try:
                say(word)
            except Exception as error:
                errors.append(error)
                done.set()
                other.set()
                return
            other.set()

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn), daemon=True)
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn), daemon=True)
    ping_turn.set()
    ping.start()
    pong.start()
    if rounds > 0:
        done.wait()
    if errors:
        raise errors[0]
