// Drop a file onto the field, and see its name and size before it is sent.
for (const area of document.querySelectorAll("[data-drop]")) {
  const field = area.querySelector("input[type=file]");
  const told = area.querySelector("[data-drop-told]");
  area.querySelector("[data-drop-hint]").hidden = false;
  const tell = () => {
    const file = field.files[0];
    told.textContent = file ? `${file.name}（${(file.size / 1024 / 1024).toFixed(2)} MB）` : "";
  };
  field.addEventListener("change", tell);
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("is-over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("is-over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("is-over");
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    tell();
  });
}
