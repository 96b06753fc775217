// Comfort only: Alt with the down or up arrow leads to the next or previous change.
const changes = [...document.querySelectorAll(".compared-change")];
for (const link of document.querySelectorAll(".way-next")) link.setAttribute("aria-keyshortcuts", "Alt+ArrowDown");
for (const link of document.querySelectorAll(".way-previous")) link.setAttribute("aria-keyshortcuts", "Alt+ArrowUp");

const here = () => {
  const held = document.activeElement?.closest(".compared-change");
  if (held) return changes.indexOf(held);
  const passed = changes.filter((change) => change.getBoundingClientRect().top < 8);
  return passed.length - 1;
};

addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const next = changes[here() + step];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView();
});
