import type { MessageTable } from "../message.ts";

/** What openconnect says about TLS and certificates. */
export const tlsMessages = {
  "oc-https-open-failed": {
    severity: "error",
    patterns: ["Failed to open HTTPS connection to {host}", "打开到 {host} 的 HTTPS 连接失败"],
  },
  "oc-tls-read-failed": {
    severity: "error",
    patterns: ["Failed to read from TLS/DTLS socket: {error}", "从 TLS/DTLS 套接字读取失败：{error}"],
  },
  "oc-tls-write-failed": {
    severity: "error",
    patterns: ["Failed to write to TLS/DTLS socket: {error}", "写入到 TLS/DTLS 套接字失败：{error}"],
  },
  "oc-tls-read-cancelled": { severity: "info", patterns: ["TLS/DTLS read cancelled", "TLS/DTLS 读取已取消"] },
  "oc-ssl-failure": { severity: "error", patterns: ["SSL connection failure: {error}", "SSL 连接失败：{error}"] },
  "oc-ssl-failure-openssl": { severity: "error", patterns: ["SSL connection failure", "SSL 连接失败", "SSL连接失败"] },
  "oc-ssl-alert": {
    severity: "error",
    patterns: ["SSL connection failure due to fatal alert: {alert}", "由于严重警报导致 SSL 连接失败：{alert}"],
  },
  "oc-ssl-negotiating": { severity: "info", patterns: ["SSL negotiation with {host}", "SSL 与 {host} 协商"] },
  "oc-https-connected": {
    severity: "info",
    patterns: [
      "Connected to HTTPS on {host} with ciphersuite {cipher}",
      // openconnect 7 (seen in dlenski/openconnect#22).
      "Connected to HTTPS on {host:host}",
      "已使用加密套件 {cipher} 连接到 {host} 上的 HTTPS",
    ],
  },
  "oc-ssl-create-failed": { severity: "fatal", patterns: ["Creating SSL connection failed", "创建 SSL 连接失败"] },
  "oc-cert-verify-failed": {
    severity: "error",
    patterns: ["Server certificate verify failed: {reason}", "服务器证书验证失败：{reason}"],
  },
  "oc-cert-prompt": {
    severity: "error",
    patterns: [
      'Certificate from VPN server "{host}" failed verification.\nReason: {reason}',
      '来自 VPN 服务器 "{host}" 的证书验证失败。\n原因：{reason}',
    ],
  },
  "oc-fingerprint-mismatch": {
    severity: "fatal",
    patterns: [
      "None of the {fingerprints:int} fingerprint(s) specified via --servercert match server's certificate: {fingerprint}",
      "通过 --servercert 指定的 {fingerprints:int} 个指纹都不符合服务器的证书：{fingerprint}",
    ],
  },
  "oc-client-cert-none": {
    severity: "error",
    patterns: ["Server requested SSL client certificate; none was configured", "服务器请求了 SSL 客户端证书；还未配置"],
  },
  "oc-client-cert-bad": {
    severity: "error",
    patterns: [
      "Client certificate missing or incorrect (Certificate Validation Failure)",
      "客户端证书缺失或错误（证书验证失败）",
    ],
  },
  "oc-client-cert-auth-failed": {
    severity: "error",
    patterns: ["SSL certificate authentication failed", "SSL 证书验证失败"],
  },
  "oc-client-cert-load": {
    severity: "fatal",
    patterns: ["Loading certificate failed. Aborting.", "加载证书失败。正在中止。"],
  },
  "oc-client-cert-expired": {
    severity: "error",
    patterns: ["Client certificate has expired at: {time}", "客户端证书已到期于: {time}"],
  },
  "oc-client-cert-expires": {
    severity: "warning",
    patterns: ["Client certificate expires soon at: {time}", "客户端证书快到期于: {time}"],
  },
  "oc-server-key-hash": {
    severity: "info",
    patterns: ["Server key hash: {fingerprint}", "服务器密钥散列值：{fingerprint}"],
  },
} as const satisfies MessageTable;
