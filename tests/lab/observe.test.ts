import { describe, expect } from "vitest";
import type { NetworkChange } from "../../shared/history/network-change.ts";
import { observedValue } from "../support/observed-value.ts";
import { changesOf, watchSnapshots } from "../../electron/observe/watch.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { labTest } from "./lab-test.ts";
import { observerOf } from "./laptop/observer-of.ts";
import { SERVER, WIFI } from "./network/addresses.ts";
import { PROGRAMS } from "./room/programs.ts";
import { waitUntil } from "./room/wait-until.ts";
import { connect, killHard } from "./vpn/connect.ts";

/** A change in words: `address-added wlan0 198.51.100.2/28`. */
const inWords = ({ code, args }: NetworkChange) => [code, ...Object.values(args)].join(" ");

describe("observing a laptop", () => {
  labTest("sees openconnect with its tunnel and its connection to the server", async ({ lab }) => {
    await connect(lab);
    const { snapshot } = snapshotOf(await observerOf(lab.laptop).capture());
    const client = observedValue(snapshot.processes).find((entry) => entry.executable === PROGRAMS.openconnect);
    expect(client?.arguments).toContain("--timestamp");
    expect(observedValue(snapshot.tunnelOwners)).toEqual([{ interface: "tun0", pid: client?.pid }]);
    const peers = observedValue(snapshot.sockets).map(
      (socket) => `${socket.transport} ${socket.remoteAddress} ${socket.remotePort} ${socket.state}`,
    );
    expect(peers).toContain(`tcp ${SERVER} 443 established`);
    expect(observedValue(snapshot.resolvers)).toMatchObject([{ writtenBy: "vpnc-script" }]);
  });

  labTest("names what happens when the client is killed and the network changes", async ({ lab }) => {
    const ending = new AbortController();
    const seen: string[] = [];
    let looks = 0;
    const watching = (async () => {
      for await (const look of watchSnapshots(observerOf(lab.laptop), ending.signal)) {
        looks += 1;
        seen.push(...changesOf(look).map(inWords));
      }
    })();
    const waitFor = (words: string) => waitUntil(words, 10_000, () => seen.some((change) => change.startsWith(words)));

    // Only what comes after the first look is a change.
    await waitUntil("the first look", 10_000, () => looks > 0);
    const vpn = await connect(lab);
    await waitFor("tunnel-up tun0");
    await waitFor("client-started openconnect");
    await waitFor(`route-added ${SERVER}/32 ${WIFI.home.router} wlan0`);
    await killHard(vpn);
    await waitFor("tunnel-down tun0");
    await waitFor("client-ended openconnect");
    await lab.wifi.join("hot", "make-before-break");
    await waitFor("network-changed wlan0");
    await waitFor(`default-route-changed inet ${WIFI.hot.router} wlan0 ${WIFI.home.router} wlan0`);
    expect(seen.filter((change) => change.startsWith("route-removed"))).toEqual([]);
    ending.abort();
    await watching;
  });
});
