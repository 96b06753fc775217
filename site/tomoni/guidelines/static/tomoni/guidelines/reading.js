// Comfort only: the text is whole without it.
const text = document.querySelector(".guideline-text");

// Contents that follow: the section in view is marked in the side navigation.
const links = new Map();
for (const link of document.querySelectorAll(".side-navigation a[href*='#']")) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) links.set(target, link);
}
if (links.size) {
  const passed = new Set();
  // The observed area reaches up without end: a heading leaves it only downwards.
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) passed[isIntersecting ? "add" : "delete"](target);
    for (const link of links.values()) link.removeAttribute("aria-current");
    const link = links.get([...links.keys()].filter((target) => passed.has(target)).pop());
    if (!link) return;
    link.setAttribute("aria-current", "location");
    const box = link.closest(".side");
    if (box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 3;
  }, { rootMargin: "1000000px 0px -70% 0px" });
  for (const target of links.keys()) observer.observe(target);
}

// Previews of notes and terms: by hover, focus or tap; Escape closes; nothing in them takes focus.
const preview = document.createElement("div");
preview.id = "preview";
preview.className = "preview";
preview.setAttribute("role", "tooltip");
preview.hidden = true;
let shown = null;
let timer = 0;

const hide = () => {
  clearTimeout(timer);
  preview.hidden = true;
  shown = null;
};
const show = (link, byTap) => {
  clearTimeout(timer);
  const told = document.getElementById(link.dataset.told);
  if (!told || shown === link) return;
  const copy = told.cloneNode(true);
  for (const one of copy.querySelectorAll(".note-back, .note-sign")) one.remove();
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  for (const one of copy.querySelectorAll("a")) one.replaceWith(...one.childNodes);
  preview.replaceChildren(...copy.childNodes);
  if (byTap && text.dataset.again) {
    const again = document.createElement("p");
    again.className = "preview-again";
    again.textContent = text.dataset.again;
    preview.append(again);
  }
  preview.hidden = false;
  shown = link;
  const rect = link.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(rect.left, wide - preview.offsetWidth - 8));
  const above = rect.bottom + preview.offsetHeight + 12 > innerHeight && rect.top > preview.offsetHeight + 12;
  const top = above ? rect.top - preview.offsetHeight - 8 : rect.bottom + 8;
  preview.style.left = `${left + scrollX}px`;
  preview.style.top = `${top + scrollY}px`;
};

if (text) {
  document.body.append(preview);
  for (const link of text.querySelectorAll("a.term, .note-mark a")) {
    link.dataset.told = link.getAttribute("aria-describedby");
    let touched = false;
    link.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") timer = setTimeout(show, 250, link);
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") { clearTimeout(timer); timer = setTimeout(hide, 300); }
    });
    link.addEventListener("focus", () => { if (!touched && link.matches(":focus-visible")) show(link); });
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      if (touched && shown !== link) { event.preventDefault(); show(link, true); } else hide();
      touched = false;
    });
  }
  preview.addEventListener("pointerenter", () => clearTimeout(timer));
  preview.addEventListener("pointerleave", hide);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("pointerdown", (event) => {
    if (shown && !preview.contains(event.target) && !shown.contains(event.target)) hide();
  });
}

// On wide screens each note stands beside the text at the height of its mark.
const beside = matchMedia("(min-width: 79rem)");
const place = () => {
  let free = 0;
  for (const note of text.querySelectorAll(".note")) {
    note.style.top = "";
    const mark = beside.matches && document.getElementById(note.querySelector(".note-back")?.hash.slice(1));
    if (!mark) continue;
    const top = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
    note.style.top = `${Math.max(top, free)}px`;
    free = Math.max(top, free) + note.offsetHeight + 16;
  }
};
if (text?.querySelector(".note-back")) {
  text.classList.add("notes-beside");
  place();
  new ResizeObserver(place).observe(text);
  beside.addEventListener("change", place);
}

// Quote this passage: what is selected in the section becomes the quoted text.
for (const quote of document.querySelectorAll("details.quote")) {
  for (const act of ["pointerdown", "keydown"]) quote.querySelector("summary").addEventListener(act, () => take(quote));
  // A browser gives a page its clipboard only over HTTPS; elsewhere the text is there to be selected.
  if (!navigator.clipboard) continue;
  const [tools, button, done] = ["p", "button", "span"].map((tag) => document.createElement(tag));
  tools.className = "quote-tools";
  button.type = "button";
  button.className = "button button-secondary";
  button.textContent = text.dataset.copy;
  done.setAttribute("role", "status");
  tools.append(button, " ", done);
  quote.querySelector(".quote-panel").append(tools);
  button.addEventListener("click", async () => {
    const words = quote.querySelector(".quote-text").textContent.replace(/\s+/g, " ").trim();
    await navigator.clipboard.writeText(words);
    done.textContent = text.dataset.copied;
  });
}
function take(quote) {
  const chosen = String(getSelection()).trim().replace(/\s+/g, " ");
  const excerpt = quote.querySelector("[data-excerpt]");
  if (!chosen || !excerpt || !text.contains(getSelection().anchorNode)) return;
  excerpt.textContent = chosen;
}
addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.quote[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details.quote[open]")) {
    const held = open.contains(document.activeElement);
    open.open = false;
    if (held) open.querySelector("summary").focus();
  }
});
