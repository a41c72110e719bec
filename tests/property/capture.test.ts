import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "../../shared/capture/capture.ts";
import { UnreadableOutput } from "../../shared/capture/contribution.ts";
import { findParser } from "../../shared/capture/registry.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { parseSource } from "../../shared/capture/source.ts";
import { addressBits, formatAddress, parseAddress } from "../../shared/network/address.ts";
import type { Family } from "../../shared/network/address.ts";
import { canonicalLinkAddress } from "../../shared/network/link-address.ts";
import { formatPrefix, hostPrefix, parsePrefix, prefixOf } from "../../shared/network/prefix.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { recordedCaptures } from "../captures/recorded-captures.ts";
import { LAYOUTS, printTable } from "../support/netstat-printer.ts";
import type { PrintedRow } from "../support/netstat-printer.ts";

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (process.env["HOLDFAST_LONG"] === "1" ? 100_000 : 2_000));

/** No name begins with another one cut to seven characters, so that each can be completed. */
const INTERFACES = ["lo0", "en0", "en7", "utun6", "utun1024", "bridge100", "feth4913", "ppp0"];
const FLAGS = [..."UGHRDMmdCXLS12Wc3BbIiYrg"];
const LOOPBACK: PrintedRow = {
  family: "inet",
  prefix: { family: "inet", value: 0x7f00_0001n, length: 32, zone: null },
  host: true,
  gateway: "127.0.0.1",
  source: null,
  flags: "UH",
  interface: "lo0",
  expire: "",
};

const value = (family: Family) => fc.bigInt({ min: 0n, max: (1n << BigInt(addressBits(family))) - 1n });
const interfaceName = fc.constantFrom(...INTERFACES);
const address = (family: Family) => value(family).map((bits) => formatAddress({ family, value: bits, zone: null }));
const linkAddress = fc
  .tuple(fc.array(fc.nat(255), { minLength: 6, maxLength: 6 }), fc.constantFrom(":", "."))
  .map(([bytes, separator]) => bytes.map((byte) => byte.toString(16)).join(separator));

function prefix(family: Family, host: boolean) {
  const bits = addressBits(family);
  const length = host ? fc.constant(bits) : fc.nat(bits);
  return (
    fc
      .tuple(value(family), length, fc.boolean())
      .map(([base, size, zoned]) => {
        const zone = family === "inet6" && zoned && size > 0 ? "en0" : null;
        return prefixOf({ family, value: base, zone }, size);
      })
      // The unspecified host is printed as `default`, which is tested by example.
      .filter((found) => !host || found.value !== 0n)
  );
}

function gateway(family: Family, name: string) {
  return fc.oneof(
    address(family).filter((text) => text !== "0.0.0.0" && text !== "::"),
    fc.nat(99).map((index) => `link#${index}`),
    fc.constant(name),
    linkAddress,
  );
}

const row: fc.Arbitrary<PrintedRow> = fc
  .tuple(fc.constantFrom<Family>("inet", "inet6"), fc.boolean(), interfaceName)
  .chain(([family, host, name]) =>
    fc.record({
      family: fc.constant(family),
      host: fc.constant(host),
      prefix: prefix(family, host),
      gateway: gateway(family, name),
      source: fc.option(address(family)),
      // At most ten letters: netstat cuts the rest.
      flags: fc
        .subarray(
          FLAGS.filter((letter) => letter !== "H"),
          { minLength: 1, maxLength: 9 },
        )
        .map((letters) => FLAGS.filter((letter) => letters.includes(letter) || (host && letter === "H")).join("")),
      interface: fc.constant(name),
      expire: fc.oneof(
        fc.constantFrom("", "!"),
        fc.nat().map(String),
        fc.nat().map((seconds) => `-${seconds}`),
      ),
    }),
  );

const layout = fc.constantFrom(...LAYOUTS);
const rows = fc.array(row, { maxLength: 12 }).map((generated) => [LOOPBACK, ...generated]);

/** The row as the snapshot must hold it. */
function meant(printed: PrintedRow, hasSource: boolean): Partial<Route> {
  const isAddress = parseAddress(printed.gateway) !== null;
  return {
    family: printed.family,
    destination: formatPrefix(printed.host ? hostPrefix(printed.prefix) : printed.prefix),
    gateway: isAddress ? printed.gateway : "link",
    linkAddress: canonicalLinkAddress(printed.gateway),
    interface: printed.interface,
    source: hasSource ? printed.source : null,
    host: printed.host,
    scoped: printed.flags.includes("I"),
    flags: printed.flags.split(""),
  };
}

const INTERFACE_LIST = INTERFACES.map(
  (name, index) =>
    `${name}: flags=8051<UP> mtu 1500\n\tinet6 fe80::1%${name} prefixlen 64 scopeid 0x${(index + 200).toString(16)} \n`,
).join("");

