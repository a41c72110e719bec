import { createHash } from "node:crypto";
import type { PlanIdentity } from "../../shared/repair/digest.ts";

/** What a plan in a test is made under, with the real hash. */
export const planIdentity: PlanIdentity = {
  ruleset: "test",
  boot: "",
  sha256: (text) => createHash("sha256").update(text).digest("hex"),
};
