import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLine } from "../../electron/observe/command-line.ts";
import { runCommand } from "../../electron/observe/run-command.ts";
import { canHaveNamespaces, makeNamespace } from "../support/network-namespace.ts";
import type { NetworkNamespace } from "../support/network-namespace.ts";
import { readOutput } from "../support/read-output.ts";

// The real kernel is given random tables, and the real `ip` prints them in both of its forms.

const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? 20);

const CARDS = [
  "link add d0 type veth peer name p0",
  "link add d1 type veth peer name p1",
  "tuntap add tun7 mode tun",
  // No address that the kernel makes itself, a little later: both forms are to show the same moment.
  ...["d0", "d1", "p0", "p1", "tun7"].map((name) => `link set ${name} addrgenmode none`),
  ...["d0", "d1", "p0", "tun7"].map((name) => `link set ${name} up`),
  "address add 192.168.1.20/24 dev d0",
  "address add 172.20.10.2/28 dev d1",
  "address add 10.9.0.1 peer 10.9.0.2/32 dev tun7",
  "address add 2001:db8::2/64 dev d0 nodad",
  "neigh add 192.168.1.2 lladdr 02:00:00:00:00:03 dev d0",
];
const LINES = [
  "route add default nexthop via 192.168.1.1 weight 2 nexthop via 172.20.10.1 dev d1",
  "route add default via 172.20.10.1 dev d1 metric 600 proto dhcp src 172.20.10.2",
  "route add 10.1.0.0/16 via 192.168.1.1 mtu 1300 advmss 1200 rtt 100ms initcwnd 10 features ecn congctl reno realm 5",
  "route add 10.1.0.0/16 via 192.168.1.1 tos 0x10",
  "route add 10.2.0.0/16 via inet6 2001:db8::1 dev d0",
  "route add 10.3.0.0/16 via 10.99.0.1 dev d0 onlink table 52",
  "route add blackhole 10.4.0.0/16 metric 5",
  "route add throw 10.5.0.0/16 table 51820",
  "route add 203.0.113.9 dev tun7 scope link",
  "-6 route add 2001:db8:1::/48 via 2001:db8::1 expires 300",
  "-6 route add default via fe80::1 dev d0 src 2001:db8::2 mtu 1400 pref high",
  "-6 route add 2001:db8:5::/48 nexthop via 2001:db8::1 nexthop via fe80::2 dev d0 weight 3",
  "-6 route add unreachable 2001:db8:6::/48 table 52",
  "rule add not fwmark 0xca6c lookup 51820 priority 100",
  "rule add from 10.0.0.0/8 to 10.1.0.0/16 iif lo oif d9 fwmark 1/0xff lookup main suppress_prefixlength 0 priority 90",
  "rule add goto 32766 priority 80",
  "rule add uidrange 0-100 ipproto tcp dport 80 unreachable priority 70",
  "rule add iif d7 blackhole priority 60",
  "rule add to 192.0.2.4 nop priority 55",
  "rule add lookup main suppress_ifgroup 5 protocol static priority 50",
  "rule add from 10.9.0.0/16 tos 0x10 prohibit priority 45",
  "-6 rule add to 2001:db8:1::/48 lookup 52 priority 100",
  "neigh add 192.168.1.1 lladdr 02:00:00:00:00:01 dev d0",
  "neigh add 192.168.1.9 dev d0 nud failed",
  "neigh add proxy 192.168.1.7 dev d0",
  "neigh add fe80::1 lladdr 02:00:00:00:00:02 router dev d0 nud permanent",
];
const OUTPUTS = [
  "route show table all",
  "-4 route",
  "-6 route show table all",
  "-d route show table all",
  "rule",
  "-6 rule",
  "addr",
  "-d addr",
  "-d link",
  "neigh",
];

async function printed({ place }: NetworkNamespace, words: readonly string[]): Promise<string> {
  const content = await runCommand(commandLine(place.ip, [...words]));
  if (!content.read) throw new Error(JSON.stringify(content.reason));
  return content.text;
}

/** What an output says, without whether it is known to be all: of text that shows less surely. */
function said(source: string, text: string): unknown {
  const parts = Object.entries(readOutput(source, text, "linux"));
  return parts.map(([name, part]) => [name, "observed" in part && part.observed ? part.value : part]);
}

describe.runIf(canHaveNamespaces)("the text of the real ip", () => {
  it("says the same as its JSON, whatever there is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(LINES), async (lines) => {
        const room = await makeNamespace();
        try {
          await room.ip("-batch -", CARDS.join("\n"));
          for (const line of lines) await room.ip(line);
          for (const output of OUTPUTS) {
            const words = output.split(" ");
            const json = said(`ip -j ${output}`, await printed(room, ["-j", ...words]));
            expect(said(`ip ${output}`, await printed(room, words)), output).toEqual(json);
          }
        } finally {
          await room.end();
        }
      }),
      { numRuns },
    );
  });
});
