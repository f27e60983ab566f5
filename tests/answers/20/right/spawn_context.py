# right: always the spawn context, whatever the platform prefers
import multiprocessing


def run_all(tasks: "dict[str, object]") -> "dict[str, int]":
    context = multiprocessing.get_context("spawn")
    pairs = []
    for name, task in tasks.items():
        process = context.Process(target=task, name=name)
        process.start()
        pairs.append((name, process))
    codes = {}
    for name, process in pairs:
        process.join()
        codes[name] = process.exitcode
    return codes
