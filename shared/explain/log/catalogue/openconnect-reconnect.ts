import type { MessageTable } from "../message.ts";

/** What openconnect says while it tries to get a lost session back. */
export const reconnectMessages = {
  "oc-connect-refused": {
    severity: "error",
    patterns: [
      "Got inappropriate HTTP CONNECT response: {statusLine}",
      "得到了不正确的 HTTP CONNECT 响应：{statusLine}",
      "收到不正确的 HTTP CONNECT 响应：{statusLine}",
    ],
  },
  "oc-service-unavailable": {
    severity: "error",
    patterns: [
      "VPN service unavailable; reason: {reason}",
      "VPN 服务不可用；原因：{reason}",
      "VPN 服务不可用，原因：{reason}",
    ],
  },
  "oc-http-response-failed": { severity: "error", patterns: ["Error fetching HTTPS response", "获取 HTTPS 响应出错"] },
  "oc-different-ip": {
    severity: "fatal",
    patterns: [
      "Reconnect gave different Legacy IP address ({newAddress} != {oldAddress})",
      "重连给出了不同的传统 IP 地址（{newAddress} != {oldAddress}）",
      "重连给出了不同的旧 IP 地址({newAddress} != {oldAddress})",
      "重连给出了不同的旧 IP 地址（{newAddress} != {oldAddress}）",
    ],
  },
  "oc-different-netmask": {
    severity: "fatal",
    patterns: [
      "Reconnect gave different Legacy IP netmask ({newMask} != {oldMask})",
      "重连给出了不同的传统 IP 网络掩码（{newMask} != {oldMask}）",
      "重连给出了不同的旧 IP 网络掩码({newMask} != {oldMask})",
      "重连给出了不同的旧 IP 网络掩码（{newMask} != {oldMask}）",
    ],
  },
  "oc-different-ipv6": {
    severity: "fatal",
    patterns: [
      "Reconnect gave different IPv6 address ({newAddress} != {oldAddress})",
      "重连给出了不同的 IPv6 地址（{newAddress} != {oldAddress}）",
      "重连给出了不同的旧 IPv6 地址({newAddress} != {oldAddress})",
      "重连给出了不同的旧 IPv6 地址（{newAddress} != {oldAddress}）",
    ],
  },
  "oc-different-ipv6-netmask": {
    severity: "fatal",
    patterns: [
      "Reconnect gave different IPv6 netmask ({newMask} != {oldMask})",
      "重连给出了不同的 IPv6 网络掩码（{newMask} != {oldMask}）",
      "重连给出了不同的旧 IPv6 网络掩码({newMask} != {oldMask})",
      "重连给出了不同的旧 IPv6 网络掩码（{newMask} != {oldMask}）",
    ],
  },
  "oc-reconnect-host-failed": {
    severity: "error",
    patterns: ["Failed to reconnect to host {host}: {error}", "重连到主机 {host} 失败：{error}"],
  },
  "oc-reconnect-proxy-failed": {
    severity: "error",
    patterns: ["Failed to reconnect to proxy {proxy}: {error}", "重连到代理 {proxy} 失败：{error}"],
  },
  "oc-reconnect-sleep": {
    severity: "warning",
    patterns: [
      "sleep {pauseSeconds:int}s, remaining timeout {remainingSeconds:int}s",
      "睡眠了 {pauseSeconds:int} 秒，超时剩余 {remainingSeconds:int} 秒",
      "睡眠 {pauseSeconds:int}s，剩余超时 {remainingSeconds:int}s",
    ],
  },
  "oc-reconnect-failed": { severity: "fatal", patterns: ["Reconnect failed", "重连失败"] },
  "oc-cookie-invalid": {
    severity: "fatal",
    patterns: ["Cookie is no longer valid, ending session", "Cookie 不再有效，正在结束会话"],
  },
  "oc-dyndns": {
    severity: "warning",
    patterns: [
      "Reconnecting to DynDNS server using previously cached IP address",
      "正在使用上次缓存的 IP 地址来重连到 DynDNS 服务器",
    ],
  },
  "oc-connect-cancelled": { severity: "info", patterns: ["Socket connect cancelled", "套接字连接已取消"] },
  "oc-ssl-cancelled": { severity: "info", patterns: ["SSL connection cancelled", "SLL 连接已取消"] },
  "oc-caller-paused": { severity: "info", patterns: ["Caller paused the connection", "主叫方暂停了连接"] },
  "oc-user-reconnect": { severity: "info", patterns: ["User requested reconnect", "用户请求了重连"] },
  "oc-cmd-select-failed": {
    severity: "error",
    patterns: ["Failed select() for command socket: {error}", "对命令套接字调用 select() 失败: {error}"],
  },
} as const satisfies MessageTable;
