# wrong-tool: func runs in a thread, which can't be ended
import threading


def run_with_deadline(func, args, seconds):
    box = {}

    def target():
        try:
            box["value"] = func(*args)
        except Exception as error:
            box["error"] = error

    thread = threading.Thread(target=target, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError(f"not done within {seconds} seconds")
    if "error" in box:
        raise box["error"]
    if "value" not in box:
        raise ChildProcessError("no result")
    return box["value"]
