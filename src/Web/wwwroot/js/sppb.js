// Shows the points of SPPB while times are typed or points chosen. The server works them out again; without this module nothing is lost.
const form = document.querySelector("form[data-sppb]");
const total = form?.querySelector("output[name=total]");

const chosen = name => form.querySelector(`input[name=${name}]:checked, select[name=${name}]`)?.value;

// Seconds with a comma or a point, rounded half up to hundredths as the server rounds them; null for nothing or nonsense.
function seconds(name) {
  const text = form.querySelector(`[name=${name}]`).value.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text + "e2")) / 100 : null;
}

// Four points below the first limit, one from the third on.
const band = (time, three, two, one) => time < three ? 4 : time < two ? 3 : time < one ? 2 : 1;

function balance() {
  const [stand, time] = [chosen("stand"), seconds("stand-time")];
  if (time === null || !stand || chosen("stood") !== "timed") return null;
  if (stand === "tandem") return time < 3 ? 2 : time < 10 ? 3 : 4;
  return stand === "semi-tandem" ? 1 : 0;
}

function gait() {
  if (chosen("walk") !== "timed") return chosen("walk") === "unable" ? 0 : null;
  const times = [seconds("walk1"), seconds("walk2")].filter(time => time > 0);
  if (times.length === 0) return null;
  const best = Math.min(...times);
  const course = form.querySelector("[name=course]").value;
  // The shortest course gives a speed; its points are those that are chosen, if any.
  if (course === "2.44") return chosen("gait") ? Number(chosen("gait")) : null;
  return course === "3" ? band(best, 3.62, 4.66, 6.53) : band(best, 4.82, 6.21, 8.71);
}

// Metres a second of the faster walk, which can be compared whatever the course.
function speed(output) {
  const times = chosen("walk") === "timed" ? [seconds("walk1"), seconds("walk2")].filter(time => time > 0) : [];
  const number = Number(form.querySelector("[name=course]").value) / Math.min(...times);
  output.textContent = times.length === 0 ? "" : output.dataset.of.replace("#", number.toFixed(2).replace(".", document.documentElement.lang === "en" ? "." : ","));
}

function chair() {
  if (chosen("rise") !== "timed") return chosen("rise") === "unable" ? 0 : null;
  const time = seconds("chair-time");
  return time === null || time === 0 ? null : time > 60 ? 0 : band(time, 11.2, 13.7, 16.7);
}

function show() {
  const byTimes = form.dataset.sppb === "times";
  const parts = byTimes ? { balance: balance(), gait: gait(), chair: chair() }
    : Object.fromEntries(["balance", "gait", "chair"].map(task => [task, chosen(task) === undefined || chosen(task) === "none" ? null : Number(chosen(task))]));
  for (const [task, points] of Object.entries(parts)) {
    const output = form.querySelector(`output[name=${task}-points]`);
    if (output) output.textContent = points === null ? "" : output.dataset.of.replace("#", points);
  }
  const walked = form.querySelector("output[name=speed]");
  if (walked) speed(walked);
  const all = Object.values(parts);
  total.textContent = all.includes(null) ? total.dataset.gap : total.dataset.of.replace("#", all.reduce((sum, points) => sum + points, 0));
}

if (total) {
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
