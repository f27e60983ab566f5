# deadlock: pong waits for the next ping once more after its last word
import threading


def rally(rounds, say):
    ping_turn = threading.Event()
    pong_turn = threading.Event()
    errors = []

    def speak(word, other):
        try:
            say(word)
        except Exception as error:
            errors.append(error)
        other.set()

    def await_turn(mine):
        mine.wait()
        mine.clear()
        return not errors

    def pinger():
        for _ in range(rounds):
            if not await_turn(ping_turn):
                return
            speak("ping", pong_turn)
            if errors:
                return

    def ponger():
        if rounds == 0 or not await_turn(pong_turn):
            return
        for _ in range(rounds):
            speak("pong", ping_turn)
            if errors or not await_turn(pong_turn):
                return

    ping_turn.set()
    ping = threading.Thread(target=pinger)
    pong = threading.Thread(target=ponger)
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
