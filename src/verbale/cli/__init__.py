"""cli"""


def main() -> None:
    """To come."""
