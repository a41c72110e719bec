import type { FindingId } from "../../../shared/health/finding.ts";
import type { Step } from "../../../shared/repair/step.ts";

/** A notification as a plain value; its words are found by i18n. */
export type Notice =
  | { readonly kind: "network-changed" }
  /** The same, and keep-alive is at work. */
  | { readonly kind: "network-changed-kept" }
  /** A VPN is back after so many milliseconds. */
  | { readonly kind: "kept-alive-back"; readonly silence: number }
  | { readonly kind: "kept-alive-gave-up"; readonly tries: number }
  | { readonly kind: "kept-alive-refused" }
  | {
      readonly kind: "vpn-blocked-alive" | "vpn-blocked-residue";
      readonly finding: FindingId;
      readonly repair: readonly Step[];
    };
