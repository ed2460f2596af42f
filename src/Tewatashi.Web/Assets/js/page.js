// Comfort only: every page works without this file.
(() => {
  "use strict";

  // What the page reports takes the focus, so that it is read first.
  const focusFirst = () => {
    const target = document.querySelector("[data-tw-focus]");
    if (target) target.focus();
  };

  // A live region is read out only when its text changes after the page has appeared.
  const announce = () => {
    for (const region of document.querySelectorAll("[data-tw-announce]")) {
      const nodes = [...region.childNodes];
      if (!region.textContent.trim()) continue;
      region.replaceChildren();
      window.setTimeout(() => region.replaceChildren(...nodes), 100);
    }
  };

  // A link of the error summary to a group of inputs leads into the group.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".tw-error-summary a[href^='#']") : null;
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const input = target.matches("fieldset") ? target.querySelector("[aria-invalid='true'], input:checked, input, select, textarea") : target;
    (target.querySelector("legend") || document.querySelector(`label[for="${CSS.escape(target.id)}"]`) || target).scrollIntoView();
    (input || target).focus({ preventScroll: true });
  });

  // A form is sent once. The server repeats the first outcome anyway; this spares the wait. A form that downloads is free again soon.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset.twSent) {
      event.preventDefault();
      return;
    }
    form.dataset.twSent = "yes";
    window.setTimeout(() => release(form), 8000);
    for (const button of form.querySelectorAll("button:not([type='button'])")) button.setAttribute("aria-disabled", "true");
  });
  const release = (form) => {
    delete form.dataset.twSent;
    for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  };
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-tw-sent]").forEach(release);
  });

  // A table that fits needs no stop of the keyboard.
  const measureTables = () => {
    for (const frame of document.querySelectorAll("[data-tw-scroll]")) {
      if (frame.scrollWidth > frame.clientWidth) frame.setAttribute("tabindex", "0");
      else frame.removeAttribute("tabindex");
    }
  };
  window.addEventListener("resize", measureTables);

  // Counts from the server's remaining seconds, by a clock that no one can set.
  const startCountdowns = () => {
    for (const box of document.querySelectorAll("[data-tw-countdown]")) {
      const end = performance.now() + Number(box.dataset.twCountdown) * 1000;
      const warnBefore = Number(box.dataset.twWarnBefore) * 1000;
      const warning = box.querySelector(".tw-countdown__warning");
      const tick = () => {
        const left = end - performance.now();
        if (left <= 0) {
          say(warning, box.dataset.twEnded);
          box.classList.add("tw-countdown--ended");
          return;
        }
        if (left <= warnBefore) {
          say(warning, box.dataset.twWarning.replace("{0}", String(Math.ceil(left / 60000))));
          box.classList.add("tw-countdown--soon");
        }
        window.setTimeout(tick, Math.min(1000, left));
      };
      tick();
    }
  };

  // Goes on with the session without leaving the page: what was typed stays. Without this the link opens another tab, to the same end.
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-tw-stay]") : null;
    if (!link) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("a[data-tw-stay]")?.closest("[data-tw-countdown]");
      if (!fresh) throw new Error("signed out");
      link.closest("[data-tw-countdown]").replaceWith(document.importNode(fresh, true));
      startCountdowns();
      document.querySelector("a[data-tw-stay]").focus({ preventScroll: true });
    } catch {
      window.open(link.href, "_blank", "noopener");
    }
  });
  const say = (element, text) => {
    if (element && element.textContent !== text) element.textContent = text;
  };

  // F2 leads to the search box. It is no character, so it disturbs neither scanner nor screen reader.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2" || event.ctrlKey || event.altKey || event.metaKey) return;
    const box = document.querySelector("[data-tw-search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  const prepare = () => {
    measureTables();
    startCountdowns();
    focusFirst();
  };
  document.addEventListener("tw:page", prepare);
  prepare();
  announce();
})();
