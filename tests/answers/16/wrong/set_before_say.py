# race: the ball is passed on before the word is spoken, the two words may overlap or change places
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
            other.set()
            try:
                say(word)
            except Exception as error:
                errors.append(error)
                other.set()
                return

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn))
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping_turn.set()
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
