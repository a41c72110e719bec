import { describe, expect, it } from "vitest";
import type { Capture } from "../../shared/capture/capture.ts";
import { manifestOf } from "../../shared/capture/capture-folder.ts";
import { parseAddress } from "../../shared/network/address.ts";
import type { Address } from "../../shared/network/address.ts";
import { redact } from "../../shared/redact/redact.ts";
import { isSystemAccount } from "../../shared/redact/names.ts";
import { isKeptAddress } from "../../shared/redact/special-addresses.ts";
import { isKeptLinkAddress } from "../../shared/redact/link-addresses.ts";
import { canonicalLinkAddress } from "../../shared/network/link-address.ts";
import { asRedacted, conclusionsOf, seedOf } from "../support/redaction.ts";
import { bitsInCommon } from "../support/bits-in-common.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const salt = process.env["HOLDFAST_SEED"] ?? String(Date.now());
const captures = recordedCaptures().map((recorded) => ({
  ...recorded,
  redaction: redact(recorded.capture, seedOf(salt)),
}));

const INET = /(?<![\w.:-])\d{1,3}(?:\.\d{1,3}){3}(?![\w:-]|\.\w)/g;
const INET6 = /(?<![\w.:-])(?=[\da-f]*:)[\da-f:]{3,39}(?![\w:.-])/gi;
const LINK = /(?<![\w.:-])(?:[\da-f]{1,2}:){5}[\da-f]{1,2}(?![\w:.-])/gi;
/** Domains as the recorded captures have them. */
const DOMAIN = /(?<![\w./-])(?!com\.|org\.|io\.)(?:[\w-]+\.)+(?:com|edu|org|cn|example|internal|lan|corp)(?![\w.-])/g;
const USERS = /\/(?:Users|home)\/([^/\s"]+)|\s(?:-u|--user)[ =]([^\s-]\S*)|(?<![\w./])([\p{L}\d.-]+)@[\p{L}\d-]+ /gu;
/** Words of the programs themselves, which recorded captures have for names. */
const ANYBODY = new Set(["user", "host", "x", "root", "shared"]);
/** What is the same on every machine, written as an address. */
const SPECIAL = /^(?:fe80::|fd7a:115c:a1e0::|2000::|64:ff9b::|8000::|(?:10|169\.254|172\.16|192\.168|192\.0\.2|203\.0\.113)(?:\.0)+|10\.255\.255\.255|169\.254\.255\.255|100\.96\.0\.0)$/;

/** All texts of a capture as they would be saved. */
function allTexts(capture: Capture): string {
  const texts = capture.files.map(({ content }) => (content.read ? content.text : ""));
  return [JSON.stringify(manifestOf(capture)), ...texts].join("\n");
}

function addressesIn(text: string): Address[] {
  const found = [...(text.match(INET) ?? []), ...(text.match(INET6) ?? [])];
  return found.map(parseAddress).filter((address): address is Address => address !== null);
}

/** The texts in a capture that belong to somebody, found without the redaction's own eyes. */
function originalsIn(text: string): Set<string> {
  const addresses = [...(text.match(INET) ?? []), ...(text.match(INET6) ?? [])].filter((word) => {
    const address = parseAddress(word);
    return address !== null && !isKeptAddress(address) && !SPECIAL.test(word);
  });
  const links = (text.match(LINK) ?? []).filter((word) => !isKeptLinkAddress(canonicalLinkAddress(word) ?? ""));
  const users = [...text.matchAll(USERS)].flatMap((match) => match.slice(1)).filter((user) => user !== undefined);
  const words = [...addresses, ...links, ...(text.match(DOMAIN) ?? []), ...users];
  return new Set(words.filter((word) => !ANYBODY.has(word.toLowerCase()) && !isSystemAccount(word)));
}

function occurs(word: string, text: string): boolean {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.:-])${escaped}(?![\w:-]|\.\w)`, "iu").test(text);
}

describe(`a redacted capture (HOLDFAST_SEED=${salt})`, () => {
  it.for(captures)("$name: gives the same diagnosis, of the pseudonyms", ({ capture, redaction: { capture: redacted, pseudonyms } }) => {
    expect(conclusionsOf(redacted)).toEqual(conclusionsOf(capture, asRedacted(pseudonyms, capture.files)));
  });

  it.for(captures)("$name: has no address, domain or user of the original", ({ capture, redaction }) => {
    const after = allTexts(redaction.capture);
    expect([...originalsIn(allTexts(capture))].filter((word) => occurs(word, after))).toEqual([]);
  });

  it.for(captures)("$name: any two addresses have as many leading bits in common as before", ({ capture, redaction: { pseudonyms } }) => {
    const addresses = addressesIn(allTexts(capture)).slice(0, 200);
    const replaced = addresses.map(pseudonyms.address);
    for (const [index, address] of addresses.entries()) {
      const [one, next, far] = [index, index + 1, (index * 7) % addresses.length];
      for (const other of [next, far]) {
        const pair = addresses[other];
        const after = [replaced[one], replaced[other]];
        if (pair === undefined || after[0] === undefined || after[1] === undefined) continue;
        expect(bitsInCommon(after[0], after[1])).toBe(bitsInCommon(address, pair));
      }
    }
  });

  it("is the same for the same salt, and another one for another", () => {
    const [{ capture } = { capture: null }] = captures;
    if (capture === null) throw new Error("there is no recorded capture");
    expect(redact(capture, seedOf("one")).capture).toEqual(redact(capture, seedOf("one")).capture);
    expect(redact(capture, seedOf("one")).capture).not.toEqual(redact(capture, seedOf("other")).capture);
  });
});
