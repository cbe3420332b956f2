// Shows a mean or a sum, and its change since the start, while numbers are typed. The server works them out again; without this module nothing is lost.
// An output names its fields by data-over; the fields carry the same in data-total, and what they held at the start in data-start.
const outputs = [...document.querySelectorAll("output[data-over]")];

// A number with a comma or a point; null for nothing or nonsense.
function number(text) {
  const plain = (text ?? "").replace(/\s/g, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const sum = numbers => numbers.reduce((total, each) => total + each, 0);
// As the server writes it: one decimal, with a comma but in English, and a sign before a change.
function words(value, output) {
  const size = (Math.round((Math.abs(value) + Number.EPSILON) * 10) / 10).toFixed(1);
  const sign = output.dataset.how !== "change" || Number(size) === 0 ? "" : value < 0 ? "\u2212" : "+";
  return sign + (document.documentElement.lang === "en" ? size : size.replace(".", ","));
}

function worth(output) {
  const fields = [...document.querySelectorAll(`input[data-total=${output.dataset.over}]`)].map(field => ({ now: number(field.value), before: number(field.dataset.start) }));
  if ("start" in output.dataset || output.dataset.how === "sum") {
    if (fields.every(field => field.now === null)) return null;
    return sum(fields.map(field => field.now ?? 0)) - (output.dataset.how === "change" ? number(output.dataset.start) : 0);
  }
  const counted = fields.filter(field => field.now !== null && (output.dataset.how === "mean" || field.before !== null));
  return counted.length === 0 ? null : sum(counted.map(field => field.now - (output.dataset.how === "change" ? field.before : 0))) / counted.length;
}

function show() {
  for (const output of outputs) {
    const value = worth(output);
    output.textContent = output.dataset.of.replace("#", value === null ? output.dataset.gap : words(value, output));
  }
}

if (outputs.length > 0) {
  document.addEventListener("input", show);
  show();
}
