import type { MessageTable } from "../message.ts";

/** What route(8) of macOS prints. */
export const routeMessages = {
  "route-not-in-table": { severity: "warning", patterns: ["route: writing to routing socket: not in table"] },
  "route-exists": { severity: "warning", patterns: ["route: writing to routing socket: File exists"] },
  "route-unreachable": { severity: "error", patterns: ["route: writing to routing socket: Network is unreachable"] },
  "route-bad-address": { severity: "error", patterns: ["route: bad address: {address}", "route: bad address:"] },
  "route-must-be-root": { severity: "error", patterns: ["route: must be root to alter routing table"] },
  "route-add-host": {
    severity: "info",
    patterns: [
      "add host {destination:word}: gateway {gateway:word}",
      "add net {destination:word}: gateway {gateway:word}",
    ],
  },
  "route-add-host-exists": {
    severity: "warning",
    patterns: [
      "add host {destination:word}: gateway {gateway:word}: File exists",
      "add net {destination:word}: gateway {gateway:word}: File exists",
    ],
  },
  "route-delete-host": {
    severity: "info",
    patterns: [
      "delete host {destination:word}: gateway {gateway:word}",
      "delete host {destination:word}",
      "delete net {destination:word}: gateway {gateway:word}",
      "delete net {destination:word}",
    ],
  },
  "route-delete-net-missing": {
    severity: "warning",
    patterns: [
      "delete net {destination:word}: gateway {gateway:word}: not in table",
      "delete net {destination:word}: not in table",
      "delete host {destination:word}: gateway {gateway:word}: not in table",
      "delete host {destination:word}: not in table",
    ],
  },
  "route-writing-failed": { severity: "error", patterns: ["route: writing to routing socket: {error}"] },
  "route-add-failed": {
    severity: "error",
    patterns: [
      "add host {destination:word}: gateway {gateway:word}: {error}",
      "add net {destination:word}: gateway {gateway:word}: {error}",
    ],
  },
} as const satisfies MessageTable;

/** Head line of a macOS routing table. */
export const netstatMessages = {
  "netstat-header": {
    severity: "info",
    patterns: ["Destination Gateway Flags Netif Expire", "Destination Gateway Flags Refs Use Netif Expire"],
  },
} as const satisfies MessageTable;

/** What ifconfig of macOS prints. */
export const ifconfigMessages = {
  "ifconfig-no-interface": { severity: "info", patterns: ["ifconfig: interface {interface} does not exist"] },
  "ifconfig-destroy-utun": { severity: "info", patterns: ["ifconfig: SIOCIFDESTROY: Invalid argument"] },
  "ifconfig-create-utun": { severity: "info", patterns: ["ifconfig: SIOCIFCREATE2: Invalid argument"] },
  "ifconfig-difaddr": { severity: "info", patterns: ["ifconfig: ioctl (SIOCDIFADDR): Can't assign requested address"] },
} as const satisfies MessageTable;

/** What networksetup of macOS prints. */
export const networksetupMessages = {
  "networksetup-no-service": {
    severity: "error",
    patterns: ["{service} is not a recognized network service.", "is not a recognized network service."],
  },
  "networksetup-bad-params": { severity: "error", patterns: ["** Error: The parameters were not valid."] },
  "networksetup-no-dns": { severity: "info", patterns: ["There aren't any DNS Servers set on {service}."] },
} as const satisfies MessageTable;

/** What ip(8) of Linux prints. */
export const iprouteMessages = {
  "ip-exists": { severity: "warning", patterns: ["RTNETLINK answers: File exists"] },
  "ip-no-such-process": { severity: "info", patterns: ["RTNETLINK answers: No such process"] },
  "ip-net-unreachable": { severity: "error", patterns: ["RTNETLINK answers: Network is unreachable"] },
  "ip-not-permitted": { severity: "error", patterns: ["RTNETLINK answers: Operation not permitted"] },
  "ip-nexthop-invalid": { severity: "error", patterns: ["Error: Nexthop has invalid gateway."] },
  "ip-no-device": { severity: "info", patterns: ['Cannot find device "{interface}"'] },
} as const satisfies MessageTable;
