// Sends forms without leaving the page: it goes where the server leads, puts a refused form in its place with no step in the history, and
// keeps what was typed until the server has said yes. Without this module the browser sends the forms itself.
import { kept, forget, fill, say } from "./held.js";

const token = "__RequestVerificationToken";
const nonce = document.querySelector("script[nonce]").nonce;
let drawn = 0;
document.addEventListener("submit", event => {
  const form = event.target;
  if (!event.defaultPrevented && form.getAttribute("method") === "post") {
    event.preventDefault();
    send(form, event.submitter);
  }
});

async function send(form, submitter) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const hasFiles = form.getAttribute("enctype") === "multipart/form-data";
  const data = new FormData(form, submitter);
  const hold = (why, back) => say(form, why, () => send(form, submitter), back);
  try {
    const answer = await fetch(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href, {
      method: "POST", body: hasFiles ? data : new URLSearchParams(data), redirect: "error", headers: { "X-Form": "1", Accept: "text/html" },
      signal: hasFiles ? undefined : AbortSignal.timeout(20_000),
    });
    const to = answer.headers.get("Location");
    const page = answer.status === 204 ? undefined : new DOMParser().parseFromString(await answer.text(), "text/html");
    if (to?.startsWith("/sign-in?")) {
      hold("signedOut", to);
      addEventListener("focus", () => renew(form), { once: true });
    } else if (answer.status === 204) {
      forget(form);
      go(to);
    } else if (answer.status === 200 || ([409, 422].includes(answer.status) && page.querySelector("main form"))) {
      forget(form);
      show(page);
    } else {
      hold(answer.status < 500 && page.querySelector("main h1")?.textContent || "failed");
    }
  } catch {
    hold("offline");
  } finally {
    form.ariaBusy = null;
  }
}

// Whoever has signed in in another window sends the form with a token of theirs.
async function renew(form) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  form.elements[token].value = page.querySelector(`[name=${token}]`)?.value ?? form.elements[token].value;
}

function go(to) {
  const url = new URL(to, location.href);
  if (url.pathname + url.search === location.pathname + location.search) {
    history.replaceState(null, "", url);
    location.reload();
  } else {
    location.assign(url);
  }
}

function show(page) {
  const scripts = [...page.querySelectorAll("script[src]")].map(script => script.getAttribute("src")).filter(src => !/(submit|chart-tips)\.js$/.test(src));
  document.title = page.title;
  document.body.replaceWith(page.body);
  drawn++;
  document.head.append(...scripts.map(src => Object.assign(document.createElement("script"), { type: "module", src: `${src}?${drawn}`, nonce })));
  scrollTo(0, 0);
  document.querySelector("[autofocus], [role=alert], h1")?.focus();
}

for (const form of [...document.querySelectorAll("main form[method=post]")].filter(kept)) {
  fill(form);
  say(form, "there", () => send(form));
}
