"""What the tests of the language step share."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world


@pytest.fixture(scope="session")
def read() -> Callable[[str], Doc]:
    """From a text to its Doc."""
    return lambda text: analyse(Report("test", "test.txt", text), load_world())
