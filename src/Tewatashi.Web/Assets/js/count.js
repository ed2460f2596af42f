// Counting where the network comes and goes. Each scan gets an id of its own and is kept in this browser until the server has answered for
// it; what waits is sent again by itself. The id makes a scan that arrives twice count once. Only a label's number is ever kept: anything
// else, such as a number from the card itself, is refused here and never stored.
(() => {
  "use strict";

  const key = (count) => `tewatashi-count-${count}`;
  const read = (count) => {
    try {
      return JSON.parse(window.localStorage.getItem(key(count)) ?? "[]");
    } catch {
      return [];
    }
  };
  const write = (count, scans) => {
    if (scans.length > 0) window.localStorage.setItem(key(count), JSON.stringify(scans));
    else window.localStorage.removeItem(key(count));
  };
  const shown = (serial) => `${serial.slice(0, 3)}-${serial.slice(3)}`;

  // What the count no longer took stays visible until somebody has seen it.
  const left = document.querySelector("[data-tw-count-left]");
  if (left && read(left.dataset.twCountLeft).length > 0) {
    const line = document.createElement("p");
    line.textContent = `${left.dataset.twCountHeading}: ${read(left.dataset.twCountLeft).map((scan) => shown(scan.serial)).join("、")}`;
    const seen = document.createElement("button");
    seen.type = "button";
    seen.className = "tw-button tw-button--secondary";
    seen.textContent = left.dataset.twCountSeen;
    seen.addEventListener("click", () => {
      write(left.dataset.twCountLeft, []);
      left.replaceChildren();
    });
    left.setAttribute("role", "alert");
    left.append(line, seen);
  }

  const form = document.querySelector("form[data-tw-count]");
  if (!form) return;
  const count = form.dataset.twCount;
  const input = form.querySelector("[data-tw-scan]");
  const state = form.querySelector("[role='status']");
  const waiting = document.createElement("p");
  waiting.className = "tw-scan__waiting";
  waiting.setAttribute("role", "status");
  form.querySelector(".tw-scan").append(waiting);
  let isSending = false;
  let isOver = false;

  const say = (tone, text, detail) => {
    state.className = `tw-scan__state tw-scan__state--${tone}`;
    const heading = document.createElement("p");
    heading.className = "tw-scan__heading";
    heading.textContent = text;
    const advice = document.createElement("p");
    advice.className = "tw-scan__advice";
    advice.textContent = detail ?? "";
    state.replaceChildren(heading, ...(detail ? [advice] : []));
  };
  const showWaiting = () => {
    const number = read(count).length;
    waiting.textContent = number > 0 ? form.dataset.twCountWaiting.replace("{0}", String(number)) : "";
  };

  const newId = () => {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };
  const serials = (text) => {
    const code = text.normalize("NFKC").toUpperCase().trim();
    const labels = [...code.matchAll(/TW[:+;'*]C[:+;'*]([0-9A-Z]{3})-?([0-9]{6})(?![0-9])/g)].map((match) => match[1] + match[2]);
    if (labels.length > 0) return labels;
    const typed = /^([0-9A-Z]{3})[-‐−ー]?([0-9]{6})$/.exec(code);
    return typed ? [typed[1] + typed[2]] : [];
  };

  const send = async () => {
    if (isSending || isOver) return;
    isSending = true;
    const stop = new AbortController();
    const late = window.setTimeout(() => stop.abort(), 15000);
    try {
      for (let scans = read(count).slice(0, 200); scans.length > 0; scans = read(count).slice(0, 200)) {
        const data = new FormData(form);
        data.delete(input.name);
        data.set("Sent", scans.map((scan) => `${scan.id} ${scan.serial}`).join("\n"));
        const answer = await fetch(form.dataset.twCountUrl, { method: "POST", body: new URLSearchParams(data), credentials: "same-origin", signal: stop.signal });
        if (answer.status >= 500) break;
        if (!(answer.headers.get("content-type") ?? "").includes("json")) {
          say("error", form.dataset.twCountAgain);
          break;
        }
        const told = await answer.json();
        if (!told.taken) {
          isOver = true;
          say("error", form.dataset.twCountOver, read(count).map((scan) => shown(scan.serial)).join("、"));
          break;
        }
        const done = new Set(scans.map((scan) => scan.id));
        write(count, read(count).filter((scan) => !done.has(scan.id)));
        document.querySelector("[data-tw-count-labels]").textContent = String(told.labels);
      }
    } catch {
      // The network is away: what waits is sent with the next scan, when it is back, or in a moment.
    } finally {
      window.clearTimeout(late);
      isSending = false;
      showWaiting();
    }
  };

  // On the window, so that it comes before the ordinary scanning script.
  window.addEventListener("submit", (event) => {
    if (event.target.matches("[data-tw-count-end]") && read(count).length > 0 && !isOver) {
      event.preventDefault();
      event.stopPropagation();
      say("error", form.dataset.twCountWait);
      void send();
      return;
    }
    if (event.target !== form) return;
    event.preventDefault();
    event.stopPropagation();
    const text = input.value;
    input.value = "";
    if (!text.trim()) return;
    const found = serials(text);
    if (found.length === 0) {
      say("error", form.dataset.twCountNotLabel);
      return;
    }
    write(count, [...read(count), ...found.map((serial) => ({ id: newId(), serial }))]);
    say("success", form.dataset.twCountScanned.replace("{0}", found.map(shown).join("、")));
    showWaiting();
    void send();
  }, true);

  window.addEventListener("online", () => void send());
  window.setInterval(() => {
    if (read(count).length > 0) void send();
  }, 5000);
  showWaiting();
  void send();
})();
