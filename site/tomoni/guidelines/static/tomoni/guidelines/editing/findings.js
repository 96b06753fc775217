/* Lead from a finding to its block, and ask for the findings again after each save. */
(() => {
  const open = (block) => {
    for (let one = block; one; one = one.parentElement) {
      const toggle = one.querySelector(":scope > .w-panel__header [data-panel-toggle]");
      if (toggle && toggle.getAttribute("aria-expanded") === "false") toggle.click();
    }
  };

  const lead = (id) => {
    const block = document.querySelector(`[data-contentpath="${CSS.escape(id)}"]`);
    if (!block) return false;
    open(block.querySelector(".w-panel") ?? block);
    block.scrollIntoView({ block: "center" });
    const field = block.querySelector(
      'input:not([type="hidden"]), textarea:not([hidden]), select, [contenteditable="true"]',
    );
    (field ?? block).focus({ preventScroll: true });
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-tomoni-block]");
    if (link && lead(link.dataset.tomoniBlock)) event.preventDefault();
  });

  const renew = async () => {
    const list = document.querySelector("[data-tomoni-findings]");
    if (!list) return;
    try {
      const answer = await fetch(list.dataset.tomoniFindings, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      list.innerHTML = await answer.text();
    } catch {
      list.textContent = list.dataset.tomoniUnread;
    }
  };

  document.addEventListener("w-autosave:success", renew);
})();
