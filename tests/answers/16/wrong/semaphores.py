# wrong-tool: two semaphores; works, but is not done with Event
import threading


def rally(rounds, say):
    ping_turn = threading.Semaphore(1)
    pong_turn = threading.Semaphore(0)
    errors = []

    def play(word, mine, other):
        for _ in range(rounds):
            mine.acquire()
            if errors:
                return
            try:
                say(word)
            except Exception as error:
                errors.append(error)
                other.release()
                return
            other.release()

    ping = threading.Thread(target=play, args=("ping", ping_turn, pong_turn))
    pong = threading.Thread(target=play, args=("pong", pong_turn, ping_turn))
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
