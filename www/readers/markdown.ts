/** Markdown to the text that it stands for. */

/** Lines that are marks alone: rules, fences, definitions of links, underlines of headings. */
const MARKS_ALONE = /^ {0,3}(?:([-*_])(?:[ \t]*\1){2,}[ \t]*|=+[ \t]*|-{2,}[ \t]*|(?:```|~~~).*|\[[^\]\n]+\]:[ \t]+\S+.*)$/gm;

export function markdownText(source: string): string {
  return source
    .replace(/\r\n?/g, "\n")
    .replace(/^---\n[\s\S]*?\n(?:---|\.\.\.)\n/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(MARKS_ALONE, "")
    .replace(/^ {0,3}(?:>[ \t]?)+/gm, "")
    .replace(/^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/gm, "$1\n")
    .replace(/^[ \t]*[-*+][ \t]+(?=\S)/gm, "")
    .replace(/!?\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g, "$1")
    .replace(/!?\[([^\]\n]+)\]\[[^\]\n]*\]/g, "$1")
    .replace(/<(https?:\/\/[^>\s]+)>/g, "$1")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/?[a-z][^>\n]*>/gi, "")
    .replace(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?!\*)/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/`+([^`\n]+)`+/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!~>|])/g, "$1")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
