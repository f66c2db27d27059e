// SPDX-License-Identifier: GPL-2.0-only
// The names of all colours of the page's style that the history is painted in.
(() => {
  const canvas = document.querySelector(".history canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) {
    seen.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
  }

  const brush = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(canvas);
  return ["hole", "live", "live-ink", "lazy", "lazy-ink", "reserved", "wrong", "ink"]
    .filter((name) => {
      brush.fillStyle = style.getPropertyValue(`--${name}`);
      brush.fillRect(0, 0, 1, 1);
      return seen.has([...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).join(" "));
    });
})()
