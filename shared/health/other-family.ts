import type { Family } from "../network/address.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { Facts } from "./facts.ts";
import { uplinkOf } from "./uplink.ts";

/**
 * Why a pin of this family cannot lead anywhere now: the network has a router for the other family alone. Empty when that
 * is not so.
 */
export function onlyOtherFamily(facts: Facts, family: Family, server: string): CodedText[] {
  const other = family === "inet" ? "inet6" : "inet";
  if (uplinkOf(facts, family) !== null || uplinkOf(facts, other) === null) return [];
  return [codedText(`network-carries-only-${other}`, { server })];
}
