// What a translator gives back, cut down to what the sample in translate.md needs.
export const LABELS = { kinds: { person: "Personen", figure: "Opferzahlen" } };
export const MESSAGES = {};
