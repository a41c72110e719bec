import type { VpnProcess } from "../../../shared/explain/interface-report.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** What is known of a running VPN program: keys of `interfaces:processes`. */
export function programFacts({ since, tunnel, server, service }: VpnProcess): CodedText[] {
  return [
    ...(since === null ? [] : [codedText("since", { since })]),
    // i18next takes the wording from `context`.
    tunnel === null ? codedText("no-tunnel", service ? { context: "service" } : {}) : codedText("tunnel", { tunnel }),
    ...(server === null ? [] : [codedText("server", { server })]),
  ];
}
