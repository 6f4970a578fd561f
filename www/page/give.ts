/** Gives results away: to the clipboard, to a file. */

import { tableOf } from "newsmark/elements";

/** Copies rows as a table; false where the browser does not let the page. */
export async function copyTable(rows: readonly (readonly string[])[]): Promise<boolean> {
  const { text, html } = tableOf(rows);
  const forms = { "text/plain": text, "text/html": html };
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })])))]);
    return true;
  } catch {
    return copyByCommand(forms);
  }
}

/** The older way, which needs no permission. */
function copyByCommand(forms: Record<string, string>): boolean {
  const onCopy = (event: ClipboardEvent) => {
    for (const [type, form] of Object.entries(forms)) event.clipboardData?.setData(type, form);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", onCopy, { capture: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", onCopy, { capture: true });
  return done;
}

/** The rows of comma-separated values (RFC 4180). */
export function rowsOf(csv: string): string[][] {
  const cells = csv.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/g);
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain = "", end] of cells) {
    if (whole === "") break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Saves `content` as a file of the reader's. */
export function save(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the content after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name from the first words of a text. */
export function fileName(text: string, ending: string): string {
  const first = text.trim().split("\n", 1)[0] ?? "";
  const slug = first
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .split("-")
    .filter(Boolean)
    .slice(0, 8)
    .join("-");
  return `${slug || "article"}.${ending}`;
}
