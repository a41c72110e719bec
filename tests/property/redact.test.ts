import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "../../shared/capture/capture.ts";

import type { Address, Family } from "../../shared/network/address.ts";
import { parsePrefix, prefixContains, prefixOf } from "../../shared/network/prefix.ts";
import {
  isLinkLocalAddress,
  isLoopbackAddress,
  isMulticastAddress,
  isPrivateAddress,
  isProxyAddress,
  isRoutableAddress,
} from "../../shared/network/special-prefixes.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";
import { addressPseudonyms } from "../../shared/redact/address-pseudonyms.ts";
import { redact } from "../../shared/redact/redact.ts";
import { isKeptAddress } from "../../shared/redact/special-addresses.ts";
import { mutatedCapture } from "../captures/damage/mutated-capture.ts";
import { recordedCaptures } from "../captures/recorded-captures.ts";
import { bitsInCommon } from "../support/bits-in-common.ts";
import { numbersFrom } from "../support/numbers-from.ts";
import { printedMachine } from "../support/printed-machine.ts";
import { asRedacted, conclusionsOf, seedOf } from "../support/redaction.ts";
import { worlds } from "./worlds/world.ts";

const numRuns = process.env["HOLDFAST_LONG"] === "1" ? 5_000 : 150;
const TESTS = [
  isLinkLocalAddress,
  isLoopbackAddress,
  isMulticastAddress,
  isPrivateAddress,
  isProxyAddress,
  isRoutableAddress,
];
const CLASSES = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
  "fd00::/8",
  "fe80::/64",
  "2000::/3",
];

/** Addresses as machines have them: some anywhere, most near each other in the ranges that people use. */
const address = (family: Family): fc.Arbitrary<Address> => {
  const ranges = CLASSES.flatMap((text) => parsePrefix(text) ?? []).filter((prefix) => prefix.family === family);
  const bits = family === "inet" ? 32 : 128;
  const inRange = fc
    .tuple(fc.constantFrom(...ranges), fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }), fc.nat(255))
    .map(
      ([{ value, length }, random, near]) =>
        value | (near < 128 ? BigInt(near) : random & ((1n << BigInt(bits - length)) - 1n)),
    );
  const anywhere = fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
  return fc
    .oneof({ weight: 5, arbitrary: inRange }, { weight: 1, arbitrary: anywhere })
    .map((value) => ({ family, value, zone: null }));
};
const addresses = (family: Family) => fc.array(address(family), { minLength: 2, maxLength: 30 });
const mapped = (
  seen: readonly Address[],
  salt: string,
  networks: Parameters<typeof addressPseudonyms>[0]["networks"] = [],
) => {
  const of = (family: Family) => new Set(seen.filter((one) => one.family === family).map(({ value }) => value));
  const pseudonyms = addressPseudonyms(
    { hosts: { inet: of("inet"), inet6: of("inet6") }, networks, linkAddresses: new Set() },
    seedOf(salt),
  );
  return { pseudonyms, replaced: seen.map((one) => ({ ...one, value: pseudonyms.host(one.family, one.value) })) };
};

describe.for<Family>(["inet", "inet6"])("pseudonyms of %s addresses", (family) => {
  it("have as many leading bits in common as the addresses", () => {
    fc.assert(
      fc.property(addresses(family), fc.string(), (seen, salt) => {
        const { replaced } = mapped(
          seen.filter((one) => !isMulticastAddress(one)),
          salt,
        );
        const originals = seen.filter((one) => !isMulticastAddress(one));
        for (const [index, one] of originals.entries()) {
          for (const [other, another] of originals.entries()) {
            const [a, b] = [replaced[index], replaced[other]];
            if (a !== undefined && b !== undefined) expect(bitsInCommon(a, b)).toBe(bitsInCommon(one, another));
          }
        }
      }),
      { numRuns },
    );
  });

  it("stay what they are: private, shared, link-local, public, of a range for documents", () => {
    fc.assert(
      fc.property(addresses(family), fc.string(), (seen, salt) => {
        const { replaced } = mapped(seen, salt);
        for (const [index, one] of seen.entries()) {
          const other = replaced[index] ?? one;
          for (const test of TESTS) expect(test(other)).toBe(test(one));
          for (const text of CLASSES) {
            const range = parsePrefix(text);
            if (range !== null) expect(prefixContains(range, other)).toBe(prefixContains(range, one));
          }
        }
      }),
      { numRuns },
    );
  });

  it("keep the first and the last address of a network in their place, and its length", () => {
    fc.assert(
      fc.property(
        address(family),
        fc.integer({ min: family === "inet" ? 9 : 65, max: family === "inet" ? 30 : 126 }),
        fc.string(),
        (one, length, salt) => {
          const network = prefixOf(one, length);
          const bits = BigInt((family === "inet" ? 32 : 128) - length);
          const last = { ...one, value: network.value | ((1n << bits) - 1n) };
          const first = { ...one, value: network.value };
          fc.pre(![one, first, last].some(isKeptAddress));
          const { pseudonyms, replaced } = mapped([one, first, last], salt, [network]);
          const after = pseudonyms.network(family, network.value, length);
          expect(replaced[1]?.value).toBe(after);
          expect(replaced[2]?.value).toBe(after | ((1n << bits) - 1n));
        },
      ),
      { numRuns },
    );
  });
});

