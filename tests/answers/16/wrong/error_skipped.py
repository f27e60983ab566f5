# wrong-result: an exception of say is passed over and the game goes on, the caller hears nothing
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    pong_turn = threading.Event()

    def play(word, mine, other):
        for _ in range(rounds):
            mine.wait()
            mine.clear()
            try:
                say(word)
            except Exception:
                pass
            other.set()

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn))
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping_turn.set()
    ping.start()
    pong.start()
    ping.join()
    pong.join()
