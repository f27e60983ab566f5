# deadlock: pong does not answer after its last word, but ping waits for an answer after each word
import threading


def rally(rounds, say):
    pinged = threading.Event()
    ponged = threading.Event()
    errors = []

    def pinger():
        for _ in range(rounds):
            try:
                say("ping")
            except Exception as error:
                errors.append(error)
                pinged.set()
                return
            pinged.set()
            ponged.wait()
            ponged.clear()
            if errors:
                return

    def ponger():
        for number in range(rounds):
            pinged.wait()
            pinged.clear()
            if errors:
                return
            try:
                say("pong")
            except Exception as error:
                errors.append(error)
                ponged.set()
                return
            if number < rounds - 1:
                ponged.set()

    ping = threading.Thread(target=pinger)
    pong = threading.Thread(target=ponger)
    ping.start()
    pong.start()
    ping.join()
    pong.join()
    if errors:
        raise errors[0]
