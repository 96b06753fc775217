"""Draw what `search_scale` measured: times and rates of each store over the size of the index."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")

from matplotlib import pyplot as plt

COLOURS = {"sqlite": "#115a36", "postgres": "#00428c", "elasticsearch": "#8b3200"}
GREY = "#666666"
# What is aimed at, for the stores within the database, for the server or for all.
PANELS = (
    (
        "search_p95",
        "Search with filters, p95 (ms)",
        {20: COLOURS["sqlite"], 30: COLOURS["elasticsearch"]},
    ),
    ("suggest_p95", "Suggestions, p95 (ms)", {50: GREY}),
    ("rate", "Texts indexed in a second", {1_500: COLOURS["sqlite"]}),
)
MARKS = {"sqlite": "o", "postgres": "s", "elasticsearch": "^"}


def draw(rows: Sequence[Mapping[str, float | str]], file: Path) -> None:
    """Write the plot as SVG; the dashed lines are the bars that are aimed at."""
    mpl.rcParams["svg.hashsalt"] = "tomoni"
    figure, panels = plt.subplots(1, len(PANELS), figsize=(12, 3.6), layout="constrained")
    for panel, (name, title, bars) in zip(panels, PANELS, strict=True):
        for store in dict.fromkeys(str(row["store"]) for row in rows):
            mine = [row for row in rows if row["store"] == store]
            panel.plot(
                [row["texts"] for row in mine],
                [row[name] for row in mine],
                label=store,
                color=COLOURS.get(store),
                marker=MARKS.get(store),
            )
        for bar, colour in bars.items():
            panel.axhline(bar, color=colour, linestyle="--", linewidth=1)
        panel.set(title=title, xlabel="texts", xscale="log", ylim=(0, None))
        panel.xaxis.set_major_formatter("{x:,.0f}")
        panel.grid(visible=True, color="#ddd")
    panels[-1].legend(loc="lower right")
    figure.savefig(file, format="svg", metadata={"Date": None})
