// Keys that work while a piece is chosen; never while somebody writes or an input method composes.
const KINDS = {
  Digit1: "heading-1",
  Digit2: "heading-2",
  Digit3: "heading-3",
  Digit4: "heading-4",
  Numpad1: "heading-1",
  Numpad2: "heading-2",
  Numpad3: "heading-3",
  Numpad4: "heading-4",
  KeyP: "paragraph",
  KeyL: "item",
  KeyN: "note",
  KeyS: "aside",
  KeyR: "restore",
  Delete: "drop",
  Backspace: "drop",
};
const MOVES = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "outdent", ArrowRight: "indent" };
const WALKS = { ArrowUp: -1, ArrowDown: 1, Home: "first", End: "last" };

export function keys(rows, { act, edit, accept, nextDoubt, help }) {
  // The place of a key, not its sign: with an input method on, the sign may be anything.
  const meaning = (event) => {
    const { code, altKey, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      if (code === "KeyZ") return () => act(shiftKey ? "redo" : "undo");
      return code === "KeyY" ? () => act("redo") : null;
    }
    if (altKey) return code in MOVES ? () => act(MOVES[code]) : null;
    if (code in WALKS) return () => rows.step(WALKS[code]);
    if (code === "Enter" || code === "NumpadEnter") return edit;
    if (event.key === "?" || event.key === "？") return help;
    if (code === "KeyD") return () => nextDoubt(shiftKey);
    if (code === "KeyM") return () => act(shiftKey ? "merge-next" : "merge");
    if (code === "KeyA" && !shiftKey) return accept;
    return code in KINDS && !shiftKey ? () => act(KINDS[code]) : null;
  };
  rows.list.addEventListener("keydown", (event) => {
    if (event.isComposing || !event.target.matches(".piece-choice")) return;
    const run = meaning(event);
    if (!run) return;
    event.preventDefault();
    run();
  });
}
