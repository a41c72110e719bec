import type { MessageTable } from "../message.ts";

/** What pfctl prints. */
export const packetFilterMessages = {
  "pfctl-no-altq": { severity: "info", patterns: ["No ALTQ support in kernel"] },
  "pfctl-altq-disabled": { severity: "info", patterns: ["ALTQ related functions disabled"] },
  "pfctl-rules-cleared": { severity: "info", patterns: ["rules cleared"] },
  "pfctl-nat-cleared": { severity: "info", patterns: ["nat cleared"] },
  "pfctl-dummynet-cleared": { severity: "info", patterns: ["dummynet cleared"] },
  "pfctl-tables-deleted": { severity: "info", patterns: ["{tables:int} tables deleted."] },
  "pfctl-states-cleared": { severity: "warning", patterns: ["{states:int} states cleared"] },
  "pfctl-statistics-cleared": { severity: "warning", patterns: ["pf: statistics cleared"] },
  "pfctl-flag-f-warning": {
    severity: "warning",
    patterns: [
      "pfctl: Use of -f option, could result in flushing of rules\npresent in the main ruleset added by the system at startup.\nSee /etc/pf.conf for further details.",
    ],
  },
  "pfctl-already-enabled": { severity: "info", patterns: ["pfctl: pf already enabled"] },
  "pfctl-source-tracking-cleared": { severity: "warning", patterns: ["source tracking entries cleared"] },
  "pfctl-interface-flags-reset": { severity: "warning", patterns: ["pf: interface flags reset"] },
} as const satisfies MessageTable;
