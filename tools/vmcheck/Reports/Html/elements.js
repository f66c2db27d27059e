// SPDX-License-Identifier: GPL-2.0-only

/** Longer lists lose their end. */
const longestList = 60;

/** An element with attributes and children; texts are texts, never markup. */
function element(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** The same of a drawing. */
function shape(name, attributes = {}, ...children) {
  return furnish(
    document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function furnish(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }

  made.append(...children);
  return made;
}

const signNames = { "+": "added", "−": "removed", "~": "changed" };

/** A sign in front of a line, spoken as a word. */
function signOf(sign) {
  return element("span", { class: `sign ${signNames[sign] ?? "same"}`, role: "img",
    ...(sign === "" ? { "aria-hidden": "true" } : { "aria-label": signNames[sign] }) }, sign);
}

/** Lines, each a text or a sign and a text. */
function listOf(kind, lines, none, most = longestList) {
  if (lines.length === 0) {
    return element("p", { class: "none" }, none);
  }

  const items = lines.slice(0, most).map((line) => element("li", {},
    ...(line.length === 2 ? [signOf(line[0]), line[1]] : line)));
  if (lines.length > most) {
    items.push(element("li", { class: "none" }, `${lines.length - most} more`));
  }

  return element(kind, { class: "lines" }, ...items);
}
