"use strict";
(() => {
  // Cards print open; older browsers need to be told.
  addEventListener("beforeprint", () => {
    for (const d of document.querySelectorAll("details")) d.open = true;
  });
  // A link to a card opens it.
  const open = () => {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card && card.tagName === "DETAILS") card.open = true;
  };
  addEventListener("hashchange", open);
  open();
  const table = document.getElementById("rows");
  if (!table) return;
  const form = document.getElementById("filter");
  const search = document.getElementById("search");
  const answer = document.getElementById("answer");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const names = new Map(rows.map((row) => [row, fold(row.cells[0].textContent)]));
  const show = () => {
    const wanted = fold(search.value.trim());
    for (const row of rows) {
      const marks = [...row.cells].slice(2).map((cell) => cell.textContent.trim());
      const fits = !answer.value || marks.includes(answer.value);
      row.hidden = !(fits && names.get(row).includes(wanted));
    }
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", show);
  answer.addEventListener("change", show);
  const key = (row, column) =>
    column === 1 ? rows.indexOf(row) : fold(row.cells[column].textContent);
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = [...rows].sort((a, b) => {
        const [x, y] = [key(a, column), key(b, column)];
        return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
      });
      body.replaceChildren(...sorted);
    });
  });
})();
