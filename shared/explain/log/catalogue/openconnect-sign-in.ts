import type { MessageTable } from "../message.ts";

/** What openconnect says while the user signs in. */
export const signInMessages = {
  "oc-https-reopen": {
    severity: "info",
    patterns: ["HTTPS socket closed by peer; reopening", "HTTPS 套接字被对等端关闭；重新打开中"],
  },
  "oc-auth-failed": { severity: "fatal", patterns: ["Failed to complete authentication", "无法完成身份验证"] },
  "oc-no-passwd": {
    severity: "fatal",
    patterns: [
      "Asked for password but '--no-passwd' set",
      '询问密码，但设定了 "--no-password"',
      "请求密码，但设置了“--no-password”",
    ],
  },
  "oc-non-interactive": {
    severity: "fatal",
    patterns: ["User input required in non-interactive mode", "用户输入需要在非交互模式"],
  },
  "oc-authgroup": {
    severity: "error",
    patterns: ['Auth choice "{group}" not available', '验证选择 "{group}" 不可用', "认证选择“{group}”不可用"],
  },
  "oc-csd-hostscan": {
    severity: "fatal",
    patterns: [
      "Error: Server asked us to run CSD hostscan.\nYou need to provide a suitable --csd-wrapper argument.",
      "错误：服务器要求我们运行 CSD 主机扫描。\n你需要提供合适的 --csd-wrapper 参数。",
    ],
  },
  "oc-csd-disabled": {
    severity: "fatal",
    patterns: [
      "Error: Server asked us to download and run a 'Cisco Secure Desktop' trojan.\nThis facility is disabled by default for security reasons, so you may wish to enable it.",
      '错误：服务器要求我们下载并运行 "思科安全桌面" 木马。\n出于安全原因这个工具被默认禁用，因此你可能希望启用它。',
    ],
  },
  "oc-unexpected-http": {
    severity: "error",
    patterns: ["Unexpected {httpStatus:int} result from server", "来自服务器的非预期 {httpStatus:int} 结果"],
  },
  "oc-xml-no-auth": { severity: "error", patterns: ['XML response has no "auth" node', 'XML 响应没有 "auth" 节点'] },
  "oc-no-sso": { severity: "error", patterns: ["No SSO handler", "没有 SSO 处理程序"] },
  "oc-retry-request": {
    severity: "info",
    patterns: ["Retrying failed {method} request on new connection", "正在新连接上重试失败的 {method} 请求"],
  },
  "oc-cookie-format": {
    severity: "error",
    patterns: ["Invalid cookie '{cookie}'", '无效的 cookie "{cookie}"'],
    secret: ["cookie"],
  },
  "oc-request": { severity: "info", patterns: ["POST {url}", "GET {url}"] },
  "oc-xml-post": { severity: "info", patterns: ["XML POST enabled", "XML POST 已启用"] },
  "oc-http-response": {
    severity: "info",
    patterns: ["Got HTTP response: {statusLine}", "得到了 HTTP 响应：{statusLine}"],
  },
  "oc-http-body": { severity: "info", patterns: ["HTTP body {kind} ({size:int})", "HTTP 主体 {kind}（{size:int}）"] },
  "oc-prompt": {
    severity: "info",
    patterns: [
      "Please enter your username.",
      "Please enter your password.",
      "Please enter your username and password.",
      "请输入您的用户名和密码",
      "Username:",
      "Password:",
    ],
  },
  "oc-login-failed": { severity: "error", patterns: ["Login failed."] },
  "oc-set-cookie": { severity: "info", patterns: ["Set-Cookie: {cookie}"], secret: ["cookie"] },
  "oc-no-input": { severity: "error", patterns: ["fgets (stdin): {error}", "fgets (标准输入): {error}"] },
} as const satisfies MessageTable;
