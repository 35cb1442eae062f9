// Reloads the page when the guide was rebuilt, and shows what the build found.
// Served by `studyguide serve` alone: a published site holds none of this.

/** @typedef {{ severity: "error" | "warning" | "note", text: string }} Finding */
/** @typedef {{ version: string, failure: string | null, findings: Finding[] }} Status */

const version = new URL(import.meta.url).searchParams.get("version");
const DISMISSED = "studyguide:dismissed-findings";

/** What the build found, at the foot of the page. */
class BuildFindings extends HTMLElement {
  /** @type {HTMLElement} */ #body;

  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const style = element("link", { rel: "stylesheet", href: new URL("findings.css", import.meta.url).href });
    this.#body = element("section", { "aria-label": "Findings of the build" });
    this.#body.hidden = true;
    root.append(style, this.#body);
  }

  /** @param {Status} status */
  show(status) {
    const key = JSON.stringify([status.failure, status.findings]);
    const empty = !status.failure && status.findings.length === 0;
    if (empty || sessionStorage.getItem(DISMISSED) === key) {
      this.#body.hidden = true;
      this.#body.replaceChildren();
      return;
    }
    const details = element("details", {});
    details.open = Boolean(status.failure);
    details.append(element("summary", {}, heading(status)), ...texts(status).map((text) => element("pre", { tabindex: "0" }, text)));
    const dismiss = element("button", { type: "button" }, "Dismiss");
    dismiss.addEventListener("click", () => {
      sessionStorage.setItem(DISMISSED, key);
      this.#body.hidden = true;
    });
    const live = element("div", { role: status.failure ? "alert" : "status" });
    this.#body.className = status.failure ? "failure" : "findings";
    this.#body.hidden = false;
    this.#body.replaceChildren(live);
    live.append(details, dismiss);
  }
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 */
function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** @param {Status} status */
function texts(status) {
  return status.failure ? [status.failure] : status.findings.map((finding) => finding.text);
}

/** @param {Status} status */
function heading({ failure, findings }) {
  if (failure) return "The guide could not be built; this is the page of the last build";
  const count = (/** @type {string} */ severity) => findings.filter((finding) => finding.severity === severity).length;
  return ["error", "warning", "note"]
    .map((severity) => [count(severity), severity])
    .filter(([number]) => number)
    .map(([number, severity]) => `${number} ${severity}${number === 1 ? "" : "s"}`)
    .join(", ");
}

customElements.define("build-findings", BuildFindings);
const findings = /** @type {BuildFindings} */ (document.createElement("build-findings"));
document.body.append(findings);

/** @type {EventSource | undefined} */
let events;

function listen() {
  events = new EventSource(new URL("events", import.meta.url));
  events.addEventListener("build", (event) => {
    const status = /** @type {Status} */ (JSON.parse(event.data));
    if (status.version === version) findings.show(status);
    else location.reload();
  });
}

// A browser opens only a few connections to one host, so pages that nobody looks at keep none.
function follow() {
  const seen = document.visibilityState === "visible";
  if (seen && !events) listen();
  if (!seen) {
    events?.close();
    events = undefined;
  }
}

document.addEventListener("visibilitychange", follow);
window.addEventListener("pagehide", () => events?.close());
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
follow();
