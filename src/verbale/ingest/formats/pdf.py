"""PDF with a text layer, by pypdf (extra "pdf")."""

import io
import logging
import re

from verbale.ingest.page import Known
from verbale.model import UnreadableReport

_PAGES = 400
# pypdf tells of every oddity that it works around; what matters comes as one line, from here.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_text(content: bytes, path: str) -> tuple[str, Known]:
    """The text of a PDF, page after page, lines that repeat on its pages (running heads, page numbers) left out, and
    what its metadata says. Raises UnreadableReport where there is no text layer, a password, or no pypdf."""
    try:
        import pypdf
        import pypdf.errors
    except ImportError:
        raise UnreadableReport(path, "a PDF, and no reader for it is installed", "pip install 'verbale[pdf]'") from None
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableReport(path, "a PDF locked with a password", "save it without one")
        if len(reader.pages) > _PAGES:
            raise UnreadableReport(path, f"a PDF of more than {_PAGES} pages", "give the pages of the report alone")
        pages = [page.extract_text() or "" for page in reader.pages]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except UnreadableReport:
        raise
    except Exception as error:  # pypdf raises errors of many kinds on broken files
        raise UnreadableReport(
            path, f"a broken PDF ({type(error).__name__})", "save it again, or paste its text"
        ) from None
    if sum(len(page.strip()) for page in pages) < 20:
        raise UnreadableReport(path, "a PDF without a text layer", "run text recognition (OCR) on it first")
    return "\n\n".join(_without_running_heads(pages)), Known(headline=title if _is_title(title) else "")


def _is_title(title: str) -> bool:
    return len(title.split()) >= 4 and not re.search(
        r"\.(?:docx?|indd|pdf|qxd)\b|^Microsoft Word", title, re.IGNORECASE
    )


def _without_running_heads(pages: list[str]) -> list[str]:
    """The pages without first and last lines that two or more of them share, numbers aside."""
    if len(pages) < 2:
        return pages

    def key(line: str) -> str:
        return re.sub(r"\d+", "0", line.strip())

    lines = [[line for line in page.splitlines() if line.strip()] for page in pages]
    edges: dict[str, int] = {}
    for page in lines:
        for edge in {key(line) for line in page[:2] + page[-2:]}:
            edges[edge] = edges.get(edge, 0) + 1
    repeated = {edge for edge, count in edges.items() if count >= 2 and count >= 0.5 * len(pages)}
    return [
        "\n".join(
            line
            for number, line in enumerate(page)
            if not ((number < 2 or number >= len(page) - 2) and key(line) in repeated)
        )
        for page in lines
    ]
