import { refuseRow } from "./ip-text.ts";
import type { FieldsOf } from "./ip-text.ts";

const INDEX = /^(\d+):$/;
/** `wlan0:`, and `veth0@if5:` where a device has a lower one. */
const NAME = /^([^@:]+)(?:@[^:]+)?:$/;
const FLAGS = /^<([A-Z,_-]*)>$/;
const FAMILY = /^inet6?$/;
/** Lines below a link that begin with a word, and not with the kind of the device. */
const NO_KIND = /^(?:link\/.*|inet6?|valid_lft|altname|alias|vf|bridge_slave|bond_slave)$/;

/** The fields of one link of `ip addr` or `ip link`, also with `-d`, as far as a snapshot holds them. */
export const linkFields: FieldsOf = ({ words: [index = "", name = "", flags = "", ...attributes], below }) => {
  const ifindex = INDEX.exec(index)?.[1] ?? refuseRow();
  const ifname = NAME.exec(name)?.[1] ?? refuseRow();
  const words = FLAGS.exec(flags)?.[1] ?? refuseRow();
  const mtu = valueOf(attributes, "mtu");
  const link = below.find(([word]) => word?.startsWith("link/"));
  const device = below.find(([word = ""]) => /^[a-z]/.test(word) && !NO_KIND.test(word));
  return {
    ifindex: Number(ifindex),
    ifname,
    flags: words === "" ? [] : words.split(","),
    ...(mtu === undefined ? {} : { mtu: Number(mtu) }),
    ...(link?.[1]?.includes(":") === true ? { address: link[1] } : {}),
    ...(device === undefined ? {} : { linkinfo: deviceFields(device) }),
    addr_info: below.filter(([word = ""]) => FAMILY.test(word)).map(addressFields),
  };
};

/** `tun type tun pi off vnet_hdr off persist on`: the kind, then what is particular to it. */
function deviceFields([kind, ...attributes]: readonly string[]): Record<string, unknown> {
  const persist = valueOf(attributes, "persist");
  return { info_kind: kind, ...(persist === undefined ? {} : { info_data: { persist: persist === "on" } }) };
}

/** `inet 192.168.1.23/24 …`, and `inet 10.8.0.7 peer 10.8.0.1/32 …` on a point-to-point link. */
function addressFields([family, own = "", ...attributes]: readonly string[]): Record<string, unknown> {
  const peer = valueOf(attributes, "peer");
  const [withLength, length] = (peer ?? own).split("/");
  if (length === undefined || !/^\d+$/.test(length)) refuseRow();
  return {
    family,
    local: peer === undefined ? withLength : own,
    ...(peer === undefined ? {} : { address: withLength }),
    prefixlen: Number(length),
  };
}

function valueOf(words: readonly string[], name: string): string | undefined {
  const index = words.indexOf(name);
  return index < 0 ? undefined : words[index + 1];
}
