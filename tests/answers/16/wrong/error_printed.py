# deadlock: an exception of say ends its thread without a word to the other, who waits for ever
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    pong_turn = threading.Event()

    def play(word, mine, other):
        for _ in range(rounds):
            mine.wait()
            mine.clear()
            say(word)
            other.set()

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn))
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping_turn.set()
    ping.start()
    pong.start()
    ping.join()
    pong.join()
