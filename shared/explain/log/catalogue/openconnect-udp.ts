import type { MessageTable } from "../message.ts";

/** What openconnect says about its UDP data path (DTLS) and packet sizes. */
export const udpMessages = {
  "oc-dpd-send-failed": {
    severity: "error",
    patterns: ["Failed to send DPD request. Expect disconnect", "发送 DPD 请求失败。需要断开连接"],
  },
  "oc-dpd-reply-failed": {
    severity: "error",
    patterns: ["Failed to send DPD response. Expect disconnect", "发送 DPD 响应失败。需要断开连接"],
  },
  "oc-keepalive-send-failed": {
    severity: "error",
    patterns: [
      "Failed to send keepalive request. Expect disconnect",
      "发送持久连接 (keepalive) 请求失败。需要断开连接",
    ],
  },
  "oc-dtls-handshake-failed": {
    severity: "warning",
    patterns: ["DTLS handshake failed: {error}", "DTLS 握手失败：{error}"],
  },
  "oc-dtls-handshake-failed-openssl": {
    severity: "warning",
    patterns: ["DTLS handshake failed: {code:int}", "DTLS 握手失败：{code:int}"],
  },
  "oc-dtls-handshake-timeout": { severity: "warning", patterns: ["DTLS handshake timed out", "DTLS 握手超时"] },
  "oc-dtls-firewall-hint": {
    severity: "warning",
    patterns: ["(Is a firewall preventing you from sending UDP packets?)", "（是防火墙正在阻止你发送 UDP 包吗？）"],
  },
  "oc-dtls-dpd-dead": {
    severity: "warning",
    patterns: ["DTLS Dead Peer Detection detected dead peer!", "DTLS 失效对等体检测检测到失效！"],
  },
  "oc-dtls-rekey-due": { severity: "info", patterns: ["DTLS rekey due", "DTLS 密钥更新到期"] },
  "oc-dtls-rehandshake-failed": {
    severity: "warning",
    patterns: ["DTLS Rehandshake failed; reconnecting.", "DTLS 重新握手失败；正在重连。"],
  },
  "oc-dtls-attempt": { severity: "info", patterns: ["Attempt new DTLS connection", "尝试新的 DTLS 连接"] },
  "oc-dtls-established": {
    severity: "info",
    patterns: [
      "Established DTLS connection (using GnuTLS). Ciphersuite {cipher}.",
      "已建立 DTLS 连接（使用 GnuTLS）。密码套件 {cipher}。",
    ],
  },
  "oc-dtls-established-openssl": {
    severity: "info",
    patterns: [
      "Established DTLS connection (using OpenSSL). Ciphersuite {version}-{cipher}.",
      "已建立 DTLS 连接（使用 OpenSSL）。密码套件 {version}-{cipher}。",
    ],
  },
  "oc-dtls-init-failed": {
    severity: "warning",
    patterns: ["Failed to initialize DTLS: {error}", "初始化 DTLS 失败：{error}"],
  },
  "oc-dtls-resume-mitm": {
    severity: "error",
    patterns: [
      "DTLS session resume failed; possible MITM attack. Disabling DTLS.",
      "DTLS 会话恢复失败；可能有 MITM 攻击。正在禁用 DTLS。",
    ],
  },
  "oc-dtls-no-address": { severity: "warning", patterns: ["No DTLS address", "没有 DTLS 地址"] },
  "oc-dtls-no-cipher": {
    severity: "warning",
    patterns: ["Server offered no DTLS cipher option", "服务器未提供 DTLS 加密选项"],
  },
  "oc-dtls-no-proxy": {
    severity: "info",
    patterns: ["No DTLS when connected via proxy", "当通过代理连接时不使用 DTLS"],
  },
  "oc-udp-setup-failed": {
    severity: "warning",
    patterns: ["Set up UDP failed; using SSL instead", "建立 UDP 失败；正使用 SSL 来代替"],
  },
  "oc-udp-open": { severity: "warning", patterns: ["Open UDP socket: {error}", "打开 UDP 套接字: {error}"] },
  "oc-udp-bind": { severity: "warning", patterns: ["Bind UDP socket: {error}", "绑定 UDP 套接字: {error}"] },
  "oc-udp-connect": { severity: "warning", patterns: ["Connect UDP socket: {error}", "连接 UDP 套接字: {error}"] },
  "oc-dtls-mtu-reduced": {
    severity: "info",
    patterns: ["DTLS MTU reduced to {mtu:int}", "DTLS MTU 已降低到 {mtu:int}"],
  },
  "oc-dtls-mtu-too-small": {
    severity: "warning",
    patterns: ["Peer MTU {mtu:int} too small to allow DTLS", "对等端 MTU {mtu:int} 太小不允许 DTLS"],
  },
  "oc-mtu-detected": {
    severity: "info",
    patterns: [
      "Detected MTU of {mtu:int} bytes (was {oldMtu:int})",
      "检测到 MTU 为 {mtu:int} 字节（之前为 {oldMtu:int}）",
    ],
  },
  "oc-mtu-timeout": {
    severity: "warning",
    patterns: [
      "Too long time in MTU detect loop; assuming negotiated MTU.",
      "MTU 检测回路时间太长；正在假定已协商的 MTU。",
    ],
  },
  "oc-dtls-bad-type": {
    severity: "warning",
    patterns: [
      "Unknown DTLS packet type {type:hex}, len {length:int}",
      "未知的 DTLS 包类型 {type:hex}，长度 {length:int}",
    ],
  },
  "oc-old-dtls-write-error": {
    severity: "warning",
    patterns: ["DTLS got write error: {error}. Falling back to SSL", "DTLS 发生写入错误：{error}。正回退到 SSL"],
  },
  "oc-mtu-probe-failed": {
    severity: "warning",
    patterns: ["Failed to send DPD request ({size:int} {result:int})", "发送 DPD 请求失败（{size:int} {result:int}）"],
  },
  "oc-dtls-initialised": {
    severity: "info",
    patterns: [
      "DTLS initialised. DPD {dpdSeconds:int}, Keepalive {keepaliveSeconds:int}",
      "CSTP 已初始化。DPD {dpdSeconds:int}，持久连接 {keepaliveSeconds:int}",
    ],
  },
  "oc-dtls-deferred": {
    severity: "info",
    patterns: ["Deferring DTLS resumption until CSTP generates a PSK", "推迟 DTLS 恢复直到 CSTP 生成 PSK"],
  },
  "oc-mtu-start": { severity: "info", patterns: ["Initiating MTU detection (min={smallest:int}, max={largest:int})"] },
  "oc-mtu-unchanged": {
    severity: "info",
    patterns: ["No change in MTU after detection (was {mtu:int})", "在检测后未改变 MTU（之前为 {mtu:int}）"],
  },
  "oc-udp-buffer": { severity: "info", patterns: ["UDP SO_SNDBUF: {size:int}"] },
} as const satisfies MessageTable;
