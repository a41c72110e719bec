import type { MessageTable } from "../message.ts";

/** What openconnect says about a session that runs: the TLS channel, keys, addresses. */
export const sessionMessages = {
  "oc-write-error": {
    severity: "error",
    patterns: ["Write error on {channel} session: {error}", "{channel} 上存在写入错误：{error}"],
  },
  "oc-write-error-openssl": {
    severity: "error",
    patterns: ["Write error on {channel} session: {code:int}", "在 {channel} 会话上写入出错：{code:int}"],
  },
  "oc-read-error": {
    severity: "error",
    patterns: ["Read error on {channel} session: {error}", "{channel} 上存在读取错误：{error}"],
  },
  "oc-read-error-openssl": {
    severity: "error",
    patterns: ["Read error on {channel} session: {code:int}", "在 {channel} 会话上读取出错：{code:int}"],
  },
  "oc-write-no-session": {
    severity: "error",
    patterns: ["Attempted to write to non-existent {channel} session", "尝试过写入的 {channel} 会话不存在"],
  },
  "oc-read-no-session": {
    severity: "error",
    patterns: ["Attempted to read from non-existent {channel} session", "尝试过读取的 {channel} 会话不存在"],
  },
  "oc-cstp-dpd-dead": {
    severity: "error",
    patterns: ["CSTP Dead Peer Detection detected dead peer!", "CSTP 失效对等体检测检测到失效！"],
  },
  "oc-cstp-rekey-due": { severity: "info", patterns: ["CSTP rekey due", "CSTP 密钥更新到期"] },
  "oc-cstp-rehandshake-failed": {
    severity: "warning",
    patterns: ["Rehandshake failed; attempting new-tunnel", "重新握手失败；正在尝试新隧道"],
  },
  "oc-cstp-connected": {
    severity: "info",
    patterns: [
      "CSTP connected. DPD {dpdSeconds:int}, Keepalive {keepaliveSeconds:int}",
      "CSTP 已连接。DPD {dpdSeconds:int}，持久连接（Keepalive）{keepaliveSeconds:int}",
      "CSTP 已连接。DPD {dpdSeconds:int}, 保持连接 {keepaliveSeconds:int}",
    ],
  },
  "oc-connect-response": {
    severity: "info",
    patterns: [
      "Got CONNECT response: {statusLine}",
      "得到了 CONNECT 响应：{statusLine}",
      "收到CONNECT响应：{statusLine}",
    ],
  },
  "oc-short-packet": {
    severity: "fatal",
    patterns: ["Short packet received ({bytes:int} bytes)", "接收到短包（{bytes:int} 字节）"],
  },
  "oc-unknown-packet": { severity: "fatal", patterns: ["Unknown packet {bytes:bytes}", "未知的包 {bytes:bytes}"] },
  "oc-inflate-failed": { severity: "error", patterns: ["inflate failed", "inflate 解码失败", "缩减失败"] },
  "oc-tls-unclean": {
    severity: "warning",
    patterns: ["TLS/DTLS socket closed uncleanly", "TLS/DTLS 套接字不明关闭了"],
  },
  "oc-cert-changed": {
    severity: "fatal",
    patterns: ["Server presented different cert on rehandshake", "重新握手时服务器提供了不同的证书"],
  },
  "oc-background": {
    severity: "info",
    patterns: ["Continuing in background; pid {pid:int}", "在后台继续；pid {pid:int}"],
  },
  "oc-configured": {
    severity: "info",
    patterns: [
      "Configured as {tunnelAddress}, with SSL{tls} and {udp}",
      "已配置为 {tunnelAddress}，使用 SSL{tls} 和 {udp}",
      "Connected as {tunnelAddress}, using SSL{tls}, with {udp}",
    ],
  },
  "oc-session-expiry": {
    severity: "info",
    patterns: ["Session authentication will expire at {time}", "会话身份验证将于 {time} 过期"],
  },
  "oc-select-failed": {
    severity: "fatal",
    patterns: ["Failed select() in mainloop: {error}", "主循环里调用 select() 失败: {error}"],
  },
  "oc-tun-write-failed": {
    severity: "error",
    patterns: ["Failed to write incoming packet: {error}", "写入传入的包失败：{error}"],
  },
  "oc-old-ssl-read-error": {
    severity: "error",
    patterns: ["SSL read error: {error}; reconnecting.", "SSL 读取错误：{error}；正在重新连接。"],
  },
  "oc-partial-write": {
    severity: "error",
    patterns: [
      "SSL wrote too few bytes! Asked for {asked:int}, sent {sent:int}",
      "SSL 写入的字节过少！请求 {asked:int}，已发送 {sent:int}",
      "SSL 写入的字节过少！请求 {asked:int}，发送了 {sent:int}",
    ],
  },
  "oc-header": {
    severity: "info",
    patterns: [
      "X-CSTP-{name:word}: {value}",
      "X-DTLS-{name:word}: {value}",
      "X-Transcend-{name:word}: {value}",
      "Content-{name:word}: {value}",
      "Connection: {value}",
    ],
  },
  "oc-tcp-info": {
    severity: "info",
    patterns: [
      "TCP_INFO rcv mss {received:int}, snd mss {sent:int}, adv mss {advertised:int}, pmtu {mtu:int}",
      "TCP_信息 接收 MSS {received:int}，发送 MSS {sent:int}，通告 MSS {advertised:int}，路径 MTU {mtu:int}",
    ],
  },
} as const satisfies MessageTable;
