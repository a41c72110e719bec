// @ts-check
import { chooseByName } from "../terminal/choose.mjs";
import { tiers } from "./tiers.mjs";

/**
 * Reads `npm test -- [--long] [tier…]`.
 *
 * @param {readonly string[]} args
 * @returns {{ chosen: readonly import("./tiers.mjs").Tier[], isLong: boolean }} `isLong`: generated worlds and damaged
 *   captures come in far larger numbers; without named tiers it means only those that have any
 */
export function readArguments(args) {
  const isLong = args.includes("--long");
  const named = args.filter((arg) => arg !== "--long");
  const names = isLong && named.length === 0 ? ["captures", "property"] : named;
  const known = isLong ? tiers : tiers.filter(({ isLongOnly }) => !isLongOnly);
  return { chosen: chooseByName(names, known, "tier"), isLong };
}