function captureOf(os: OperatingSystem, texts: Readonly<Record<string, string>>): Capture {
  const files = Object.entries(texts).map(([source, text]) => ({
    name: source,
    source,
    content: { read: true as const, text },
  }));
  return { os, osVersion: null, takenAt: null, files };
}

function routesIn(texts: Readonly<Record<string, string>>, os: OperatingSystem = "darwin"): Route[] {
  const { routes } = snapshotOf(captureOf(os, texts)).snapshot;
  return [...valuesOf(routes.inet), ...valuesOf(routes.inet6)];
}

describe("a routing table of macOS", () => {
  it("reads back as the rows that were printed, in the layout of every version", () => {
    fc.assert(
      fc.property(layout, rows, fc.boolean(), (printedBy, printed, crlf) => {
        const text = printTable(printedBy, printed);
        const read = routesIn({
          "netstat -rnl": crlf ? text.replaceAll("\n", "\r\n") : text,
          "ifconfig -a": INTERFACE_LIST,
        });
        const inOrder = [
          ...printed.filter((one) => one.family === "inet"),
          ...printed.filter((one) => one.family === "inet6"),
        ];
        expect(read).toMatchObject(inOrder.map((one) => meant(one, printedBy.source)));
      }),
      { numRuns },
    );
  });

  it("cut anywhere never shows a row that the whole table does not have", () => {
    // Near the ends of lines, where half an interface name still looks like one.
    const cutBefore = fc.tuple(fc.nat(), fc.nat(16));
    fc.assert(
      fc.property(layout, rows, cutBefore, (printedBy, printed, [line, back]) => {
        const text = printTable(printedBy, printed);
        const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
        const whole = routesIn({ "netstat -rnl": text }).map((one) => JSON.stringify(one));
        const cut = routesIn({ "netstat -rnl": text.slice(0, (ends[line % ends.length] ?? 0) - back) });
        expect(whole).toEqual(expect.arrayContaining(cut.map((one) => JSON.stringify(one))));
      }),
      { numRuns },
    );
  });
});

interface Recorded {
  readonly os: OperatingSystem;
  readonly source: string;
  readonly text: string;
}

const RECORDED: readonly Recorded[] = recordedCaptures().flatMap(({ capture }) =>
  capture.files.flatMap(({ source, content }) =>
    content.read && findParser(parseSource(source), capture.os) !== null
      ? [{ os: capture.os, source, text: content.text }]
      : [],
  ),
);

type Damage = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (text: string, share: number) => Math.floor(text.length * share);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (share): Damage =>
      (text) =>
        text.slice(0, at(text, share)),
  ),
  place.map(
    (share): Damage =>
      (text) =>
        text.slice(at(text, share)),
  ),
  fc.tuple(place, fc.nat(80)).map(
    ([share, length]): Damage =>
      (text) =>
        text.slice(0, at(text, share)) + text.slice(at(text, share) + length),
  ),
  fc
    .tuple(
      place,
      fc.oneof(
        fc.string({ maxLength: 12, unit: "binary" }),
        fc.constantFrom("\n", " ", "/", ".", ":", "%", "0", "\t", "\r\n", "x"),
      ),
    )
    .map(
      ([share, inserted]): Damage =>
        (text) =>
          text.slice(0, at(text, share)) + inserted + text.slice(at(text, share) + 1),
    ),
  fc.tuple(place, place).map(
    ([from, to]): Damage =>
      (text) =>
        text + text.slice(at(text, from), at(text, to)),
  ),
);

/** Faults of the parser that this output brings to light; a refusal is none. */
function faultsOf({ os, source, text }: Recorded): string[] {
  const parsed = parseSource(source);
  try {
    findParser(parsed, os)?.parser.parse(text, parsed);
  } catch (error) {
    if (!(error instanceof UnreadableOutput)) return [`${source}: ${String(error)}`];
  }
  const destinations = routesIn({ [source]: text }, os).map((route) => route.destination);
  return destinations.filter((destination) => parsePrefix(destination) === null);
}

describe("every parser", () => {
  it("reads or refuses a damaged output of its command, and makes no wrong prefix of it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RECORDED),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        (recorded, damages) => {
          const text = damages.reduce((damaged, apply) => apply(damaged), recorded.text);
          expect(faultsOf({ ...recorded, text })).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  it("reads or refuses random bytes", () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 400, unit: "binary" }),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => new TextDecoder().decode(bytes)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...RECORDED), anything, (recorded, text) => {
        expect(faultsOf({ ...recorded, text })).toEqual([]);
      }),
      { numRuns },
    );
  });
});
