import { createHash, randomBytes } from "node:crypto";
import type { RedactionSeed } from "../../shared/redact/seed.ts";

const SALT_BYTES = 32;

/** A seed that nobody has had before and that is kept nowhere, so that two bundles cannot be compared. */
export function freshSeed(): RedactionSeed {
  return {
    salt: randomBytes(SALT_BYTES).toString("hex"),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
  };
}
