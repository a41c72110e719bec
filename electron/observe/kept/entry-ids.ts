import { randomBytes } from "node:crypto";

/** Ids for the timeline entries of one run of a program: its own random beginning, and a number. */
export function entryIds(): () => string {
  const writer = randomBytes(6).toString("hex");
  let count = 0;
  return () => `${writer}-${(count += 1)}`;
}
