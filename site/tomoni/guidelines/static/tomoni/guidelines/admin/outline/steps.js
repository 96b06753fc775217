// Send each step to the server, one after the other, and show what it answers.
export class Steps {
  constructor(root, rows, words, tell) {
    Object.assign(this, { root, rows, words, tell });
    this.version = root.dataset.version;
    this.queue = Promise.resolve();
  }

  // Keys pressed quickly wait for one another: each step builds on the answer to the last.
  send(op, piece, values = {}) {
    this.queue = this.queue.then(() => this.sendNow(op, piece, values));
    return this.queue;
  }

  async sendNow(op, piece, values) {
    const token = this.root.querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ ...values, op, piece, version: this.version });
    let answer;
    let status = 0;
    this.root.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(this.root.dataset.change, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": token },
        body,
      });
      status = response.status;
      answer = await response.json();
    } catch {
      this.tell(this.words.failed, true);
      return false;
    } finally {
      this.root.removeAttribute("aria-busy");
    }
    if (status === 409) {
      this.tell(answer.error, true);
      setTimeout(() => location.reload(), 1500);
      return false;
    }
    if (status !== 200) {
      this.tell(answer.error ?? this.words.failed, true);
      return false;
    }
    this.show(answer, piece);
    return true;
  }

  show(answer, piece) {
    const inside = this.rows.list.contains(document.activeElement);
    this.version = answer.version;
    for (const field of this.root.querySelectorAll("[data-version-field]")) field.value = answer.version;
    this.rows.apply(answer.order, answer.rows);
    this.root.querySelector("[data-account]").innerHTML = answer.account;
    this.root.querySelector("[data-doubt-count]").textContent = answer.doubts;
    this.root.querySelector("[data-undo]").disabled = !answer.undo;
    this.root.querySelector("[data-redo]").disabled = !answer.redo;
    const row = this.rows.get(piece) ?? (answer.focus && this.rows.get(answer.focus));
    if (row) this.rows.choose(row, { focus: inside || document.activeElement === document.body });
    this.tell(answer.told);
  }
}
