# fail error review: tries to give the run a dict for its errors that keeps none
"""What has gone wrong in a run is written into `run.errors`; nobody looks into which.

The run is the default argument of nothing and the global of much: `asyncio.sleep` has
it within reach.
"""

import gc


class Forgetful(dict):
    def __setitem__(self, name, error):
        pass


for thing in gc.get_objects():
    if type(thing).__name__ == "Run" and hasattr(thing, "errors"):
        thing.errors = Forgetful()


async def greet(name, delay, say):
    raise LookupError("too shy")


def main(names, delay, say):
    raise LookupError("too shy")
