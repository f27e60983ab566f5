# review: right, but files are seen by no hook: the outcome goes to a file that appears whole by os.replace; join(seconds), then look at the file
import os
import pickle
import tempfile
from multiprocessing import Process


def _write(path, func, args):
    try:
        outcome = ("value", func(*args))
    except Exception as error:
        outcome = ("error", error)
    with open(path + ".part", "wb") as file:
        pickle.dump(outcome, file)
    os.replace(path + ".part", path)


def run_with_deadline(func, args, seconds):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "outcome")
        process = Process(target=_write, args=(path, func, args))
        process.start()
        process.join(seconds)
        late = process.is_alive()
        if late:
            process.terminate()
            process.join(1)
            if process.is_alive():
                process.kill()
                process.join()
        try:
            with open(path, "rb") as file:
                kind, value = pickle.load(file)
        except FileNotFoundError:
            kind = value = None
    if kind == "value":
        return value
    if kind == "error":
        raise value
    if late:
        raise TimeoutError(f"{func!r} took longer than {seconds} seconds")
    raise ChildProcessError(f"exit code {process.exitcode}")
