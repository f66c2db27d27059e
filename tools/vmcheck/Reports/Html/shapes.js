// SPDX-License-Identifier: GPL-2.0-only

/** A rectangle; what a colour alone would tell is also told by a pattern. */
function filled(number, kind, place) {
  const pattern = /lazy|guard|wrong/.exec(kind)?.[0];
  const solid = shape("rect", { ...place, class: kind });
  return pattern === undefined ? solid : shape("g", {}, solid,
    shape("rect", { ...place, fill: `url(#${pattern}-${number})` }));
}

/** What the patterns of the address space mean. */
function legend(number) {
  const kinds = [
    ["area live", "live"], ["area lazy", "lazily freed"], ["area reserved", "reserved"],
    ["area guard", "guard page"], ["run", "mapped"], ["run freed", "maps a free frame"],
    ["run wrong", "mapped where nothing may be"],
  ];
  return element("ul", { class: "legend" }, ...kinds.map(([kind, meaning]) => element("li", {},
    shape("svg", { width: 18, height: 12, "aria-hidden": "true" },
      filled(number, kind, { x: 0.5, y: 0.5, width: 17, height: 11 })),
    ` ${meaning}`)));
}
