import type { MessageTable } from "../message.ts";

/** Error texts of the TLS library and reasons for a refused certificate; they stand inside other messages. */
export const tlsErrorTexts = {
  "oc-cert-reason-expired": { severity: "error", patterns: ["certificate expired", "证书已过期"] },
  "oc-cert-reason-not-active": { severity: "error", patterns: ["certificate not yet activated", "证书尚未激活"] },
  "oc-cert-reason-signer": { severity: "error", patterns: ["signer not found", "未找到签署者"] },
  "oc-cert-reason-hostname": {
    severity: "error",
    patterns: ["certificate does not match hostname", "证书与主机名不匹配"],
  },
  "tls-push": { severity: "error", patterns: ["Error in the push function.", "在 push 函数中出错。"] },
  "tls-pull": { severity: "error", patterns: ["Error in the pull function.", "在 pull 函数中出错。"] },
  "tls-invalidated": {
    severity: "warning",
    patterns: ["The specified session has been invalidated for some reason.", "指定的会话已因故失效。"],
  },
  "tls-again": {
    severity: "warning",
    patterns: ["Resource temporarily unavailable, try again.", "资源临时不可用，请重试。"],
  },
  "tls-fatal-alert": {
    severity: "error",
    patterns: ["A TLS fatal alert has been received.", "收到一个 TLS 致命错误警告。"],
  },
  "tls-unexpected-packet": {
    severity: "error",
    patterns: ["An unexpected TLS packet was received.", "收到一个未预期的 TLS 数据包。"],
  },
  "tls-cert-error": { severity: "error", patterns: ["Error in the certificate.", "证书出错。"] },
  "tls-timeout": { severity: "error", patterns: ["The operation timed out", "操作超时"] },
  "tls-premature": {
    severity: "error",
    patterns: ["The TLS connection was non-properly terminated.", "TLS 链接非正常地终止了。"],
  },
} as const satisfies MessageTable;
