# wrong-tool: a new thread for each word, started and joined one after the other, instead of two that take turns
import threading


def rally(rounds, say):
    errors = []

    def speak(word, spoken):
        try:
            say(word)
        except Exception as error:
            errors.append(error)
        finally:
            spoken.set()

    for _ in range(rounds):
        for word in ("ping", "pong"):
            spoken = threading.Event()
            thread = threading.Thread(target=speak, args=(word, spoken))
            thread.start()
            spoken.wait()
            thread.join()
            if errors:
                raise errors[0]
