"""Time the importer on growing texts: `python tests/benchmarks/import_guideline.py`.

The processor time must grow with the text and no faster; the last column is per megabyte.
"""

import time
from pathlib import Path

from tomoni.guidelines.importing import read_guideline

TEXTS = sorted((Path(__file__).parents[1] / "guidelines" / "texts").glob("*.txt"))
SIZES = (0.5, 1.0, 2.0)


def ordinary() -> str:
    return "\n".join(read_guideline(path.read_bytes()).source for path in TEXTS)


def shapes() -> dict[str, str]:
    return {
        "ordinary": ordinary(),
        "one long line": "あいうえお、" * 20,
        "short lines": "あ\n",
        "spaces": "あ" + " " * 200 + "い\n",
        "numbers": "1. 題\n",
        "circled": "①題\n②題\n③題\n",
        "marks": "■題\n●題\n",
        "notes": "本文※の続きです。\n※本文とは、これです。\n",
        "brackets": "「『（【" * 10 + "\n",
        "references": "「題」（→４ページ）のとおりです。\n",
        "contents": "目次\n題…………３\n",
        "columns": "左の段" + " " * 8 + "右の段\n",
        "deep indents": " " * 20 + "深い字下げの行\n",
        "pages": "第１章　題\n本文です。（→１ページ）\n\f",
        "chapters": "第１章　題\n本文です。\n第１節　題\n本文です。\n",
    }


def main() -> None:
    for name, piece in shapes().items():
        for size in SIZES:
            signs = int(size * 1024 * 1024 / 3)
            data = (piece * (signs // len(piece) + 1))[:signs].encode()
            start = time.process_time()
            read_guideline(data)
            took = time.process_time() - start
            megabytes = len(data) / 1024 / 1024
            print(f"{name:15} {megabytes:5.2f} MB {took:6.2f} s {took / megabytes:6.2f} s/MB")  # noqa: T201


if __name__ == "__main__":
    main()
