/* A button under each text of a document: choose a section by number and title, and refer to it. */
(() => {
  const { createElement, Component } = window.React;
  const { EditorState, Modifier } = window.DraftJS;
  const said = () => JSON.parse(document.getElementById("tomoni-reference-words").textContent);

  /* The page being edited, or the document below which a chapter is being made. */
  const place = () =>
    window.location.pathname.match(/^(.*)\/pages\/(?:(\d+)\/|add\/tomoni_guidelines\/chapterpage\/(\d+)\/)/);

  const make = (name, values = {}, ...children) => {
    const one = Object.assign(document.createElement(name), values);
    one.append(...children);
    return one;
  };

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

  const choose = async (words, choice) => {
    const [, base, page, parent] = place();
    const list = make("ul", { className: "tomoni-sections" });
    const search = make("input", { type: "search", id: "tomoni-section-search", autocomplete: "off" });
    const state = make("p", { className: "tomoni-sections-state", textContent: words.loading });
    state.setAttribute("role", "status");
    const close = make("button", { type: "button", className: "button button-secondary", textContent: words.close });
    const dialog = make(
      "dialog",
      { className: "tomoni-section-dialog" },
      make("h2", { textContent: words.title, id: "tomoni-section-title" }),
      make("label", { htmlFor: search.id, textContent: words.search }),
      search,
      state,
      list,
      close,
    );
    dialog.setAttribute("aria-labelledby", "tomoni-section-title");
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
    search.focus();

    const show = () => {
      const wanted = fold(search.value);
      let count = 0;
      for (const item of list.children) {
        item.hidden = !item.dataset.words.includes(wanted);
        count += item.hidden ? 0 : 1;
      }
      state.textContent = count ? "" : words.none;
    };
    /* While an input method is composing, the letters are not yet what is looked for. */
    search.addEventListener("input", (event) => event.isComposing || show());
    search.addEventListener("compositionend", show);

    const shown = () => [...list.querySelectorAll("li:not([hidden]) button")];
    dialog.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      const buttons = shown();
      const at = buttons.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && buttons.length) buttons[Math.min(at + 1, buttons.length - 1)].focus();
      else if (event.key === "ArrowUp" && at > 0) buttons[at - 1].focus();
      else if (event.key === "ArrowUp" && at === 0) search.focus();
      else if (event.key === "Enter" && document.activeElement === search && buttons.length) buttons[0].click();
      else return;
      event.preventDefault();
    });

    try {
      const answer = await fetch(`${base}/guidelines/${page ?? parent}/sections/`, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const { sections } = await answer.json();
      for (const section of sections) {
        const button = make("button", { type: "button", textContent: section.words });
        button.addEventListener("click", () => {
          dialog.close();
          choice(section);
        });
        const item = make("li", { className: `tomoni-section-level-${section.level}` }, button);
        item.dataset.words = fold(section.words);
        list.append(item);
      }
      show();
    } catch {
      state.textContent = words.failed;
    }
  };

  const refer = (editorState, section) => {
    const selection = editorState.getSelection();
    const content = editorState
      .getCurrentContent()
      .createEntity("LINK", "MUTABLE", { url: `#${section.anchor}` });
    const key = content.getLastCreatedEntityKey();
    const changed = selection.isCollapsed()
      ? Modifier.insertText(content, selection, section.link, editorState.getCurrentInlineStyle(), key)
      : Modifier.applyEntity(content, selection, key);
    const pushed = EditorState.push(editorState, changed, "apply-entity");
    return EditorState.forceSelection(pushed, changed.getSelectionAfter());
  };

  class ReferenceButton extends Component {
    render() {
      if (!place() || !document.getElementById("tomoni-reference-words")) return null;
      const words = said();
      const { getEditorState, onChange } = this.props;
      return createElement(
        "button",
        {
          type: "button",
          className: "tomoni-refer",
          onClick: () => choose(words, (section) => onChange(refer(getEditorState(), section))),
        },
        words.button,
      );
    }
  }

  window.draftail.registerPlugin({ type: "tomoni-reference", meta: ReferenceButton }, "controls");
})();
