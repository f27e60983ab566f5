# right: every fetch is wrapped into a coroutine that never raises and gives a small Outcome record
import asyncio
from dataclasses import dataclass
from typing import Any, Optional


@dataclass(frozen=True)
class Outcome:
    url: str
    value: Any = None
    error: Optional[Exception] = None

    def unwrap(self):
        if self.error is not None:
            raise self.error
        return self.value

    def either(self):
        return self.value if self.error is None else self.error


async def _outcome(url, fetch):
    try:
        return Outcome(url, value=await fetch(url))
    except Exception as error:
        return Outcome(url, error=error)


async def _outcomes(urls, fetch):
    return await asyncio.gather(*[_outcome(url, fetch) for url in urls])


async def fetch_all(urls, fetch):
    return [outcome.unwrap() for outcome in await _outcomes(urls, fetch)]


async def fetch_some(urls, fetch):
    return {outcome.url: outcome.either() for outcome in await _outcomes(urls, fetch)}
