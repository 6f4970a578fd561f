/** Which way a piece of text runs: by most of its letters, as a first name in another script turns nothing round. */

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTER = /\p{L}/gu;

/** `rtl` where most letters are of scripts that run from right to left. */
export function direction(text: string): "ltr" | "rtl" {
  const rtl = text.match(RTL)?.length ?? 0;
  return rtl > 0 && 2 * rtl > (text.match(LETTER)?.length ?? 0) ? "rtl" : "ltr";
}
