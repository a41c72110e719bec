import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../../shared/contract/settings.ts";
import { LOOKS, saidIn, told } from "../../../support/announcing.ts";
import type { Step } from "../../../support/announcing.ts";

const home: Step = { look: LOOKS.home };
const recovering: Step = { look: LOOKS.recovering };
const stuck: Step = { look: LOOKS.stuck };
const leftOver: Step = { look: LOOKS.leftOver };
const clean: Step = { look: LOOKS.clean };

const paused: Step = { settings: { ...DEFAULT_SETTINGS, notifications: "paused" } };
const on: Step = { settings: DEFAULT_SETTINGS };

describe("notifications", () => {
  it("say that the next connection will fail, once", () => {
    expect(told(clean, leftOver, leftOver, { ...leftOver })).toEqual(["", "vpn-blocked-residue", "", ""]);
  });

  it("say nothing at launch, nor later what was so at launch", () => {
    expect(told({}, leftOver, leftOver)).toEqual(["", "", ""]);
  });

  it("say nothing that the open popover shows, nor later when it is shut", () => {
    const [open, shut] = [{ popoverVisible: true }, { popoverVisible: false }];
    expect(told(clean, { ...leftOver, ...open }, shut, leftOver)).toEqual(["", "", "", ""]);
  });

  it("say nothing while they are paused, nor later what happened then", () => {
    expect(told({ ...clean, ...paused }, leftOver, home, stuck, on)).toEqual(["", "", "", "", ""]);
  });

  it("do not repeat themselves when a finding comes and goes on the same network", () => {
    expect(told(clean, leftOver, clean, leftOver)).toEqual(["", "vpn-blocked-residue", "taken back", ""]);
  });

  it("say it again when it is so again on that network after another", () => {
    expect(told(clean, leftOver, home, leftOver)).toEqual([
      "",
      "vpn-blocked-residue",
      "network-changed",
      "vpn-blocked-residue",
    ]);
  });

  it("do not repeat what is still so on another network", () => {
    const { assessment } = LOOKS.leftOver;
    const elsewhere = { ...LOOKS.leftOver, assessment: { ...assessment, network: LOOKS.home.assessment.network } };
    expect(told(clean, leftOver, { look: elsewhere }, leftOver)).toEqual(["", "vpn-blocked-residue", "", ""]);
  });

  it("say of a network that was left for a while only that it is another", () => {
    const { assessment } = LOOKS.home;
    const offline = {
      look: { ...LOOKS.home, assessment: { ...assessment, state: "offline" as const, network: null } },
    };
    expect(told(home, offline, home)).toEqual(["", "", ""]);
    expect(told(home, offline, recovering)).toEqual(["", "", "network-changed"]);
  });

  it("say that the network changed under a living VPN, then, once the verdict is there, that it cannot reconnect", () => {
    expect(told(home, recovering, recovering, stuck, stuck)).toEqual([
      "",
      "network-changed",
      "",
      "vpn-blocked-alive",
      "",
    ]);
  });

  it("say nothing about a network that changed without a VPN", () => {
    expect(told(home, clean)).toEqual(["", ""]);
  });

  it("say nothing about what cannot be repaired", () => {
    const plan = { ...LOOKS.leftOver.plan, steps: [] };
    expect(told(clean, { look: { ...LOOKS.leftOver, plan } })).toEqual(["", ""]);
  });

  it("name the finding that they lead to, and its repair", () => {
    expect(saidIn(clean, leftOver)).toEqual([
      {
        kind: "vpn-blocked-residue",
        finding: "gateway-pin-stale",
        repair: LOOKS.leftOver.plan.steps.map(({ step }) => step),
      },
    ]);
  });
});

describe("a notification that is no longer true", () => {
  it("is taken back when the popover is opened", () => {
    const open = { popoverVisible: true };
    expect(told(clean, leftOver, open, open)).toEqual(["", "vpn-blocked-residue", "taken back", ""]);
    expect(told(home, recovering, open)).toEqual(["", "network-changed", "taken back"]);
  });

  it("is taken back when the VPN is blocked no more", () => {
    const mended = {
      look: { ...LOOKS.stuck, assessment: { ...LOOKS.stuck.assessment, state: "up" as const, findings: [] } },
    };
    expect(told(home, stuck, mended)).toEqual(["", "vpn-blocked-alive", "taken back"]);
  });

  it("stays while nothing is seen, and while another change settles", () => {
    const blind = { look: { ...LOOKS.stuck, assessment: { ...LOOKS.clean.assessment, state: "unknown" as const } } };
    expect(told(home, stuck, blind, recovering, stuck)).toEqual(["", "vpn-blocked-alive", "", "", ""]);
  });

  it("is taken back when it told of a change that the VPN has survived, but not before one could read it", () => {
    const { assessment } = LOOKS.stuck;
    const blind = { look: { ...LOOKS.recovering, assessment: { ...assessment, state: "unknown" as const } } };
    const survived = { look: { ...LOOKS.recovering, assessment: { ...LOOKS.stuck.assessment, state: "up" as const } } };
    expect(told(home, recovering, survived, { at: 10 }, { at: 17 })).toEqual([
      "",
      "network-changed",
      "",
      "",
      "taken back",
    ]);
    expect(told(home, recovering, { at: 30 }, { ...blind, at: 31 })).toEqual(["", "network-changed", "", ""]);
  });
});
