// The outline of an import: choose a piece, do something to it, see the source beside it.
import { dragging } from "./outline/dragging.js";
import { Editing } from "./outline/editing.js";
import { keys } from "./outline/keys.js";
import { Rows } from "./outline/rows.js";
import { Source } from "./outline/source.js";
import { Steps } from "./outline/steps.js";

const root = document.querySelector("[data-outline]");

if (root) {
  const words = JSON.parse(document.getElementById("outline-words").textContent);
  const told = root.querySelector("[data-told]");
  const tell = (text, isError = false) => {
    told.textContent = text;
    told.classList.toggle("is-error", isError);
  };
  const rows = new Rows(root.querySelector("[data-pieces]"));
  const source = new Source(root.querySelector("[data-source]"));
  const steps = new Steps(root, rows, words, tell);
  const editing = new Editing(root, rows, steps);
  const dialog = root.querySelector("[data-keys-dialog]");

  const chosen = () => {
    const row = rows.chosen();
    if (!row) tell(words.chosen, true);
    return row;
  };
  const act = async (op, values = {}) => {
    if (op === "undo" || op === "redo") return steps.send(op, "", values);
    const row = chosen();
    return row ? steps.send(op, row.dataset.piece, values) : false;
  };
  const nextDoubt = (backwards) => {
    const row = rows.doubt(backwards);
    if (row) rows.choose(row);
    else tell(words.nodoubt);
  };
  const accept = () => chosen()?.querySelector(".piece-doubt:not(.is-accepted) .piece-accept")?.click();
  const edit = () => {
    const row = chosen();
    if (row) editing.open(row);
  };

  rows.list.addEventListener("change", () => {
    const row = rows.chosen();
    rows.mark(row);
    if (row) source.show(Number(row.dataset.first), Number(row.dataset.last));
  });
  source.element.addEventListener("click", (event) => {
    const line = event.target.closest("[data-line]");
    const row = line && rows.atLine(Number(line.dataset.line));
    if (row) rows.choose(row);
  });
  root.querySelector("[data-outline-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (!button || button.matches("[data-edit]")) edit();
    else if (button.name === "accept") {
      const [own, code] = button.value.split(" ");
      steps.send("accept", own, { code });
    } else act(button.value);
  });
  for (const form of root.querySelectorAll("[data-repair]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = Object.fromEntries(new FormData(form));
      steps.send("revert-all", values.piece, { before: values.before, after: values.after });
    });
  }
  for (const hidden of root.querySelectorAll("[data-next-doubt], [data-keys]")) hidden.hidden = false;
  root.querySelector("[data-next-doubt]").addEventListener("click", () => nextDoubt(false));
  root.querySelector("[data-keys]").addEventListener("click", () => dialog.showModal());
  root.querySelector("[data-show-furniture]").addEventListener("change", (event) => {
    rows.list.classList.toggle("shows-furniture", event.target.checked);
  });
  rows.list.addEventListener("click", (event) => {
    const link = event.target.closest(".piece-edit");
    if (!link) return;
    event.preventDefault();
    rows.choose(link.closest(".piece"));
    edit();
  });

  keys(rows, { act, edit, accept, nextDoubt, help: () => dialog.showModal() });
  dragging(rows, root.querySelector("[data-end]"), steps);

  const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted?.matches(".piece")) rows.choose(wanted);
}
