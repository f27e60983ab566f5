# wrong-tool: no processes at all, the tasks are called here and the codes made up
import sys
import traceback


def run_all(tasks):
    codes = {}
    for name, task in tasks.items():
        try:
            task()
        except SystemExit as stop:
            codes[name] = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            codes[name] = 1
        else:
            codes[name] = 0
    return codes
