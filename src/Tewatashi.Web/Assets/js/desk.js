// The times that the telephone desk shows follow what others book meanwhile. Without this file they are as old as the page.
(() => {
  "use strict";

  let source = null;

  const follow = () => {
    source?.close();
    const seats = document.querySelector("[data-tw-seats]");
    if (!seats || !window.EventSource) return;
    const state = document.querySelector("[data-tw-seats-state]");
    source = new EventSource(seats.dataset.twSeats);
    source.addEventListener("message", (event) => {
      let lost = false;
      for (const { value, text, gone } of JSON.parse(event.data)) {
        const input = seats.querySelector(`input[value='${CSS.escape(value)}']`);
        const words = input?.closest("label")?.querySelector(".tw-choice__text");
        if (!words) continue;
        if (words.textContent !== text) words.textContent = text;
        lost ||= gone && input.checked;
      }
      const said = lost ? state.dataset.twLost : "";
      if (state.textContent !== said) state.textContent = said;
    });
    // Refused for good, such as after the end of the session: the form says why when it is sent.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) state.textContent = state.dataset.twOld;
    });
  };

  document.addEventListener("tw:page", follow);
  window.addEventListener("pagehide", () => source?.close());
  follow();
})();
