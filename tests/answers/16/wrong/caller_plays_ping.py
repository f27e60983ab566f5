# wrong-tool: ping is played by the caller, only one thread is started
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
                errors.append(error)
                other.set()
                return
            other.set()

    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping_turn.set()
    pong.start()
    play("ping", ping_turn, pong_turn)
    pong.join()
    if errors:
        raise errors[0]
