// Shows the name and value of the chart mark under the pointer at once, and on touch, where browsers show no <title>.
// The words are those of the mark's own <title>; without this module the title and the table say the same.
const tip = document.createElement("p");
tip.className = "chart-tip";
tip.setAttribute("aria-hidden", "true");
tip.hidden = true;

const titleOf = (mark) => mark?.querySelector(":scope > title") ?? null;
let shown = null;

function hide() {
  // The browser's own tip is put back, so that the drawing is as the server made it.
  shown?.mark.prepend(shown.title);
  shown = null;
  tip.hidden = true;
}

function show(mark, title) {
  hide();
  const figure = mark.closest("figure.chart");
  const [at, frame] = [mark.getBoundingClientRect(), figure.getBoundingClientRect()];
  figure.append(tip);
  tip.textContent = title.textContent;
  tip.hidden = false;
  const left = Math.min(Math.max(at.left + at.width / 2 - frame.left - tip.offsetWidth / 2, 0), frame.width - tip.offsetWidth);
  tip.style.insetInlineStart = `${left}px`;
  tip.style.insetBlockStart = `${at.top - frame.top - tip.offsetHeight - 6}px`;
  title.remove();
  shown = { mark, title };
}

document.addEventListener("pointerover", (event) => {
  const mark = event.target.closest?.("figure.chart .plot :is(circle, rect, path, line)");
  if (mark === shown?.mark) {
    return;
  }
  const title = titleOf(mark);
  title ? show(mark, title) : hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    hide();
  }
});
