/** How many different values of each kind were replaced, and how often a word or line was left out. */
export interface RedactionSummary {
  readonly addresses: number;
  readonly linkAddresses: number;
  readonly users: number;
  /** Names of wireless networks, connections and network services. */
  readonly networks: number;
  /** Labels of host and domain names, and names of files, folders and anything else. */
  readonly names: number;
  readonly identifiers: number;
  readonly leftOut: number;
}

/** In the order in which people are told. */
export const SUMMARY_KINDS: readonly (keyof RedactionSummary)[] = [
  "addresses",
  "linkAddresses",
  "users",
  "networks",
  "names",
  "identifiers",
  "leftOut",
];
