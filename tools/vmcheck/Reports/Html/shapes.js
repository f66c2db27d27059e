// SPDX-License-Identifier: GPL-2.0-only

/** What is drawn over a colour, on tiles of 6 by 6. */
const hatches = {
  lazy: "M-1 7L7 -1M-1 1L1 -1M5 7L7 5",
  guard: "M1 1h1M4 4h1",
  wrong: "M0 0L6 6M0 6L6 0",
};

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
    ["area guard", "guard page"], ["run", "mapped"], ["run device", "maps a device"],
    ["run freed", "maps a free frame"], ["run wrong", "mapped where nothing may be"],
  ];
  return element("ul", { class: "legend" }, ...kinds.map(([kind, meaning]) => element("li", {},
    shape("svg", { width: 18, height: 12, "aria-hidden": "true" },
      filled(number, kind, { x: 0.5, y: 0.5, width: 17, height: 11 })),
    ` ${meaning}`)));
}
