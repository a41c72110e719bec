import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";

/** One rule of the catalogue: looks at the facts, returns what it found. Pure; one file per finding. */
export type Rule = (facts: Facts) => Finding[];
