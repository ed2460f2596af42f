// The board of today follows the office by itself. Without this file it is a page that is opened anew.
(() => {
  "use strict";

  const board = document.querySelector("[data-tw-board]");
  if (!board || !window.EventSource) return;
  const state = document.querySelector("[data-tw-board-state]");

  const drawRow = (row, template) => {
    const line = document.createElement("tr");
    row.cells.forEach((text, index) => {
      const cell = document.createElement(index === 0 ? "th" : "td");
      if (index === 0) {
        cell.scope = "row";
        cell.className = "tw-number";
      }
      cell.textContent = text;
      line.append(cell);
    });
    if (template) {
      const cell = document.createElement("td");
      cell.className = "tw-no-print";
      cell.append(template.content.cloneNode(true));
      cell.querySelector("[name='Visit']").value = row.visit;
      cell.querySelector("button").setAttribute("aria-label", `${row.cells[0]} を呼び出す`);
      line.append(cell);
    }
    return line;
  };

  const draw = (table) => {
    const section = board.querySelector(`[data-tw-board-table='${table.key}']`);
    const held = section.contains(document.activeElement) ? document.activeElement.closest("tr")?.querySelector("[name='Visit']")?.value : null;
    const template = section.querySelector("template");
    section.querySelector("h2").textContent = table.caption;
    section.querySelector("caption").textContent = table.caption;
    section.querySelector("p").hidden = table.rows.length > 0;
    section.querySelector("p + div").hidden = table.rows.length === 0;
    section.querySelector("tbody").replaceChildren(...table.rows.map((row) => drawRow(row, template)));
    // Who was about to press a button still is.
    if (held) section.querySelector(`[name='Visit'][value='${CSS.escape(held)}']`)?.closest("form").querySelector("button").focus({ preventScroll: true });
  };

  const source = new EventSource(board.dataset.twBoard);
  source.addEventListener("message", (event) => {
    const { at, board: news } = JSON.parse(event.data);
    document.querySelector("[data-tw-board-at]").textContent = at;
    document.querySelector("[data-tw-board-median]").textContent = news.median;
    news.tables.forEach(draw);
    state.textContent = "";
  });
  source.addEventListener("error", () => {
    if (state.textContent !== state.dataset.twLost) state.textContent = state.dataset.twLost;
    // Refused for good, such as after the end of the session: the page says why.
    if (source.readyState === EventSource.CLOSED) window.setTimeout(() => window.location.reload(), 5000);
  });
  window.addEventListener("pagehide", () => source.close());
})();
