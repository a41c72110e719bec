import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../shared/network/address.ts";
import { isLinkLocalAddress, isPrivateAddress, isRoutableAddress } from "../../../shared/network/special-prefixes.ts";

const tested = (text: string, test: (address: NonNullable<ReturnType<typeof parseAddress>>) => boolean) => {
  const address = parseAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  return test(address);
};

describe("ranges with a meaning", () => {
  it.each(["10.1.2.3", "172.31.255.255", "192.168.0.1", "100.64.0.1", "100.127.255.254", "198.18.0.1", "fd00::1"])(
    "%s is on no public network",
    (text) => {
      expect(tested(text, isPrivateAddress)).toBe(true);
    },
  );

  it.each(["172.32.0.1", "100.128.0.1", "198.20.0.1", "203.0.113.9", "222.66.117.109", "2001:db8::1"])(
    "%s is not private",
    (text) => {
      expect(tested(text, isPrivateAddress)).toBe(false);
    },
  );

  it.each([
    "127.0.0.2",
    "169.254.1.1",
    "224.0.0.251",
    "255.255.255.255",
    "240.0.0.1",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "ff02::1",
  ])("%s is no destination beyond the link", (text) => {
    expect(tested(text, isRoutableAddress)).toBe(false);
  });

  it("link-local addresses of both families are on every link", () => {
    expect(tested("169.254.7.7", isLinkLocalAddress)).toBe(true);
    expect(tested("fe80::1%en0", isLinkLocalAddress)).toBe(true);
    expect(tested("fec0::1", isLinkLocalAddress)).toBe(false);
  });
});
