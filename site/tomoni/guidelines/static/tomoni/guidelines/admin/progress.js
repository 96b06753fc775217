// How far the reading is: asked for every second or so, and the page loaded anew at its end.
const box = document.querySelector("[data-progress]");

async function look() {
  try {
    const response = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
    if (response.ok) {
      const state = await response.json();
      if (!state.under_way) {
        location.reload();
        return;
      }
      const told = box.querySelector("[data-progress-told]");
      if (told.textContent.trim() !== state.told) told.textContent = state.told;
      const bar = box.querySelector("progress");
      if (state.total) {
        bar.max = state.total;
        bar.value = state.done;
      }
    }
  } catch {
    // The network may be away for a moment; the next look will tell.
  }
  setTimeout(look, 1200);
}

if (box) setTimeout(look, 600);
