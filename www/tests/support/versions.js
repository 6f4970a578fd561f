// What a comparison found, a line a change.

/** @param {import("newsmark/compare").Comparison} comparison */
export function itemsOf({ earlier, later, changes }) {
  const words = (/** @type {import("newsmark").Lookup} */ lookup, /** @type {string | null} */ id, /** @type {string} */ about) => {
    const item = lookup.item(id);
    if (item === null || id === null) return "-";
    if (item.type === "entity") return item.entity.name;
    if (about === "source") {
      const sayer = lookup.sayer(id);
      return sayer ? lookup.words(sayer) : "-";
    }
    return lookup.places(id).map((place) => lookup.words(place)).join(" … ");
  };
  return changes.map(({ about, earlier: a, later: b, aspects }) => `${about} ${aspects.join(",") || (a === null ? "added" : "dropped")}: ${words(earlier, a, about)} > ${words(later, b, about)}`);
}
