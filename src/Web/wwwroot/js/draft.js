// Sends what is typed in a form of a course to the server as a draft, and says so. Without this module the form is saved by its button alone.
const state = document.querySelector("[data-draft]");
const form = document.querySelector("main form[method=post]:not([data-no-draft])");
const pause = 800;
const again = 10_000;
let waiting, sending;

const say = text => state.textContent = text;

async function send() {
  clearTimeout(waiting);
  waiting = undefined;
  sending?.abort();
  sending = new AbortController();
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
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

if (state && form) {
  form.addEventListener("input", () => later(pause));
  form.addEventListener("change", () => later(pause));

  // What is saved, or thrown away, needs no draft: none may come after it.
  document.addEventListener("submit", () => {
    clearTimeout(waiting);
    waiting = undefined;
    sending?.abort();
  });
  addEventListener("pagehide", () => waiting && send());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && waiting && send());
}
