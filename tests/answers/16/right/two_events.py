# right: two Events, each player waits for its own, clears it, speaks, sets the other's; an error stops both and is raised
import threading


def rally(rounds: int, say):
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
            except BaseException as error:
                errors.append(error)
                other.set()
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
