import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { commandLine } from "../../electron/observe/command-line.ts";
import { linuxPlatform } from "../../electron/observe/linux.ts";
import { createObserver } from "../../electron/observe/observer.ts";
import { runCommand } from "../../electron/observe/run-command.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { contestFor } from "../../shared/explain/route-contest.ts";
import { forwardingOf } from "../../shared/network/forwarding.ts";
import { parseAddress } from "../../shared/network/address.ts";
import { valuesOf } from "../../shared/snapshot/part.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { waitUntil } from "../lab/room/wait-until.ts";
import { canHaveNamespaces, makeNamespace } from "../support/network-namespace.ts";
import type { NetworkNamespace } from "../support/network-namespace.ts";

// The real kernel is given random tables and rules, and says for each address which way it would take.

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? 20);

const CARDS = [
  "link add d0 type veth peer name p0",
  "link add d1 type veth peer name p1",
  ...["d0", "d1", "p0"].map((name) => `link set ${name} up`),
  "address add 192.168.1.20/24 dev d0",
  "address add 172.20.10.2/28 dev d1",
  "address add 2001:db8:1::2/64 dev d0 nodad",
];

const TABLES = ["main", "main", "main", "52", "100", "51820"];
const NESTED = {
  4: [
    "default",
    "0.0.0.0/1",
    "10.0.0.0/8",
    "10.20.0.0/16",
    "10.20.4.0/22",
    "10.20.5.1/32",
    "203.0.113.0/24",
    "203.0.113.9/32",
  ],
  6: ["default", "2001:db8::/32", "2001:db8:77::/48", "2001:db8:77::9/128"],
};
const WAYS = {
  4: ["via 192.168.1.1 dev d0", "via 172.20.10.1 dev d1", "dev d0", "dev d1"],
  6: ["via 2001:db8:1::1 dev d0", "dev d0"],
};
const KINDS = ["blackhole", "unreachable", "prohibit", "throw"];
const RULES = {
  4: [
    "to 10.20.0.0/16 lookup 100 priority 100",
    "lookup main suppress_prefixlength 0 priority 110",
    "not fwmark 0xca6c lookup 51820 priority 120",
    "fwmark 0x1 lookup 52 priority 130",
    "to 203.0.113.9 unreachable priority 140",
    "to 10.20.5.1 prohibit priority 145",
    "to 10.0.0.0/8 goto 32766 priority 150",
    "from 192.168.1.20 lookup 52 priority 90",
    "iif lo lookup 52 priority 160",
    "oif d0 lookup 52 priority 95",
    "lookup 100 suppress_prefixlength 16 priority 105",
    "fwmark 0/0xff0000 lookup 100 priority 170",
    "blackhole priority 32765",
  ],
  6: [
    "to 2001:db8:77::/48 lookup 100 priority 100",
    "lookup main suppress_prefixlength 0 priority 110",
    "not fwmark 0xca6c lookup 51820 priority 120",
    "to 2001:db8:77::9 unreachable priority 140",
  ],
};
const ASKED = {
  4: [
    "1.1.1.1",
    "130.1.1.1",
    "10.1.1.1",
    "10.20.1.1",
    "10.20.5.2",
    "10.20.5.1",
    "203.0.113.1",
    "203.0.113.9",
    "192.168.1.7",
    "172.20.10.9",
    "192.168.1.20",
  ],
  6: ["2606:4700::1", "2001:db8:5::1", "2001:db8:77::1", "2001:db8:77::9", "2001:db8:1::7", "2001:db8:1::2"],
};

type Version = 4 | 6;

/** Commands that add rows and rules of one family. The kernel may refuse some; what is left is a table all the same. */
function commands(version: Version): fc.Arbitrary<string[]> {
  const row = fc
    .record({
      to: fc.constantFrom(...NESTED[version]),
      way: fc.constantFrom(...WAYS[version], ...WAYS[version], ...KINDS),
      table: fc.constantFrom(...TABLES),
      metric: fc.constantFrom(10, 50, 50, 600),
    })
    .map(({ to, way, table, metric }) => {
      const kind = KINDS.includes(way);
      return `route add ${kind ? `${way} ` : ""}${to}${kind ? "" : ` ${way}`} table ${table} metric ${metric}`;
    });
  const rules = fc.subarray(RULES[version], { maxLength: 4 });
  return fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), rules)
    .map(([rows, chosen]) =>
      [...rows, ...chosen.map((rule) => `rule add ${rule}`)].map((line) => `-${version} ${line}`),
    );
}

async function furnish({ place }: NetworkNamespace, version: Version, lines: readonly string[]): Promise<void> {
  for (const [words, batch] of [
    [["-batch", "-"], CARDS],
    [["-force", `-${version}`, "-batch", "-"], lines.map((line) => line.replace(/^-\d /, ""))],
  ] as const) {
    await runCommand({ ...commandLine(place.ip, [...words]), input: batch.join("\n") });
  }
}

const Answer = v.array(v.looseObject({ dev: v.string(), gateway: v.optional(v.string()) }));

/** What Holdfast sees, once the kernel has put the rows of its own IPv6 address there, which it does a little later. */
async function settled({ place }: NetworkNamespace): Promise<Snapshot> {
  const observer = createObserver({ platform: linuxPlatform(place) });
  const look = async (): Promise<Snapshot> => snapshotOf(await observer.capture()).snapshot;
  const isSettled = ({ routes }: Snapshot) =>
    valuesOf(routes.inet6).some(({ type, destination }) => type === "local" && destination === "2001:db8:1::2/128");
  await waitUntil("the kernel has its own rows", 10_000, async () => isSettled(await look()));
  return look();
}

/** `d0 192.168.1.1`, `d0 link`; null when the kernel refuses or knows no way. */
async function kernelWay({ place }: NetworkNamespace, version: Version, address: string): Promise<string | null> {
  const content = await runCommand(commandLine(place.ip, ["-j", `-${version}`, "route", "get", address]));
  if (!content.read) return null;
  const [way] = v.parse(Answer, JSON.parse(content.text));
  return way === undefined ? null : `${way.dev} ${way.gateway ?? "link"}`;
}

function ourWay(snapshot: Snapshot, text: string): string | null {
  const address = parseAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  const { winner } = contestFor(snapshot, forwardingOf(snapshot), address);
  if (winner === null || ["blackhole", "unreachable", "prohibit"].includes(winner.type)) return null;
  // The kernel leads what is for its own addresses over the loopback, whatever device the row of table `local` names.
  return winner.type === "local" ? "lo link" : `${winner.interface} ${winner.gateway}`;
}

describe.runIf(canHaveNamespaces)("the winner among the rows is the kernel's", () => {
  it.each([4, 6] as const)("for IPv%i, whatever tables and rules there are", async (version) => {
    await fc.assert(
      fc.asyncProperty(commands(version), async (lines) => {
        const room = await makeNamespace();
        try {
          await furnish(room, version, lines);
          const snapshot = await settled(room);
          for (const address of ASKED[version])
            expect(ourWay(snapshot, address), address).toBe(await kernelWay(room, version, address));
        } finally {
          await room.end();
        }
      }),
      { numRuns },
    );
  });
});
