// SPDX-License-Identifier: GPL-2.0-only

/**
 * Each change with its sign: what went and came back otherwise is one change.
 * @param isSame whether two things are one before and after
 */
function signed({ born, died }, isSame) {
  const change = (one) => {
    const old = died.find((other) => isSame(one, other));
    return { sign: old === undefined ? "+" : "~", one, old };
  };
  return [
    ...born.map(change),
    ...died.filter((one) => !born.some((other) => isSame(other, one)))
      .map((one) => ({ sign: "−", one })),
  ].sort((one, other) => one.one.start - other.one.start);
}

/** An area is the same as long as it keeps its range. */
function isSameRange(one, other) {
  return one.start === other.start && one.end === other.end;
}

/** Pages that are mapped before and after are mapped otherwise. */
function overlaps(one, other) {
  return one.start < other.end && other.start < one.end;
}

/** What an area is now that it was not before. */
function became(old, now) {
  const told = [];
  if (old.state !== now.state) {
    told.push(`${old.state} → ${now.state}`);
  }

  if (old.name !== now.name) {
    told.push(`now ${now.name}`);
  }

  if (old.told !== now.told) {
    told.push(now.told === "" ? "off vmlist" : now.told);
  }

  return told.join(", ") || now.state;
}
