// SPDX-License-Identifier: GPL-2.0-only

/**
 * The contrast of every text that is seen: of an ordinary one against what its elements are painted
 * on, of a text in a drawing against the shape that lies under it.
 */
() => {
  const part = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below, share = 1) => {
    const a = top.a * share;
    return { r: top.r * a + below.r * (1 - a), g: top.g * a + below.g * (1 - a),
      b: top.b * a + below.b * (1 - a), a: 1 };
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const painted = (element) => {
    const chain = [];
    for (let one = element; one !== null; one = one.parentElement) {
      chain.unshift(one);
    }

    return chain.map((one) => part(getComputedStyle(one).backgroundColor))
      .reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const under = (text) => {
    text.scrollIntoView({ block: "center" });
    const { x, y, width, height } = text.getBoundingClientRect();
    const shape = document.elementsFromPoint(x + width / 2, y + height / 2)
      .find((one) => one.tagName === "rect" && getComputedStyle(one).fill.startsWith("rgb"));
    const paper = painted(text);
    return shape === undefined ? paper : over(part(getComputedStyle(shape).fill), paper);
  };
  const opacity = (element) => element === null ? 1
    : getComputedStyle(element).opacity * opacity(element.parentElement);
  const faint = [];
  let seen = 0;
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].filter((one) => one.nodeType === 3)
      .map((one) => one.data.trim()).join("");
    if (text === "" || !element.checkVisibility() || element.getBoundingClientRect().width < 2) {
      continue;
    }

    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const below = isDrawn ? under(element) : painted(element);
    const ink = over(part(isDrawn ? style.fill : style.color), below, opacity(element));
    const [high, low] = [light(ink), light(below)].sort((a, b) => b - a);
    const contrast = (high + 0.05) / (low + 0.05);
    seen++;
    if (contrast < 4.5) {
      faint.push(`${contrast.toFixed(2)} ${element.tagName}: ${text.slice(0, 40)}`);
    }
  }
  return [`${seen}`, ...faint];
}
