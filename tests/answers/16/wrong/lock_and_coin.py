# race: a Lock keeps the words apart but nothing keeps the order, ping may come twice in a row
import threading


def rally(rounds, say):
    table = threading.Lock()
    pinged = threading.Event()
    errors = []

    def play(word):
        for _ in range(rounds):
            if word == "pong":
                pinged.wait()
            with table:
                if errors:
                    return
                try:
                    say(word)
                except Exception as error:
                    errors.append(error)
                pinged.set()

    threads = [threading.Thread(target=play, args=(word,)) for word in ("ping", "pong")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
