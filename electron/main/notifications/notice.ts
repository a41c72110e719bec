import type { NoticeTopic } from "../../../shared/contract/settings.ts";
import type { FindingId } from "../../../shared/health/finding.ts";
import type { Step } from "../../../shared/repair/step.ts";

/** A notification as a plain value; its words are found by i18n. */
export type Notice =
  | { readonly kind: "network-changed" }
  /** The same, and keep-alive is at work. */
  | { readonly kind: "network-changed-kept" }
  /** A VPN is back after so many milliseconds. */
  | { readonly kind: "kept-alive-back"; readonly silence: number }
  /** So many tries were in vain; `finding` is what is in the way, as far as that is known. */
  | { readonly kind: "kept-alive-gave-up"; readonly tries: number; readonly finding: FindingId | null }
  | { readonly kind: "kept-alive-refused" }
  | {
      readonly kind: "vpn-blocked-alive" | "vpn-blocked-residue";
      readonly finding: FindingId;
      readonly repair: readonly Step[];
    };

/** What the user calls it, who can turn each topic off. */
export function topicOf({ kind }: Notice): NoticeTopic {
  switch (kind) {
    case "network-changed":
    case "network-changed-kept":
      return "network-changed";
    case "kept-alive-back":
    case "kept-alive-gave-up":
    case "kept-alive-refused":
      return "kept-alive";
    case "vpn-blocked-alive":
    case "vpn-blocked-residue":
      return "vpn-blocked";
  }
}
