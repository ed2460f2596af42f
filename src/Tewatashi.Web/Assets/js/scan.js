// Scanning without pause. A scanner types a code and Enter, and does not wait for a page. With this file the page stays while its answers are
// fetched, so no key is lost between two pages: a scan that comes early waits for its turn. Without it the form is posted as any other.
(() => {
  "use strict";

  // An answer that was replaced sooner than this has been read by nobody.
  const readableAfter = 3000;

  const queue = [];
  const unseen = [];
  const ran = new Set([...document.scripts].map((script) => script.src));
  let answeredAt = 0;
  let isSending = false;

  const field = () => document.querySelector("[data-tw-scan]");
  const isTypingElsewhere = () => {
    const active = document.activeElement;
    return Boolean(active && active !== field() && active.matches("input, select, textarea, [contenteditable]"));
  };

  const focus = () => {
    const input = field();
    if (input && document.activeElement !== input && !isTypingElsewhere()) input.focus({ preventScroll: true });
  };

  const showWaiting = () => {
    const box = field()?.closest(".tw-scan");
    if (!box) return;
    let line = box.querySelector(".tw-scan__waiting");
    if (!line) {
      line = document.createElement("p");
      line.className = "tw-scan__waiting";
      box.append(line);
    }
    line.textContent = queue.length > 0 ? box.dataset.twScanWaiting.replace("{0}", String(queue.length)) : "";
  };

  const showLost = () => {
    const box = field()?.closest(".tw-scan");
    const state = box?.querySelector("[role='status']");
    if (!state) return;
    state.className = "tw-scan__state tw-scan__state--error";
    const line = document.createElement("p");
    line.className = "tw-scan__heading";
    line.textContent = box.dataset.twScanLost;
    const codes = document.createElement("p");
    codes.className = "tw-scan__advice";
    codes.textContent = queue.splice(0).join("　");
    state.replaceChildren(line, codes);
  };

  // Whoever scans looks at the cards. What needed a hand and was gone at once stays below the field until somebody has seen it.
  const keepUnseen = () => {
    const state = document.querySelector(".tw-scan__state--error, .tw-scan__state--warning");
    if (!state || performance.now() - answeredAt > readableAfter) return;
    const heading = state.querySelector(".tw-scan__heading");
    const first = state.querySelector(".tw-scan__advice p");
    if (heading) unseen.push([...heading.childNodes].map((node) => node.textContent.trim()).join(" ") + (first ? ` ${first.textContent.trim()}` : ""));
  };

  const showUnseen = () => {
    const box = field()?.closest(".tw-scan");
    if (!box || unseen.length === 0) return;
    const heading = document.createElement("p");
    heading.className = "tw-scan__unseen-heading";
    heading.textContent = box.dataset.twScanUnseen.replace("{0}", String(unseen.length));
    const list = document.createElement("ul");
    for (const text of unseen) {
      const line = document.createElement("li");
      line.textContent = text;
      list.append(line);
    }
    const seen = document.createElement("button");
    seen.type = "button";
    seen.className = "tw-button tw-button--secondary";
    seen.textContent = box.dataset.twScanSeen;
    const whole = document.createElement("div");
    whole.className = "tw-scan__unseen";
    whole.append(heading, list, seen);
    seen.addEventListener("click", () => {
      unseen.length = 0;
      whole.remove();
      focus();
    });
    box.append(whole);
  };

  // A scan may lead to a page with a script of its own, which a parsed page does not run.
  const runScripts = (main) => {
    for (const script of main.querySelectorAll("script[src]")) {
      if (ran.has(script.src)) continue;
      ran.add(script.src);
      const fresh = document.createElement("script");
      for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
      fresh.async = false;
      document.head.append(fresh);
      script.remove();
    }
  };

  const take = (next, url) => {
    const main = next.querySelector("main");
    const typed = field()?.value ?? "";
    if (next.body.className !== document.body.className) {
      window.location.assign(url);
      return;
    }
    keepUnseen();
    // The live region stays the same element, for a new one is not read out.
    const state = document.querySelector(".tw-scan__state");
    document.title = next.title;
    document.querySelector("main").replaceChildren(...main.childNodes);
    const fresh = document.querySelector(".tw-scan__state");
    if (state && fresh && state.id === fresh.id) {
      const nodes = [...fresh.childNodes];
      state.className = fresh.className;
      state.replaceChildren();
      fresh.replaceWith(state);
      window.setTimeout(() => state.replaceChildren(...nodes), 50);
    }
    if (url !== window.location.href) window.history.replaceState(null, "", url);
    if (field()) field().value = typed;
    answeredAt = performance.now();
    showUnseen();
    runScripts(document.querySelector("main"));
    document.dispatchEvent(new Event("tw:page"));
    focus();
  };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    try {
      while (queue.length > 0) {
        const input = field();
        const form = input?.form;
        if (!form) break;
        const data = new FormData(form);
        data.set(input.name, queue[0]);
        const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), credentials: "same-origin" });
        const next = new DOMParser().parseFromString(await answer.text(), "text/html");
        // Without a page of ours nobody knows what became of the scan.
        if (answer.status >= 500 || !next.querySelector("main")) break;
        queue.shift();
        take(next, answer.url);
        showWaiting();
      }
    } catch {
      // The network is gone: told below with the codes that have no answer.
    } finally {
      isSending = false;
    }
    if (queue.length > 0) showLost();
  };

  document.addEventListener("submit", (event) => {
    const input = field();
    if (!input || event.target !== input.form) return;
    event.preventDefault();
    const code = input.value.trim();
    input.value = "";
    if (!code) return;
    queue.push(code);
    showWaiting();
    void send();
  }, true);

  // A key pressed anywhere but in another field belongs to the scan.
  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.altKey && !event.metaKey && event.key.length === 1 && !isTypingElsewhere()) focus();
  }, true);
  window.addEventListener("focus", focus);
  if (!document.querySelector("[data-tw-focus]")) focus();
})();
