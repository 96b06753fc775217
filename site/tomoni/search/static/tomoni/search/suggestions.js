// Suggestions below a search box while somebody types. Comfort only: it is a plain form without.
const WAIT = 120;
const LONGEST = 100;
const MOST_KEPT = 50;

const make = (tag, className, attributes = {}) => {
  const one = document.createElement(tag);
  one.className = className;
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  return one;
};

// The drawn sign of the box's own button, or another one of the same sheet.
const sign = (form, name) => {
  const icon = form.querySelector(".icon").cloneNode(true);
  const use = icon.querySelector("use");
  use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#${name}`);
  return icon;
};

const option = (form, one, id) => {
  const link = make("a", "suggestion", { role: "option", id, href: one.url, tabindex: "-1", "aria-selected": "false" });
  const text = make("span", "suggestion-text", { lang: one.html_lang });
  one.pieces.forEach((piece, at) => {
    const part = at % 2 ? document.createElement("mark") : document.createTextNode("");
    part.textContent = piece;
    text.append(part);
  });
  const said = make("span", "suggestion-said");
  said.append(text);
  link.append(sign(form, one.kind === "word" ? "search" : "document"), said);
  if (one.language) {
    const language = make("span", "suggestion-meta tag", { lang: one.html_lang });
    language.textContent = one.language;
    said.append(" ", language);
  }
  if (one.label) {
    const label = make("span", "suggestion-meta");
    label.textContent = one.label;
    said.append(" ", label);
  }
  link.addEventListener("click", () => {
    if (one.kind === "word") form.querySelector("input").value = one.text;
  });
  return link;
};

const dress = (address) =>
  new Promise((done) => {
    const style = make("link", "", { rel: "stylesheet", href: address });
    style.onload = style.onerror = done;
    document.head.append(style);
  });

let dressed = null;

export const suggest = (form) => {
  const input = form.querySelector("input");
  const list = make("div", "suggestions", { role: "listbox", id: `${input.id}-suggestions`, "aria-label": form.dataset.label });
  const status = make("div", "visually-hidden", { role: "status" });
  list.hidden = true;
  form.append(list, status);
  input.setAttribute("aria-controls", list.id);
  dressed ??= dress(form.dataset.style);

  const known = new Map();
  let timer = 0;
  let running = null;
  let active = -1;

  const mark = (at) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const one = list.children[active];
    one?.setAttribute("aria-selected", "true");
    one?.scrollIntoView({ block: "nearest" });
    if (one) input.setAttribute("aria-activedescendant", one.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    clearTimeout(timer);
    running?.abort();
    mark(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
  };
  const show = ({ suggestions, said }) => {
    if (!suggestions.length || document.activeElement !== input) return close();
    mark(-1);
    list.replaceChildren(...suggestions.map((one, at) => option(form, one, `${list.id}-${at}`)));
    list.hidden = false;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", "true");
    status.textContent = said;
  };
  const typed = () => input.value.trim().slice(0, LONGEST);
  const ask = async () => {
    clearTimeout(timer);
    running?.abort();
    const text = typed();
    if (!text) return close();
    const mine = (running = new AbortController());
    try {
      if (!known.has(text)) {
        const address = `${form.dataset.suggest}?q=${encodeURIComponent(text)}`;
        const answer = await fetch(address, { signal: mine.signal });
        if (!answer.ok) throw new Error(answer.status);
        if (known.size >= MOST_KEPT) known.clear();
        known.set(text, await answer.json());
      }
      await dressed;
      if (running === mine && text === typed()) show(known.get(text));
    } catch {
      if (running === mine) close();
    }
  };
  const step = (by) => {
    const places = list.children.length + 1;
    mark(((active + 1 + by + places) % places) - 1);
  };
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: close,
    Enter: () => {
      const one = list.children[active];
      one.click();
      close();
    },
  };

  // Also while an input method is at work: then this is what it shows so far.
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (typed()) timer = setTimeout(ask, WAIT);
    else close();
  });
  input.addEventListener("keydown", (event) => {
    // Its own keys choose among kanji.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (list.hidden) {
      if (isArrow && typed()) {
        event.preventDefault();
        ask();
      }
    } else if (event.key === "Enter" && active < 0) close();
    else if (keys[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) mark(-1);
  });
  // The focus stays in the box, so that a press on the list or its scroll bar does not close it.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  if (typed() && document.activeElement === input && input.value !== input.defaultValue) ask();
};
