const PARTS = /^[0-9a-f]{1,2}(?:([:.])[0-9a-f]{1,2}(?:\1[0-9a-f]{1,2}){4})$/i;

/**
 * Reads a link-level (MAC) address in the forms of BSD tools, without leading zeros and with colons or dots
 * (`1:0:5e:0:0:fb`, `ff.ff.ff.ff.ff.ff`, macos-facts §3.4), and returns it as `01:00:5e:00:00:fb`; null for anything else.
 */
export function canonicalLinkAddress(text: string): string | null {
  if (!PARTS.test(text)) return null;
  const parts = text.toLowerCase().split(/[:.]/);
  return parts.map((part) => part.padStart(2, "0")).join(":");
}
