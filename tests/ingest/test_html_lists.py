"""Lists that go on the text of a page: their items are kept as paragraphs; lists of links are not."""

from verbale.ingest.formats.html import read_html

PROSE = (
    "<p>" + "The two governments signed an accord in Bern on Monday after four days of talks by the lake. " * 4 + "</p>"
)
PAGE = (
    "<html><body><article><h1>Accord signed in Bern</h1>" + PROSE + "<p>The main points of the accord:</p><ul>"
    "<li>Chad reopens the road to the port</li><li>Niger sends its herders home by June</li></ul>"
    + PROSE.replace("Monday", "Tuesday")
    + "<p>More stories:</p><ul><li><a href='/a'>Rain falls in Zinder</a></li>"
    "<li><a href='/b'>A bridge is mended</a></li>"
    "</ul></article></body></html>"
)


def test_items_of_a_list_in_the_text_are_kept() -> None:
    text = "\n".join(str(block.piece) for block in read_html(PAGE, "p.html").blocks)
    assert "Chad reopens the road to the port" in text
    assert "Niger sends its herders home by June" in text
    assert "Rain falls in Zinder" not in text
