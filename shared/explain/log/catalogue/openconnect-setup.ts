import type { MessageTable } from "../message.ts";

/** What openconnect says about the tunnel interface, its script and its own process. */
export const setupMessages = {
  "oc-no-mtu": { severity: "fatal", patterns: ["No MTU received. Aborting", "未接收到 MTU。正在中止"] },
  "oc-no-ip": {
    severity: "fatal",
    patterns: ["No IP address received. Aborting", "未接收到 IP 地址。正在中止", "未收到 IP 地址。中止"],
  },
  "oc-ipv6-mtu": {
    severity: "warning",
    patterns: [
      "IPv6 configuration received but MTU {mtu:int} is too small.",
      "接收到 IPv6 配置但 MTU {mtu:int} 太小了。",
    ],
  },
  "oc-tun-setup-failed": { severity: "fatal", patterns: ["Set up tun device failed", "建立 tun 设备失败"] },
  "oc-tun-script-failed": { severity: "fatal", patterns: ["Set up tun script failed", "建立 tun 脚本失败"] },
  "oc-need-root": {
    severity: "fatal",
    patterns: [
      "To configure local networking, openconnect must be running as root\nSee {url} for more information",
      "为了配置本地网络，openconnect 必须以 root 权限运行\n查看 See {url} 来获取更多信息",
    ],
  },
  "oc-tun-open-failed": {
    severity: "fatal",
    patterns: ["Failed to open tun device: {error}", "打开 tun 设备失败：{error}"],
  },
  "oc-tunsetiff": {
    severity: "fatal",
    patterns: ["Failed to bind local tun device (TUNSETIFF): {error}", "绑定本地 tun 设备（TUNSETIFF）失败：{error}"],
  },
  "oc-utun-name": {
    severity: "fatal",
    patterns: [
      "Invalid interface name '{name}'; must match 'utun%d' or 'tun%d'",
      '无效的接口名称 "{name}"；必须匹配 "utun%d" 或者 "tun%d"',
    ],
  },
  "oc-utun-connect": {
    severity: "fatal",
    patterns: ["Failed to connect utun unit: {error}", "连接 utun 单元失败：{error}"],
  },
  "oc-utun-control": {
    severity: "fatal",
    patterns: ["Failed to open SYSPROTO_CONTROL socket: {error}", "打开 SYSPROTO_CONTROL 套接字失败：{error}"],
  },
  "oc-utun-id": {
    severity: "fatal",
    patterns: ["Failed to query utun control id: {error}", "查询 utun 控制 id 失败：{error}"],
  },
  "oc-macos-interface": {
    severity: "warning",
    patterns: [
      "WARNING: You are running on macOS and specified --interface='{name}'\nThis probably won't work since recent macOS versions use utun\ninstead. Perhaps try --interface='u{name}', or omit altogether.",
      "警告：您正在 macOS 上运行并指定了 --interface='{name}'\n这可能不起作用，因为最近的 macOS 版本改用 utun\n。或许可以尝试 --interface='u{name}'，或者完全省略。",
    ],
  },
  "oc-script-spawn": {
    severity: "error",
    patterns: [
      "Failed to spawn script '{script}' for {reason}: {error}",
      '为 "{reason}" 生成脚本 "{script}" 失败：{error}',
    ],
  },
  "oc-script-abnormal": {
    severity: "error",
    patterns: ["Script '{script}' exited abnormally ({status:hex})", '脚本 "{script}" 非正常退出（{status:hex}）'],
  },
  "oc-script-error": {
    severity: "error",
    patterns: ["Script '{script}' returned error {status:int}", '脚本 "{script}" 返回了错误 {status:int}'],
  },
  "oc-no-script": {
    severity: "warning",
    patterns: [
      "No --script argument provided; DNS and routing are not configured",
      "没有提供 --script 参数；DNS 和路由未配置",
    ],
  },
  "oc-bad-split": {
    severity: "warning",
    patterns: ['Discard bad split include: "{route}"', '丢弃损坏的分片包含："{route}"'],
  },
  "oc-split-hostbits": {
    severity: "info",
    patterns: [
      'WARNING: Split include "{route}" has host bits set, replacing with "{network}/{prefix:int}".',
      '警告：包含 "{route}" 的分片设定了主机位，正以 "{network}/{prefix:int}" 替换。',
    ],
  },
  "oc-setuid-failed": {
    severity: "fatal",
    patterns: ["Failed to set uid {uid:int}: {error}", "设定 uid {uid:int} 失败：{error}"],
  },
  "oc-pidfile": {
    severity: "error",
    patterns: ["Failed to open '{file}' for write: {error}", '打开 "{file}" 以写入失败：{error}'],
  },
  "oc-split-exclude-bad": {
    severity: "warning",
    patterns: ['Discard bad split exclude: "{route}"', '丢弃损坏的分片不包含："{route}"'],
  },
  "oc-signal-handler": {
    severity: "warning",
    patterns: [
      "WARNING: Cannot set handler for signal {signal:int}: {error}",
      "警告：无法为信号 {signal:int}：{error} 设置处理程序",
    ],
  },
  "oc-cmd-pipe": { severity: "error", patterns: ["Error opening cmd pipe: {error}", "打开 cmd 管道时出错：{error}"] },
  "oc-vhost-unused": { severity: "info", patterns: ["Not using vhost-net due to low queue length {length:int}"] },
} as const satisfies MessageTable;