describe.for<OperatingSystem>(["darwin", "linux"])("a machine on %s in any state", (os) => {
  it("is judged the same when its addresses and names are replaced", () => {
    fc.assert(
      fc.property(worlds(os), fc.string(), ({ snapshot }, salt) => {
        const capture = printedMachine(snapshot);
        const { capture: redacted, pseudonyms } = redact(capture, seedOf(salt));
        expect(conclusionsOf(redacted)).toEqual(conclusionsOf(capture, asRedacted(pseudonyms, capture.files)));
      }),
      { numRuns },
    );
  });
});

describe("a capture that nobody has seen before", () => {
  /** No word of any program, and none of the short ones that stand in columns of lsof and ps. */
  const secret = fc.stringMatching(/^[b-df-hj-np-tv-z]{9,14}$/);
  const planted = fc.constantFrom<(text: string, word: string, at: number) => string>(
    (text, word, at) => onLine(text, at, (line) => `${line} ${word}`),
    (text, word, at) => onLine(text, at, (line) => `${line} # ${word}'s`),
    (text, word, at) => onLine(text, at, (line) => `${word}@${word}-mbp ~ % ${line}`),
    (text, word, at) => onLine(text, at, (line) => `${line}\n${word}: ${word} (${word}.local)\n`),
    (text, word, at) =>
      onLine(text, at, (line) => line.replace(/openconnect\b.*/, `openconnect --user=${word} -C ${word} ${word}.com`)),
    (text, word) => text.replace(/"(?:local|dst|user|gateway|ifalias)":"[^"]*"/, `"user":"${word}"`),
    (text, word) => text.replace(/\/Users\/\w+|\/home\/\w+/, `/Users/${word}`),
  );
  const captures = new Map(recordedCaptures().map(({ name, capture }) => [name, capture]));
  const named = (name: string): Capture =>
    captures.get(name) ?? { os: "linux", osVersion: null, takenAt: null, files: [] };

  it("has no word in it that somebody wrote, wherever it stands", () => {
    fc.assert(
      fc.property(fc.constantFrom(...captures.keys()), secret, planted, fc.nat(), (name, word, plant, at) => {
        const capture = named(name);
        const files = capture.files.map((file, index) =>
          index === at % capture.files.length && file.content.read
            ? { ...file, content: { read: true as const, text: plant(file.content.text, word, at) } }
            : file,
        );
        const lines = textOf(redact({ ...capture, files }, seedOf(word)).capture).split("\n");
        expect(lines.filter((line) => line.includes(word)).map((line) => line.slice(0, 300))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("can be redacted whatever is wrong with it, and again, and has no address of the original", () => {
    fc.assert(
      fc.property(fc.constantFrom(...captures.keys()), fc.nat(), (name, seed) => {
        const capture = named(name);
        const damaged = mutatedCapture(capture, numbersFrom(seed));
        const { capture: redacted } = redact(damaged, seedOf(String(seed)));
        expect(redacted.files.length).toBe(capture.files.length);
        expect(() => redact(redacted, seedOf("again"))).not.toThrow();
        const after = textOf(redacted);
        const server = /\b222\.66\.117\.\d+\b/.exec(textOf(damaged))?.[0];
        if (server !== undefined)
          expect(after).not.toMatch(new RegExp(`(?<!\\d)${server.replaceAll(".", "\\.")}(?!\\d)`));
      }),
      { numRuns },
    );
  });
});

function onLine(text: string, at: number, change: (line: string) => string): string {
  const lines = text.split("\n");
  const index = at % lines.length;
  return lines.map((line, number) => (number === index ? change(line) : line)).join("\n");
}

function textOf(capture: Capture): string {
  return capture.files
    .map(({ name, source, content }) => `${name}\n${source}\n${content.read ? content.text : ""}`)
    .join("\n");
}
