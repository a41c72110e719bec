import type { MessageTable } from "../message.ts";

/** Error texts of the C library (macOS, glibc in English and Chinese) and of name resolution; they stand inside other messages. */
export const systemErrorTexts = {
  "errno-einval": { severity: "error", patterns: ["Invalid argument", "无效的参数"] },
  "errno-eaddrnotavail": {
    severity: "error",
    patterns: ["Can't assign requested address", "Cannot assign requested address", "无法指定被请求的地址"],
  },
  "errno-enetunreach": { severity: "error", patterns: ["Network is unreachable", "网络不可达"] },
  "errno-ehostunreach": { severity: "error", patterns: ["No route to host", "没有到主机的路由"] },
  "errno-enetdown": { severity: "error", patterns: ["Network is down", "网络已关闭"] },
  "errno-etimedout": { severity: "error", patterns: ["Operation timed out", "Connection timed out", "连接超时"] },
  "errno-econnrefused": { severity: "error", patterns: ["Connection refused", "拒绝连接"] },
  "errno-econnreset": { severity: "error", patterns: ["Connection reset by peer", "连接被对方重设"] },
  "errno-epipe": { severity: "error", patterns: ["Broken pipe", "断开的管道"] },
  "errno-enobufs": { severity: "warning", patterns: ["No buffer space available", "没有可用的缓冲区空间"] },
  "errno-eperm": { severity: "error", patterns: ["Operation not permitted", "不允许的操作"] },
  "errno-eacces": { severity: "error", patterns: ["Permission denied", "权限不够"] },
  "errno-eintr": { severity: "info", patterns: ["Interrupted system call", "被中断的系统调用"] },
  "errno-eexist": { severity: "warning", patterns: ["File exists", "文件已存在"] },
  "errno-esrch": { severity: "info", patterns: ["No such process", "没有那个进程"] },
  "errno-ebusy": { severity: "error", patterns: ["Resource busy", "Device or resource busy", "设备或资源忙"] },
  "errno-enxio": {
    severity: "error",
    patterns: ["Device not configured", "No such device or address", "没有那个设备或地址"],
  },
  "errno-eio": { severity: "error", patterns: ["Input/output error", "输入/输出错误"] },
  "errno-emsgsize": { severity: "warning", patterns: ["Message too long", "消息过长"] },
  "errno-eagain": { severity: "info", patterns: ["Resource temporarily unavailable", "资源暂时不可用"] },
  "errno-enotconn": {
    severity: "error",
    patterns: ["Socket is not connected", "Transport endpoint is not connected", "传输端点尚未连接"],
  },
  "errno-ehostdown": { severity: "error", patterns: ["Host is down", "主机关闭"] },
  "errno-eaddrinuse": { severity: "error", patterns: ["Address already in use", "地址已在使用"] },
  "errno-econnaborted": { severity: "error", patterns: ["Software caused connection abort", "由软件导致的连接断开"] },
  "dns-noname-macos": { severity: "error", patterns: ["nodename nor servname provided, or not known"] },
  "dns-noname-linux": { severity: "error", patterns: ["Name or service not known", "未知的名称或服务"] },
  "dns-again": { severity: "error", patterns: ["Temporary failure in name resolution", "域名解析暂时失败"] },
} as const satisfies MessageTable;
