import type { Pseudonyms } from "./pseudonyms.ts";

/** Interfaces that systemd names after their link-level address (systemd.net-naming-scheme(7)): `enx0c9d92a1b2c3`. */
const AFTER_LINK_ADDRESS = /^((?:en|wl|ww|sl|ib)x)([\da-f]{12})(?=$|[.:@])/;

/** The name of an interface, which stays but for a link-level address inside. */
export function redactInterface(name: string, pseudonyms: Pseudonyms): string {
  return name.replace(AFTER_LINK_ADDRESS, (_, kind: string, digits: string) => {
    const canonical = digits.replaceAll(/..(?=.)/g, "$&:");
    return kind + pseudonyms.linkAddress(canonical).replaceAll(":", "");
  });
}
