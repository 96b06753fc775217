// The list of pieces: which is chosen, and how a change of the server shows in it.
export class Rows {
  constructor(list) {
    this.list = list;
    this.mark(this.chosen());
  }

  chosen() {
    return this.list.querySelector(".piece-choice:checked")?.closest(".piece") ?? null;
  }

  get(own) {
    return document.getElementById(`p-${own}`);
  }

  isSeen(row) {
    return !row.classList.contains("is-furniture") || this.list.classList.contains("shows-furniture");
  }

  mark(row) {
    this.list.querySelector(".is-chosen")?.classList.remove("is-chosen");
    row?.classList.add("is-chosen");
  }

  choose(row, { focus = true } = {}) {
    const choice = row.querySelector(".piece-choice");
    choice.checked = true;
    if (focus) choice.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Walk from the chosen piece, around the end, to the next one that fits.
  find(fits, backwards) {
    const all = [...this.list.children];
    if (backwards) all.reverse();
    const at = all.indexOf(this.chosen());
    return [...all.slice(at + 1), ...all.slice(0, at + 1)].find((row) => this.isSeen(row) && fits(row));
  }

  doubt(backwards) {
    return this.find((row) => row.classList.contains("has-doubt"), backwards);
  }

  step(by) {
    const seen = [...this.list.children].filter((row) => this.isSeen(row));
    const at = seen.indexOf(this.chosen());
    const row = by === "first" ? seen[0] : by === "last" ? seen.at(-1) : seen[at + by];
    if (row) this.choose(row);
  }

  atLine(line) {
    let best = null;
    for (const row of this.list.children) {
      const first = Number(row.dataset.first);
      const last = Number(row.dataset.last);
      if (first <= line && line <= last) return row;
      if (first <= line && (!best || first > Number(best.dataset.first))) best = row;
    }
    return best;
  }

  apply(order, rendered) {
    const made = document.createElement("template");
    const own = this.chosen()?.dataset.piece;
    for (const [id, html] of Object.entries(rendered)) {
      made.innerHTML = html.trim();
      const row = made.content.firstElementChild;
      const before = this.get(id);
      if (before) before.replaceWith(row);
      else this.list.append(row);
    }
    this.arrange(order);
    if (own) this.get(own)?.querySelector(".piece-choice")?.setAttribute("checked", "");
    const row = own && this.get(own);
    if (row) row.querySelector(".piece-choice").checked = true;
  }

  arrange(order) {
    const all = [...this.list.children];
    let after = order.after ?? [];
    let before = order.before ?? [];
    if (order.turn) {
      before = all.slice(order.at, order.at + order.of).map((row) => row.dataset.piece);
      after = [...before.slice(order.turn), ...before.slice(0, order.turn)];
    }
    const staying = new Set(after);
    for (const own of before) if (!staying.has(own)) this.get(own)?.remove();
    let last = order.at ? all[order.at - 1] : null;
    for (const own of after) {
      const row = this.get(own);
      const next = last ? last.nextElementSibling : this.list.firstElementChild;
      if (next !== row) this.list.insertBefore(row, next);
      last = row;
    }
  }
}
