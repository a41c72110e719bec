/** `0:0:5e:0:1:33`: a link-level address as netstat writes it, without leading zeros. */
export function shortLinkAddress(ether: string): string {
  return ether
    .split(":")
    .map((part) => part.replace(/^0(?=.)/, ""))
    .join(":");
}
