"""Check the printed report with the independent Python package `pypdf`: tags, language, title, alternative texts, outline, contents,
numbers of pages; figures that are whole, each before its table and its sources; links and evidence that are numbered as their notes.

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
    """All elements of a tree of tags, in the order in which they are read."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting.extend(reversed(node))
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


def pages_of(element, numbers):
    """The numbers of the pages on which an element of the tree stands."""
    return {numbers[part.raw_get("/Pg").idnum] for part in structure(element) if "/Pg" in part}


def picture_pages(figure, numbers):
    """The numbers of the pages on which the picture of a figure stands: what is drawn for the figure's element itself."""
    kids = figure["/K"].get_object()
    kids = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    drawn = [kid for kid in kids if not isinstance(kid, dict) or kid.get("/Type") == "/MCR"]
    return {numbers[(kid if isinstance(kid, dict) and "/Pg" in kid else figure).raw_get("/Pg").idnum] for kid in drawn}


def legend_pages(figure, numbers):
    """The numbers of the pages on which the legend of a figure stands: its first list."""
    legend = next((element for element in structure(figure) if element["/S"] == "/L"), None)
    return set() if legend is None else pages_of(legend, numbers)


def read(page):
    """The text of a page, and which part of the height between its margins is used by it."""
    heights = []

    def see(text, matrix, place, *_):
        if text.strip():
            heights.append(place[4] * matrix[1] + place[5] * matrix[3] + matrix[5])

    text = page.extract_text(visitor_text=see)
    # 18 and 20 mm, in points; below is the number of the page.
    top, foot = float(page.mediabox.height) - 51, 57
    lowest = min((height for height in heights if foot - 6 <= height <= top), default=top)
    return text, (top - lowest) / (top - foot)


