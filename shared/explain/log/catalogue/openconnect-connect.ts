import type { MessageTable } from "../message.ts";

/** What openconnect says while it looks up and calls its server. */
export const connectMessages = {
  "oc-attempt-server": {
    severity: "info",
    patterns: [
      "Attempting to connect to server {address:host}:{port:int}",
      "正在尝试连接到服务器 {address:host}:{port:int}",
    ],
  },
  "oc-connected-tcp": {
    severity: "info",
    patterns: ["Connected to {address:host}:{port:int}", "已连接到 {address:host}:{port:int}"],
  },
  "oc-connect-failed": {
    severity: "error",
    patterns: [
      "Failed to connect to {address:host}:{port:int}: {error}",
      "连接到 {address:host}:{port:int} 失败：{error}",
    ],
  },
  "oc-connect-host-failed": {
    severity: "error",
    patterns: ["Failed to connect to host {host}", "连接到主机 {host} 失败"],
  },
  "oc-getaddrinfo-failed": {
    severity: "error",
    patterns: ["getaddrinfo failed for host '{host}': {error}", '为主机 "{host}" getaddrinfo 失败：{error}'],
  },
  "oc-proxy-connect-failed": {
    severity: "error",
    patterns: ["Proxy CONNECT request failed: {httpStatus:int}", "代理 CONNECT 请求失败：{httpStatus:int}"],
  },
  "oc-socks-error": {
    severity: "error",
    patterns: ["SOCKS proxy error {code:hex}: {reason}", "SOCKS 代理错误 {code:hex}：{reason}"],
  },
} as const satisfies MessageTable;
