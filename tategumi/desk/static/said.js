// What the page says, elements that hold text and never markup, and requests to the desk.

const strings = JSON.parse(document.getElementById("strings").textContent);

export function say(name, values = {}) {
  const text = strings[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

export const by = (id) => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child || child === 0));
  return made;
}

export const button = (name, onclick, more = {}) =>
  element("button", { type: "button", "data-click": name, onclick, ...more }, say(name));

export function announce(text) {
  by("status").textContent = text;
}

// A request was refused: its status, and what the desk says about it.
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.reason ? say(answer.reason) : (answer.message ?? say("failed")));
    this.status = status;
    this.answer = answer;
  }
}

// The desk does not answer at all.
export class Lost extends Error {}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new Lost(say("lost"));
  }
  if (response.status === 403) throw new Refusal(403, { message: say("closed") });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}

export const get = (path, query = {}) => {
  const asked = new URLSearchParams(query).toString();
  return ask(asked ? `${path}?${asked}` : path);
};

const sending = (method) => (path, content = {}) =>
  ask(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(content),
  });

export const post = sending("POST");
export const put = sending("PUT");
