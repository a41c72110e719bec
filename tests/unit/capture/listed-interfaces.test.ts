import { describe, expect, it } from "vitest";
import { asListedFor } from "../../../shared/capture/listed-interfaces.ts";
import { isComplete, observed } from "../../../shared/snapshot/part.ts";
import { HOTSPOT, intoUtun } from "../../support/machine-rows.ts";
import { card } from "../../support/machine.ts";
import { readOutput } from "../../support/read-output.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const isWhole = (text: string) => {
  const { interfaces } = readOutput("ifconfig -a", text);
  return interfaces !== undefined && isComplete(interfaces);
};

describe("a list of interfaces", () => {
  const list = observed([wifi]);
  const withTunnel = observed([...HOTSPOT, intoUtun("10.20.0.0/16")]);

  it("lacks some when a table leads through one that is not in it", () => {
    expect(isComplete(asListedFor(list, [withTunnel]))).toBe(false);
    expect(asListedFor(list, [observed([...HOTSPOT])])).toBe(list);
  });
});

describe("ifconfig that was cut off", () => {
  const block = "en0: flags=8863<UP,BROADCAST,RUNNING> mtu 1500\n\tinet 172.20.10.2 netmask 0xfffffff0\n";
  const tunnel =
    "utun6: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1390\n\tinet 172.20.151.1 --> 172.20.151.1 netmask 0xffffffff\n";

  it("within the block of a card lists only a part, for the card may have more addresses", () => {
    expect(isWhole(block)).toBe(false);
    expect(isWhole(`${block}\tmedia: autoselect\n\tstatus: active\n`)).toBe(true);
  });

  it("is not known to be so behind a tunnel, whose block nothing closes", () => {
    expect(isWhole(`${block}\tstatus: active\n${tunnel}`)).toBe(true);
  });
});
