// What was typed and not taken by the server: it stays in the page, and in this window until it is sent or thrown away.
const texts = document.getElementById("held");
const token = "__RequestVerificationToken";
const key = form => `held ${location.pathname}${location.search} ${[...document.forms].indexOf(form)}`;

export const kept = form => sessionStorage.getItem(key(form));

export function keep(form) {
  const typed = [...new FormData(form)].filter(([name, value]) => name !== token && typeof value === "string");
  sessionStorage.setItem(key(form), JSON.stringify(typed));
}

// Who signs out leaves nothing behind on a phone that others use too.
export function forget(form) {
  if (form.getAttribute("action") === "/sign-out") {
    sessionStorage.clear();
  } else {
    sessionStorage.removeItem(key(form));
  }
}

export function fill(form) {
  const typed = JSON.parse(kept(form));
  for (const field of form.elements) {
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = values.includes(field.value);
    } else if (values.length > 0 && field.type !== "file" && field.type !== "submit") {
      field.value = values[0];
    }
  }
}

// Says beside the form that it is not sent, why, and offers to send it again.
export function say(form, why, again, signIn) {
  keep(form);
  form.querySelector(".held")?.remove();
  const box = texts.content.firstElementChild.cloneNode(true);
  const [send, remove] = box.querySelectorAll("button");
  const link = box.querySelector("a");
  box.querySelector("p").textContent = texts.dataset[why] ?? why;
  if (signIn) {
    link.href = signIn;
  } else {
    link.remove();
  }

  send.addEventListener("click", again);
  remove.addEventListener("click", () => {
    forget(form);
    location.reload();
  });
  form.append(box);
  box.scrollIntoView({ block: "nearest" });
}

// A browser shows a day in its own language; beside it the day stands in the language of the page.
const months = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
document.addEventListener("input", ({ target }) => {
  const said = target.type === "date" && target.parentElement.querySelector("[data-date]");
  if (said) {
    said.textContent = target.valueAsDate ? months.format(target.valueAsDate) : "";
  }
});

addEventListener("online", () => {
  for (const box of document.querySelectorAll(".held")) {
    box.querySelector("p").textContent = texts.dataset.online;
  }
});