def words_of(picture):
    """The texts that a picture holds."""
    return [plain(text) for text in re.findall(r"<text[^>]*>(.*?)</text>", picture)]


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

    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(pdf.pages, 1)}
    tags = Counter()
    alternatives = []
    drawn = []
    for element in structure(root["/StructTreeRoot"]):
        tags[element["/S"]] += 1
        if element["/S"] == "/Figure":
            alternatives.append(element.get("/Alt", ""))
            drawn.append(element)
    figures = html.count("data-figure=")
    expect(len(alternatives) == figures, f"{len(alternatives)} figures are tagged, the page has {figures}")
    expect(all(alternatives), "a figure has no alternative text")
    tables = len(re.findall(r"<table", html))
    expect(tags["/Table"] == tables, f"{tags['/Table']} tables are tagged, the page has {tables}")
    expect(tags["/TH"] > tables, "tables have no heads")
    expect(tags["/H1"] == 1 and tags["/H2"] > 5, "headings are not tagged")

    told = list(titles(pdf.outline))
    for heading in re.findall(r"<h2[^>]*>(.*?)</h2>", html[html.index("<main") : html.index("</main>")]):
        # The link to a heading itself is not printed.
        heading = plain(re.sub(r'<a[^>]*class="anchor".*?</a>', "", heading))
        expect(heading in told, f"the outline lacks {heading}")

    pages, used = map(list, zip(*map(read, pdf.pages)))
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", html).group(1)
    expect(plain(heading) in plain(pages[0]) and "Contents" not in pages[0], "the first page is no cover")
    expect(any("Contents" in page for page in pages[1:5]), "there are no contents after the cover")
    contents = html[html.index('class="outline"') :]
    entries = re.findall(r'href="#([^"]+)"[^>]*>(.*?)</a>(.*?)</li>', contents[: contents.index("</nav>")])
    expect(len(entries) > 5, "the contents name no parts")
    paper = [plain(page) for page in pages]
    figures_named = re.findall(r'<h3 id="(fig-[^"]*-title)">(.*?)</h3>', html)
    for name, label, rest in [*entries, ("sources", "Sources", ""), *((name, title, "") for name, title in figures_named)]:
        place = pdf.named_destinations.get(f"/{name}")
        if place is None:
            expect(False, f"{label} leads nowhere")
            continue
        number = pdf.get_destination_page_number(place) + 1
        line = plain(f"{label} · page {number} {rest}")
        expect(any(line in page for page in paper[1:5]), f"the contents do not say that {label} begins on page {number}")
        expect(plain(label) in paper[number - 1], f"{label} does not begin on page {number}")
    for number in range(2, len(pages) + 1):
        expect(re.search(rf"\b{number} / {len(pages)}\b", pages[number - 1]), f"page {number} does not bear its number")
    expect(not re.search(rf"\b1 / {len(pages)}\b", pages[0]), "the cover bears a number")

    # What comes before a picture is not left alone on a page; where it is more, a picture would be too small beside it.
    for number, part in enumerate(used[:-1], 1):
        expect(part > 0.12, f"page {number} is nearly empty: {part:.0%} of it is used")

    # Figures: the picture is whole and stands with its title; then come its table and its sources.
    listed = (site / "sources/index.html").read_text()
    sources = re.findall(r'<li id="source-([^"]+)"><a href="([^"]+)"', listed)
    numbered = {name: f"[{place}]" for place, (name, _) in enumerate(sources, 1)}
    shown = re.split("<figure ", html)[1:]
    for part, figure in zip(shown, drawn):
        title = plain(re.search(r'id="fig-[^"]*-title">(.*?)</h3>', part).group(1))
        on = picture_pages(figure, numbers)
        expect(plain(figure["/Alt"]) == title and len(on) == 1, f"the picture of ‘{title}’ stands on the pages {sorted(on)}")
        layouts = [words_of(layout) for layout in re.findall(r'<div class="layout-(?:medium|wide)">(.*?)</svg>', part)]
        together = [page for page in paper if title in page and any(all(word in page for word in words) for words in layouts if words)]
        legend = legend_pages(figure, numbers)
        expect(legend == on, f"the legend of ‘{title}’ stands on the pages {sorted(legend)}, its picture on {sorted(on)}")
        expect(together, f"the picture of ‘{title}’ does not stand whole on the page with its title")
        parts = list(structure(figure))
        table = next((place for place, element in enumerate(parts) if element["/S"] == "/Table"), len(parts))
        expect(table < len(parts) and min(pages_of(parts[table], numbers)) >= max(on), f"‘{title}’ is not followed by its table")
        rests_on = {numbered[name] for name in re.findall(r'class="source-number" href="sources/#source-([^"]+)"', part)}
        following = [element for element in parts[table:] if element["/S"] == "/P"]
        if not rests_on or not following:
            expect(not rests_on, f"the table of ‘{title}’ is not followed by sources")
            continue
        links = [element for element in structure(following[-1]) if element["/S"] == "/Link"]
        expect(len(links) == len(rests_on), f"{len(links)} sources follow the table of ‘{title}’, which names {len(rests_on)}")
        ends = pages_of(following[-1], numbers)
        expect(min(ends) >= max(pages_of(parts[table], numbers)), f"the sources of ‘{title}’ do not follow its table")
        inside = "".join(paper[min(on) - 1 : max(ends)])
        expect("Sourcesofthisfigure:" in inside, f"the sources of ‘{title}’ are not named so")
        lost = [number for number in rests_on if inside.count(number) < 2]
        expect(not lost, f"the table of ‘{title}’ and its sources do not both name {lost[:5]}")

    whole = "".join(paper)
    # Links: each is a number, under which the end of the report has the address.
    notes = dict(re.findall(r"(\[\d+\])(.*?)(?=\[\d+\]|$)", whole.rpartition("suchas[1],leadhere.")[2]))
    for name, address in sources:
        expect(plain(address) in notes.get(numbered[name], ""), f"the list of sources lacks {address}")
    main_part = html[html.index("<main") : html.index("</main>")]
    for address, label in re.findall(r'<a href="(https?:[^"]+)"[^>]*>(.*?)</a>', main_part):
        found = re.search(re.escape(plain(label)) + r"(\[\d+\])", whole)
        expect(found and plain(address) in notes.get(found.group(1), ""), f"no note has the address of {label}")

    # Evidence: its number is that of the note at the end of the part.
    end = 0
    for part in re.split(r'<section class="part"|<section id="[^"]*"[^>]*class="part"', main_part)[1:]:
        evidence = re.findall(r'<a[^>]*href="#note-([^"]+)"[^>]*>(.*?)<span', part)
        in_notes = re.findall(r'<li id="note-([^"]+)"', part)
        expect([name for name, _ in evidence] == in_notes, "evidence and notes are in another order")
        for number, (name, label) in enumerate(evidence, 1):
            found = re.compile(plain(label) + rf"(,evidence:this(paragraph|statement))?{number}").search(whole, end)
            expect(found, f"the evidence {name} does not bear the number {number} of its note")
            end = found.end() if found else end
    expect(end > 0, "no evidence is numbered")

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
