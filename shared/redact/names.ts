import { NAME_KINDS } from "./pseudonyms.ts";
import type { NameKind } from "./pseudonyms.ts";

/** Accounts that systems come with; macOS's begin with an underscore. Low numbers are accounts without a name. */
const SYSTEM_ACCOUNT =
  /^(?:_[\w-]+|\d{1,5}|root|daemon|nobody|bin|sys|sync|games|man|lp|mail|news|uucp|proxy|www-data|backup|list|irc|gnats|messagebus|dbus|avahi(?:-autoipd)?|colord|geoclue|gdm|sddm|lightdm|polkitd|rtkit|syslog|tss|uuidd|systemd(?:[-+][\w-]*\+?)?|_apt|sshd|statd|ntp|chrony|dnsmasq|nm-openvpn|nm-openconnect|openvpn|strongswan|tailscale|libvirt-qemu|kernoops|saned|usbmux|whoopsie|cups-pk-helper|pulse|speech-dispatcher|hplip|frr|bird|unbound|bind|named|holdfast-helper)$/;

/** Ends of domain names with a meaning of their own (RFC 6761, RFC 6762, RFC 8375) or that routers give to any home. */
const SPECIAL_LABEL = /^(?:local|localhost|localdomain|arpa|in-addr|ip6|internal|lan|home|test|example|invalid|onion)$/;

/** Whether a user name is the same on every machine. */
export function isSystemAccount(name: string): boolean {
  return SYSTEM_ACCOUNT.test(name);
}

/** Whether a label of a domain name says nothing of whose it is. */
export function isSpecialLabel(label: string): boolean {
  return SPECIAL_LABEL.test(label.toLowerCase());
}

/**
 * A pseudonym for each name, by the name in lower case: `user1`, `network2`, `name3`, counted in the order in which the
 * names are given. No pseudonym is one of the names.
 */
export function namePseudonyms(names: ReadonlyMap<string, ReadonlySet<NameKind>>): ReadonlyMap<string, string> {
  const next: Record<NameKind, number> = { user: 1, network: 1, name: 1 };
  const entries = [...names].map(([name, kinds]): [string, string] => {
    const kind = NAME_KINDS.find((entry) => kinds.has(entry)) ?? "name";
    while (names.has(`${kind}${next[kind]}`)) next[kind] += 1;
    return [name, `${kind}${next[kind]++}`];
  });
  return new Map(entries);
}
