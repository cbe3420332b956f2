// Sends what is typed in a form of a course to the server as a draft, and says so. Without this module the form is saved by its button alone.
const state = document.querySelector("[data-draft]");
const forms = [...document.querySelectorAll("main form[method=post]:not([data-no-draft])")];
const pause = 800;
const again = 10_000;
const token = "__RequestVerificationToken";
let waiting, sending;

const say = text => state.textContent = text;

async function send() {
  clearTimeout(waiting);
  waiting = undefined;
  sending?.abort();
  sending = new AbortController();
  const body = new URLSearchParams(forms.flatMap(form => [...new FormData(form)]).filter(([, value]) => typeof value === "string"));
  body.set(token, body.get(token));
  body.set("draft-path", state.dataset.path);
  try {
    const answer = await fetch(state.dataset.draft, { method: "POST", body, keepalive: true, redirect: "error", signal: sending.signal, headers: { Accept: "application/json" } });
    if (answer.ok || answer.status === 422 || answer.status === 413) {
      say((await answer.json()).text);
      return;
    }
    later(again);
    say(state.dataset.lost);
  } catch (fault) {
    if (fault.name !== "AbortError") {
      later(again);
      say(state.dataset.lost);
    }
  }
}

function later(time) {
  clearTimeout(waiting);
  waiting = setTimeout(send, time);
}

if (state && forms.length > 0) {
  for (const form of forms) {
    form.addEventListener("input", () => later(pause));
    form.addEventListener("change", () => later(pause));
  }

  // What is saved, or thrown away, needs no draft: none may come after it.
  document.addEventListener("submit", () => {
    clearTimeout(waiting);
    waiting = undefined;
    sending?.abort();
  });
  addEventListener("online", () => waiting && send());
  addEventListener("pagehide", () => waiting && send());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && waiting && send());
}
