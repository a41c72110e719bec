import type { MessageTable } from "../message.ts";

/** Last words of openconnect. */
export const exitMessages = {
  "oc-server-disconnect-reason": {
    severity: "fatal",
    patterns: [
      "Received server disconnect: {code:hex} '{reason}'",
      '接收到服务器断开：{code:hex} "{reason}"',
      "收到服务器断开：{code:hex} '{reason}'",
    ],
  },
  "oc-server-disconnect": { severity: "fatal", patterns: ["Received server disconnect", "接收到服务器断开"] },
  "oc-server-terminate": {
    severity: "fatal",
    patterns: ["received server terminate packet", "接收到服务器终止包", "收到服务器终止包"],
  },
  "oc-bye": {
    severity: "info",
    patterns: ["Send BYE packet: {reason}", "已发送 BYE 包：{reason}", "发送 BYE 包：{reason}"],
  },
  "oc-cookie-rejected": {
    severity: "fatal",
    patterns: ["Cookie was rejected by server; exiting.", "服务器拒绝了 cookie；正在退出。"],
  },
  "oc-cookie-rejected-old": {
    severity: "fatal",
    patterns: ["Cookie was rejected on reconnection; exiting.", "重连时拒绝了 cookie；正在退出。"],
  },
  "oc-session-terminated": {
    severity: "fatal",
    patterns: ["Session terminated by server; exiting.", "会话已被服务器终止；正在退出。"],
  },
  "oc-user-cancelled": {
    severity: "info",
    patterns: ["User cancelled ({signals}); exiting.", "用户取消（{signals}）；正在退出。"],
  },
  "oc-user-detached": {
    severity: "info",
    patterns: ["User detached from session ({signals}); exiting.", "用户从会话（{signals}）脱离；正在退出。"],
  },
  "oc-io-error": {
    severity: "fatal",
    patterns: ["Unrecoverable I/O error; exiting.", "无法恢复的 I/O 错误；正在退出。"],
  },
  "oc-unknown-error": { severity: "fatal", patterns: ["Unknown error; exiting.", "未知错误；正在退出。"] },
  "oc-cstp-reconnect-failed": { severity: "fatal", patterns: ["CSTP reconnect failed; exiting"] },
  "oc-quit-unknown-packet": { severity: "fatal", patterns: ["Unknown packet received; exiting"] },
  "oc-quit-tun": { severity: "fatal", patterns: ["Set up tun device failed; exiting"] },
  "oc-old-user-cancelled": { severity: "info", patterns: ["User cancelled (SIGINT/SIGTERM); exiting."] },
  "oc-old-user-detached": {
    severity: "info",
    patterns: ["User detached from session (SIGHUP); exiting.", "用户从会话（SIGHUP）脱离；正在退出。"],
  },
} as const satisfies MessageTable;
