"""What several test files use."""

import gc
import os
from collections.abc import Generator

import pytest

from threadlings.garbage import uncollected

pytest_plugins = ["pytester"]

os.environ["THREADLINGS_LANG"] = "en"  # whatever the locale of who runs the tests


def pytest_collection_finish() -> None:
    """Let no collection of garbage look through all that thousands of tests are."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Generator[None, None, None]:
    """No test leaves results where those of a person are kept, nor finds them there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Collect nothing while pytest parses the source of a test that has failed.

    CPython 3.11 miscounts how deep a syntax tree is when a greenlet dies meanwhile.
    """
    with uncollected():
        return (yield)
