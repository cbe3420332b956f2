// Shows the SPPB total while the answers are chosen. The server works it out again; without this module nothing is lost.
const form = document.querySelector("form[data-sppb]");
const output = form?.querySelector("output[name=total]");
const tasks = ["balance", "gait", "chair"];

function show() {
  const answers = tasks.map(task => form.querySelector(`input[name=${task}]:checked`)?.value);
  const total = answers.reduce((sum, answer) => sum + Number.parseInt(answer, 10), 0);
  output.textContent = Number.isNaN(total) ? output.dataset.gap : output.dataset.of.replace("#", total);
}

if (output) {
  form.addEventListener("change", show);
  show();
}
