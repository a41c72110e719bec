import { parsePrefix } from "../../../shared/network/prefix.ts";
import type { Prefix } from "../../../shared/network/prefix.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { LAYOUTS, printTable } from "../netstat-printer.ts";
import type { PrintedRow } from "../netstat-printer.ts";
import { darwinRoute } from "../example-route.ts";

const LAYOUT = LAYOUTS.find(({ name }) => name === "14 to 26 -l") ?? LAYOUTS[0];

/** The rows as macOS prints them. */
export function printBsdTable(rows: readonly Route[]): string {
  if (LAYOUT === undefined) throw new Error("no layout");
  return `${printTable(LAYOUT, rows.map(printed))}\n`;
}

/** Does to the rows what `route -n add|delete …` does: delete looks at destination, mask and scope alone, add never replaces. */
export function runRoute(rows: Route[], words: readonly string[]): void {
  const [verb = "", ...rest] = words.filter((word) => word !== "-n" && word !== "-inet6");
  const scope = valueOf(rest, "-ifscope");
  const host = valueOf(rest, "-host");
  const destination = host ?? valueOf(rest, "-net") ?? "";
  const family = destination.includes(":") || words.includes("-inet6") ? "inet6" : "inet";
  const cidr = host === null ? spelledOut(destination, family) : `${host}/${family === "inet" ? 32 : 128}`;
  const place = rows.findIndex(
    (row) => row.destination === cidr && row.host === (host !== null) && (row.scoped ? row.interface : null) === scope,
  );
  if (verb === "delete" && place >= 0) rows.splice(place, 1);
  if (verb !== "add" || place >= 0) return;
  const through = valueOf(rest, "-interface");
  const flags = [
    "U",
    ...(through === null ? ["G"] : []),
    ...(host === null ? [] : ["H"]),
    "S",
    ...(scope === null ? [] : ["I"]),
  ];
  const link = through ?? scope ?? "en0";
  const gateway = through === null ? (rest.at(-1) ?? "") : "link";
  rows.push(
    darwinRoute({
      family,
      destination: cidr,
      gateway,
      interface: link,
      host: host !== null,
      scoped: scope !== null,
      flags,
    }),
  );
}

function valueOf(words: readonly string[], option: string): string | null {
  const place = words.indexOf(option);
  return place < 0 ? null : (words[place + 1] ?? null);
}

function spelledOut(destination: string, family: "inet" | "inet6"): string {
  if (destination === "default") return family === "inet" ? "0.0.0.0/0" : "::/0";
  return destination;
}

function printed(route: Route): PrintedRow {
  return {
    family: route.family,
    prefix: prefixOf(route.destination),
    host: route.host,
    gateway: route.gateway === "link" ? (route.interface ?? "") : route.gateway,
    source: null,
    flags: route.flags.join(""),
    interface: route.interface ?? "",
    expire: "",
  };
}

function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new Error(`${text} is no prefix`);
  return prefix;
}
