"use strict";
// Only hides and shows what the page holds anyway.
(function () {
  const form = document.querySelector("[data-filter]");
  const items = Array.from(document.querySelectorAll("[data-item]"));
  if (!form || items.length === 0) {
    return;
  }
  const groups = Array.from(document.querySelectorAll("[data-group]"));
  const counted = items.filter(function (item) {
    return item.dataset.item !== "attribute";
  });
  const texts = new Map();
  const output = form.querySelector("output");
  let waiting = 0;

  function text(item) {
    if (!texts.has(item)) {
      texts.set(item, item.textContent.toLowerCase());
    }
    return texts.get(item);
  }

  function matches(item, chosen, words) {
    return (
      chosen.every(function (select) {
        return item.dataset[select.name] === select.value;
      }) &&
      words.every(function (word) {
        return text(item).includes(word);
      })
    );
  }

  function filter() {
    const chosen = Array.from(form.querySelectorAll("select")).filter(function (select) {
      return select.value !== "";
    });
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    items.forEach(function (item) {
      item.hidden = !matches(item, chosen, words);
    });
    groups.forEach(function (group) {
      group.hidden = group.querySelector("[data-item]:not([hidden])") === null;
    });
    const shown = counted.filter(function (item) {
      return !item.hidden;
    });
    output.textContent = shown.length + " of " + counted.length + " shown";
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 100);
  }

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.hidden = false;
  filter();
})();
