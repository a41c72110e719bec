import { flagBits, orderedFlags } from "../kernel/link.ts";
import type { Link, LinkAddress } from "../kernel/link.ts";
import type { Answer, MacState } from "../state.ts";
import { failed, printed } from "../state.ts";

/** `ifconfig`, `ifconfig -a`, `ifconfig IF`; reading only. */
export function ifconfig(words: readonly string[], { kernel }: MacState): Answer {
  const [name] = words.filter((word) => !word.startsWith("-"));
  if (name === undefined) return printed(kernel.links().toSorted(byIndex).map(printLink).join(""));
  const link = kernel.link(name);
  if (words.includes("destroy")) return failed("ifconfig: SIOCIFDESTROY: Invalid argument", 1);
  return link === null ? failed(`ifconfig: interface ${name} does not exist`, 1) : printed(printLink(link));
}

function byIndex(a: Link, b: Link): number {
  return a.index - b.index;
}

function printLink(link: Link): string {
  const flags = orderedFlags(link.flags);
  const details = [
    link.options === null ? null : `options=${link.options}`,
    link.ether === null ? null : `ether ${link.ether}`,
    ...link.addresses.map((address) => printAddress(address, link)),
    link.nd6 ? "nd6 options=201<PERFORMNUD,DAD>" : null,
    link.media === null ? null : `media: ${link.media}`,
    link.status === null ? null : `status: ${link.status}`,
  ];
  const head = `${link.name}: flags=${flagBits(flags).toString(16)}<${flags.join()}> mtu ${link.mtu}\n`;
  return head + details.flatMap((line) => (line === null ? [] : [`\t${line}\n`])).join("");
}

function printAddress(entry: LinkAddress, { index }: Link): string {
  const { family, address, length, peer, broadcast, remark } = entry;
  if (family === "inet") {
    const mask = length === 0 ? 0 : (0xffff_ffff << (32 - length)) >>> 0;
    const other = peer === undefined ? "" : ` --> ${peer}`;
    const all = broadcast === undefined ? "" : ` broadcast ${broadcast}`;
    return `inet ${address}${other} netmask 0x${mask.toString(16).padStart(8, "0")}${all}`;
  }
  const words = remark === undefined ? "" : ` ${remark}`;
  // The line of a link-local address ends with the scope and a blank (macos-facts §5).
  const scope = address.includes("%") ? ` scopeid 0x${index.toString(16)} ` : "";
  return `inet6 ${address} prefixlen ${length}${words}${scope}`;
}
