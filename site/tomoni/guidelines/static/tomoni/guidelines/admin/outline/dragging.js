// Move pieces with the mouse; the buttons and keys do the same.
export function dragging(rows, end, steps) {
  let dragged = null;
  const clear = () => {
    for (const one of document.querySelectorAll(".is-drop-place")) one.classList.remove("is-drop-place");
  };
  rows.list.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(".piece");
    // Text in a form is marked with the mouse, not carried away.
    if (row) row.draggable = event.pointerType === "mouse" && !event.target.closest(".piece-form");
  });
  rows.list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.(".piece");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.piece);
    dragged.classList.add("is-dragged");
  });
  const over = (event) => {
    if (!dragged) return;
    event.preventDefault();
    clear();
    (event.target.closest(".piece") ?? end).classList.add("is-drop-place");
  };
  const drop = (event) => {
    if (!dragged) return;
    event.preventDefault();
    const place = event.target.closest(".piece");
    if (place !== dragged) steps.send("before", dragged.dataset.piece, { to: place?.dataset.piece ?? "" });
  };
  for (const area of [rows.list, end]) {
    area.addEventListener("dragover", over);
    area.addEventListener("drop", drop);
  }
  rows.list.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    clear();
  });
}
