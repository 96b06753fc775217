// Edit one piece at its place: its form comes from the server and goes back as a step.
export class Editing {
  constructor(root, rows, steps) {
    Object.assign(this, { root, rows, steps });
  }

  async open(row) {
    this.close();
    const address = this.root.dataset.piece.replace("PIECE", row.dataset.piece);
    const response = await fetch(`${address}?fragment=1`);
    if (!response.ok) {
      location.assign(address);
      return;
    }
    const made = document.createElement("template");
    made.innerHTML = (await response.text()).trim();
    const form = made.content.querySelector("[data-piece-form]");
    // A script may put a form inside a form; the inner one owns its own fields.
    row.append(form);
    this.form = form;
    this.row = row;
    row.classList.add("is-edited");
    this.wire();
    (form.querySelector("[data-piece-text]") ?? form.querySelector("select, button"))?.focus();
  }

  wire() {
    const text = this.form.querySelector("[data-piece-text]");
    for (const spare of this.form.querySelectorAll("[data-split-label], [data-split-place]")) {
      spare.hidden = true;
    }
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.send(event.target, event.submitter?.value ?? "edit");
    });
    this.form.querySelector(".piece-form-close").addEventListener("click", (event) => {
      event.preventDefault();
      this.close({ focus: true });
    });
    this.form.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") {
        event.preventDefault();
        this.close({ focus: true });
      } else if (text && event.target === text && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.send(text.form, "split");
      }
    });
  }

  async send(form, op) {
    const values = Object.fromEntries(new FormData(form));
    const own = this.row.dataset.piece;
    const text = this.form.querySelector("[data-piece-text]");
    if (op === "split" && text) {
      // The server counts signs, a script counts halves of rare ones.
      values.place = String([...text.value.slice(0, text.selectionStart)].length);
      if (text.value !== text.defaultValue && !(await this.steps.send("edit", own, values))) return;
    }
    delete values.csrfmiddlewaretoken;
    if (await this.steps.send(op, own, values)) {
      this.close();
      const row = this.rows.get(own);
      if (row) this.rows.choose(row);
    }
  }

  close({ focus = false } = {}) {
    if (!this.form) return;
    this.form.remove();
    this.row.classList.remove("is-edited");
    const row = this.rows.get(this.row.dataset.piece);
    this.form = null;
    if (focus && row) this.rows.choose(row);
  }
}
