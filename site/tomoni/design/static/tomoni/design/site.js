// Comfort only: everything works without it.
const open = () => document.querySelectorAll("details.menu[open]");

addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector("summary").focus();
  }
});

addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.querySelector(".error-summary")?.focus();

// Suggestions are fetched when somebody is about to type, and not where data are dear.
const isDear = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
for (const box of isDear ? [] : document.querySelectorAll("form[data-suggest]")) {
  const input = box.querySelector("input");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  box.addEventListener("focusin", async () => {
    try {
      (await import(box.dataset.script)).suggest(box);
    } catch {
      // The box is a plain form then.
    }
  }, { once: true });
}

const links = new Map();
for (const link of document.querySelectorAll(".contents a[href^='#']")) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) links.set(target, link);
}
if (links.size && "IntersectionObserver" in window) {
  const mark = (entries) => {
    const seen = entries.filter((entry) => entry.isIntersecting);
    if (!seen.length) return;
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(seen[0].target).setAttribute("aria-current", "true");
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
  for (const target of links.keys()) observer.observe(target);
}
