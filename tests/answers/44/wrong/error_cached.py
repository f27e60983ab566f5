# wrong-result: a failed task stays in the dict, the same error is raised for ever after
import asyncio


class Cache:
    def __init__(self, load):
        self._load = load
        self._tasks = {}

    async def get(self, key):
        task = self._tasks.get(key)
        if task is None:
            task = self._tasks[key] = asyncio.create_task(self._load(key))
        return await asyncio.shield(task)
