// @ts-check

/**
 * @typedef {import("../../../shared/health/finding.ts").FindingId} FindingId
 * @typedef {import("../../../shared/snapshot/coded-text.ts").CodedText} CodedText
 * @typedef {import("../../../shared/snapshot/snapshot.ts").OperatingSystem} OperatingSystem
 */

/**
 * @typedef {object} Beyond
 * @property {readonly OperatingSystem[]} [systems]
 * @property {readonly string[]} [verdicts] severity and certainty
 * @property {readonly string[]} [evidence] codes
 */

/**
 * What no recorded machine shows, because it takes a look at an earlier network, or because nobody has recorded it yet. A
 * test holds it against generated machines.
 *
 * @type {Readonly<Partial<Record<FindingId, Beyond>>>}
 */
export const BEYOND_CAPTURES = {
  "gateway-pin-stale": { evidence: ["network-carries-only-inet6"] },
  "gateway-pin-foreign": {
    verdicts: ["error proven"],
    evidence: [
      "pin-made-for-other-router",
      "next-hop-other-device",
      "own-address-changed",
      "next-hop-not-yet-answered",
      "pin-inside-tunnel-prefix",
      "left-to-supervisor",
      "left-to-client",
      "left-to-guards",
    ],
  },
  "gateway-pin-missing": {
    evidence: ["network-carries-only-inet", "network-carries-only-inet6", "left-to-supervisor", "left-to-client"],
  },
  "default-route-stale": {
    verdicts: ["error suspected"],
    evidence: ["no-client-alive", "source-address-gone", "next-hop-off-link-no-network"],
  },
  "split-default-stale": { evidence: ["interface-down"] },
  "tunnel-route-orphaned": { evidence: ["interface-missing", "interface-without-carrier", "source-address-gone"] },
  "tunnel-dead": { evidence: ["left-to-supervisor"] },
  "client-stuck": {
    verdicts: ["error proven"],
    evidence: ["client-calls-from-gone-address", "left-to-supervisor", "left-to-client"],
  },
  // Both systems are asked for these files.
  "client-residue": { systems: ["darwin"] },
  "script-marks-left": { systems: ["linux"] },
  "gateway-route-unreachable": {
    evidence: ["interface-without-carrier", "next-hop-off-link-no-network", "source-address-gone"],
  },
};

/** Examples of evidence that no recorded machine shows for any finding. @type {Readonly<Record<string, CodedText["args"]>>} */
export const EXAMPLES = {
  "pin-made-for-other-router": {
    gateway: "192.168.1.1",
    router: "192.168.1.254",
    before: "02:00:00:00:00:0a",
    now: "02:00:00:00:00:0b",
  },
  "next-hop-other-device": { gateway: "192.168.1.1", before: "02:00:00:00:00:0a", now: "02:00:00:00:00:0b" },
  "own-address-changed": { interface: "wlan0", before: "192.168.1.23/24", now: "192.168.1.77/24" },
  "next-hop-not-yet-answered": { gateway: "192.168.1.1", interface: "wlan0" },
  "network-carries-only-inet6": { server: "203.0.113.9" },
  "client-calls-from-gone-address": { client: "openconnect", address: "198.51.100.23" },
};
