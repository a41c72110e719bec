// @ts-check
import { chooseByName } from "../terminal/choose.mjs";
import { tiers } from "./tiers.mjs";

/**
 * Reads `npm test -- [--long] [tier…]`.
 *
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly import("./tiers.mjs").Tier[], isLong: boolean }} `isLong`: the property tests run
 *   many more cases; without named tiers it means only them
 */
export function readArguments(args) {
  const isLong = args.includes("--long");
  const named = args.filter((arg) => arg !== "--long");
  const names = isLong && named.length === 0 ? ["property"] : named;
  return { chosen: chooseByName(names, tiers, "tier"), isLong };
}
