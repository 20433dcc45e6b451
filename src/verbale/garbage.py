"""Python's search for garbage, paused while one report is read or understood."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """What is made for one report lives until it is done; to look for garbage among it meanwhile, over and over, takes
    up to a tenth of the time. The search goes on behind it, as it was."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
