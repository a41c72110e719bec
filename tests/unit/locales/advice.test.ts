import { describe, expect, it } from "vitest";
import { languages, localeTexts, namespacesOf } from "../../support/locale-texts.ts";

/** Every text that the project can show, in every language. */
const texts = languages.flatMap((language) =>
  namespacesOf(language).flatMap((namespace) =>
    [...localeTexts(language, namespace)].map(([key, text]) => ({ where: `${language} ${namespace}:${key}`, text })),
  ),
);

/** Advice from the web that harms or cannot work (openconnect-facts §4). No text contains it, not even to warn. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ["flush the packet filter", /pfctl\s+(?:-\w+\s+\S+\s+)*-\w*F/],
  ["reload the packet filter", /pfctl\s+-\w*f\b/],
  ["kill by name", /\b(?:pkill|killall)\b/],
  ["kill without clean-up", /\bkill\s+-(?:9|KILL)\b/],
  ["flush routes", /\broute\s+(?:-\w+\s+)*flush\b|\bip\s+route\s+flush\b/],
  ["delete a route by hand", /\broute\s+(?:-\w+\s+)*delete\b|\bip\s+route\s+del/],
  ["set an interface down or destroy it", /\bifconfig\s+\S+\s+(?:down|up|destroy|delete|create)\b/],
  ["take a link down", /\bip\s+link\s+(?:set|del)/],
  ["an option that does not exist", /-[sg]etgateway\b/],
  ["restart networking", /\bsystemctl\b|\bservice\s+\S+\s+restart\b/],
  // Holdfast itself says what it will do before it does it.
  ["work as root by hand", /\bsudo\s+(?!holdfast\b)[a-z/-]/],
  ["write resolv.conf", />\s*\/etc\/resolv\.conf/],
  ["a longer reconnect time", /(?:increase|raise|longer).{0,20}--reconnect-timeout/],
];

describe("the texts of the project", () => {
  it("are read: there are thousands", () => {
    expect(texts.length).toBeGreaterThan(2_000);
  });

  it.each(FORBIDDEN)("never advise to %s", (_, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ where }) => where)).toEqual([]);
  });

  it.each([
    "pfctl -F all",
    "pfctl -a com.apple -F rules",
    "pfctl -f /etc/pf.conf",
    "pkill -f vpn",
    "killall openconnect",
    "route -n flush",
    "ifconfig utun3 down",
    "ifconfig utun3 destroy",
    "networksetup -setgateway Wi-Fi 192.0.2.1",
    "systemctl restart networking",
    "sudo route delete default",
    "sudo /sbin/reboot",
    "sudo -s",
  ])("would not pass with “%s”", (advice) => {
    expect(FORBIDDEN.some(([, pattern]) => pattern.test(advice))).toBe(true);
  });
});
