"""Say how to install the grader where it is missing; nothing else."""

import importlib.util

import pytest

if importlib.util.find_spec("threadlings") is None:
    raise pytest.UsageError(
        "the grader is not installed here: run `pip install .` in the kit's folder"
    )
