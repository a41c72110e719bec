import { describe, expect, it } from "vitest";
import { pathPicture } from "../../../shared/explain/path-picture.ts";
import type { PathPicture } from "../../../shared/explain/path-picture.ts";
import { HealthState } from "../../../shared/health/finding.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import { judged, NOON, recordedSnapshot } from "../../support/judged.ts";

function pictureOf(capture: string, change: Partial<Assessment> = {}): PathPicture {
  return pathPicture({ ...judged(recordedSnapshot(capture)).assessment, ...change });
}

/** Presence of the stations behind this computer, then the links, then the tunnel. */
function drawnAs({ nodes, links, tunnel }: PathPicture): string {
  const stations = [nodes.router, nodes.server, nodes.network].map(({ presence }) => presence);
  return [...stations, "|", links.uplink, links.transit, links.inside, "|", tunnel.state].join(" ");
}

describe("the path picture", () => {
  it("of a healthy tunnel is open from end to end", () => {
    const picture = pictureOf("04-seed-healthy-reconstructed");
    expect(drawnAs(picture)).toBe("here here here | open open open | open");
    expect(picture).toMatchObject({ tunnel: { interface: "utun6", rival: null }, fault: null, summary: "works" });
  });

  it("without a VPN ends at the router", () => {
    const picture = pictureOf("02-seed-after-switch-clean");
    expect(drawnAs(picture)).toBe("here idle idle | open idle idle | none");
    expect(picture).toMatchObject({ nodes: { router: { address: "172.20.10.1" } }, fault: null, summary: "off" });
  });

  it("of a leftover pin leads to a router that is not there, named by its address", () => {
    const picture = pictureOf("05-third-state-stale-pin");
    expect(drawnAs(picture)).toBe("here away away | open idle idle | none");
    expect(picture.fault).toEqual({
      kind: "detour",
      gateway: "10.51.0.1",
      tunnels: [],
      caption: codedText("not-on-this-network", { gateway: "10.51.0.1" }),
    });
    expect(picture.nodes.server.address).toBe("222.66.117.109");
  });

  it("of a stale pin under a living client has the silent tunnel besides", () => {
    const picture = pictureOf("06-reconnect-loop-stale-pin");
    expect(drawnAs(picture)).toBe("here away away | open idle idle | silent");
    expect(picture).toMatchObject({ tunnel: { interface: "utun6" }, fault: { kind: "detour" } });
  });

  it("tells the two states whose way is whole from healthy ones by a sign of their own", () => {
    expect(pictureOf("27-clash-quit-dns-left").badge).toEqual({ kind: "leftover", at: "computer" });
    expect(pictureOf("78-linux-pin-purged-server-loop").badge).toEqual({ kind: "warning", at: "tunnel" });
    expect(pictureOf("04-seed-healthy-reconstructed").badge).toBeNull();
    expect(pictureOf("02-seed-after-switch-clean").badge).toBeNull();
  });

  it("has no sign where the fault itself is drawn", () => {
    expect(pictureOf("05-third-state-stale-pin").badge).toBeNull();
    expect(pictureOf("72-two-split-tunnels-overlap").badge).toBeNull();
  });

  it("of each of the eight states is another one", () => {
    const assessment = judged(recordedSnapshot("04-seed-healthy-reconstructed")).assessment;
    const drawn = HealthState.options.map((state) => {
      const picture = pathPicture({ ...assessment, state, findings: [] });
      return JSON.stringify([drawnAs(picture), picture.badge]);
    });
    expect(new Set(drawn).size).toBe(8);
  });

  it("without a default route is cut in front of the router", () => {
    const picture = pictureOf("17-default-deleted-after-tailscale");
    expect(picture.links.uplink).toBe("cut");
    expect(picture.fault?.kind).toBe("gap");
  });

  it("of a stale default route leads past the router that is there", () => {
    const picture = pictureOf("33-zerotier-default-to-loopback");
    expect(picture.links.uplink).toBe("idle");
    expect(picture.fault).toMatchObject({ kind: "default-detour", gateway: "127.0.0.1" });
  });

  it("of routes into a tunnel that is gone has the tunnel cut", () => {
    const picture = pictureOf("89-linux-orphan-persistent-tun");
    expect(picture.tunnel).toEqual({ state: "cut", interface: "tun0", rival: null });
    expect(picture.wireless).toBe(true);
  });

  it("of a tunnel through which nothing comes back has it silent, with the server reached", () => {
    const picture = pictureOf("50-tunnel-dead-after-sleep");
    expect(drawnAs(picture)).toBe("here here away | open idle idle | silent");
  });

  it("of two tunnels that contend names both", () => {
    const picture = pictureOf("72-two-split-tunnels-overlap");
    expect(picture.tunnel).toEqual({ state: "open", interface: "utun4", rival: "utun6" });
  });

  it("claims nothing that is only suspected", () => {
    const picture = pictureOf("78-linux-pin-purged-server-loop");
    expect(picture.fault).toBeNull();
    expect(drawnAs(picture)).toBe("here here here | open open open | open");
  });

  it("without a network is cut at this computer, whatever else is wrong", () => {
    for (const capture of ["44-wifi-off-nothing-left", "01-seed-openconnect-underlay-gone"]) {
      const picture = pictureOf(capture);
      expect(drawnAs(picture)).toBe("away away away | cut idle idle | none");
      expect(picture).toMatchObject({ fault: null, summary: "offline" });
    }
  });

  it("while the verdict is held back claims nothing", () => {
    const snapshot = recordedSnapshot("06-reconnect-loop-stale-pin");
    const { assessment } = judged(snapshot, { ...EMPTY_HISTORY, networkChangedAt: NOON });
    const picture = pathPicture(assessment);
    expect(drawnAs(picture)).toBe("unknown unknown unknown | checking checking checking | checking");
    expect(picture).toMatchObject({ fault: null, summary: "checking" });
  });

  it("of a machine that cannot be read claims nothing", () => {
    const picture = pictureOf("05-third-state-stale-pin", { state: "unknown", network: null });
    expect(drawnAs(picture)).toBe("unknown unknown unknown | unknown unknown unknown | unknown");
    expect(picture).toMatchObject({ fault: null, summary: "unknown" });
  });
});
