// Shows the total of a screen of numbers while they are chosen. The server works it out again; without this module nothing is lost.
const form = document.querySelector("form[data-sum]");
const output = form?.querySelector("output[name=total]");

function show() {
  const fields = [...form.querySelectorAll("select, input[inputmode=numeric]")].map(field => field.value.trim());
  const gap = fields.some(text => !/^\d+$/.test(text));
  const sum = fields.reduce((total, text) => total + Number(text), 0) * Number(form.dataset.sum);
  output.textContent = gap ? output.dataset.gap : output.dataset.of.replace("#", sum);
}

if (output) {
  form.addEventListener("input", show);
  show();
}
