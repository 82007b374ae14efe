"""Check the printed report with the independent Python package `pypdf`: tags, language, title, alternative texts, outline.

Usage: python tests/pdf.py [SITE]    (default: dist)
Prints every problem and exits 1 if there is one; exits 2 if `pypdf` is not installed.
"""

import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path

try:
    from pypdf import PdfReader
except ImportError:
    print("the Python package `pypdf` is missing; install it with `pip install pypdf`", file=sys.stderr)
    sys.exit(2)


def structure(root):
    """All elements of the tree of tags."""
    waiting = [root["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node["/K"])


def titles(outline):
    for item in outline:
        if isinstance(item, list):
            yield from titles(item)
        else:
            yield plain(item.title)


def plain(text):
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", text)))


def main() -> int:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "dist")
    html = (site / "index.html").read_text()
    pdf = PdfReader(site / "throughline.pdf")
    root = pdf.trailer["/Root"]
    problems = []

    def expect(holds, problem):
        if not holds:
            problems.append(problem)

    expect(root.get("/MarkInfo", {}).get("/Marked"), "it is not tagged")
    expect(root.get("/Lang") == "en", "it does not say its language")
    title = unescape(re.search(r"<title>(.*?)</title>", html).group(1))
    expect(pdf.metadata.title == title, f"its title is {pdf.metadata.title!r}")
    expect(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"), "viewers show its file name, not its title")

    tags = Counter()
    alternatives = []
    for element in structure(root):
        tags[element["/S"]] += 1
        if element["/S"] == "/Figure":
            alternatives.append(element.get("/Alt", ""))
    figures = html.count("data-figure=")
    expect(len(alternatives) == figures, f"{len(alternatives)} figures are tagged, the page has {figures}")
    expect(all(alternatives), "a figure has no alternative text")
    tables = len(re.findall(r"<table", html))
    expect(tags["/Table"] == tables, f"{tags['/Table']} tables are tagged, the page has {tables}")
    expect(tags["/TH"] > tables, "tables have no heads")
    expect(tags["/H1"] == 1 and tags["/H2"] > 5, "headings are not tagged")

    told = list(titles(pdf.outline))
    for heading in re.findall(r"<h2[^>]*>(.*?)</h2>", html[html.index("<main") : html.index("</main>")]):
        expect(any(plain(heading)[:40] in known or known[:40] in plain(heading) for known in told), f"the outline lacks {heading}")

    pages = [page.extract_text() for page in pdf.pages]
    expect(any("Contents" in page for page in pages[1:5]), "there are no contents after the cover")
    contents = html[html.index('class="outline"') :]
    entries = re.findall(r'href="#([^"]+)"[^>]*>(.*?)</a>(.*?)</li>', contents[: contents.index("</nav>")])
    expect(len(entries) > 5, "the contents name no parts")
    paper = [plain(page) for page in pages]
    for name, label, rest in entries:
        place = pdf.named_destinations.get(f"/{name}")
        if place is None:
            expect(False, f"{label} leads nowhere")
            continue
        number = pdf.get_destination_page_number(place) + 1
        line = plain(f"{label} · page {number} {rest}")
        expect(any(line in page for page in paper[1:5]), f"the contents do not say that {label} begins on page {number}")
        expect(plain(label) in paper[number - 1], f"{label} does not begin on page {number}")
    for number in (5, len(pages)):
        expect(re.search(rf"\b{number} / {len(pages)}\b", pages[number - 1]), f"page {number} does not bear its number")
    expect(not re.search(rf"\b1 / {len(pages)}\b", pages[0]), "the cover bears a number")

    links = [
        str(annotation.get_object().get("/A", {}).get("/URI", ""))
        for page in pdf.pages
        for annotation in page.get("/Annots", [])
    ]
    expect(len(links) > 100, "it has no links")
    expect(not any("127.0.0.1" in link for link in links), "links lead to the machine that made it")

    for problem in problems:
        print(f"throughline.pdf: {problem}")
    if not problems:
        print(f"ok: {len(pages)} pages, {len(alternatives)} figures with texts, {tags['/Table']} tables, {len(told)} entries in the outline")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
