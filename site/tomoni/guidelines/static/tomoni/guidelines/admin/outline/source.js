// The source beside the outline: light up the lines of the chosen piece and bring them into view.
export class Source {
  constructor(element) {
    this.element = element;
  }

  show(first, last) {
    for (const line of this.element.querySelectorAll(".is-lit")) line.classList.remove("is-lit");
    for (let number = first; number <= last; number += 1) {
      document.getElementById(`L${number}`)?.classList.add("is-lit");
    }
    const line = document.getElementById(`L${first}`);
    if (!line || !this.element.offsetParent) return;
    const top = line.offsetTop - this.element.offsetTop;
    this.element.scrollTo({ top: top - this.element.clientHeight / 3 });
  }
}
