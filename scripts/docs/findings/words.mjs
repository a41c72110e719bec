// @ts-check

/**
 * @typedef {import("../../../shared/health/finding.ts").FindingId} FindingId
 * @typedef {import("../../../shared/health/finding.ts").Severity} Severity
 */

/**
 * The words of the findings page around the texts of the program.
 *
 * @typedef {object} Words
 * @property {string} title
 * @property {string} introduction Markdown
 * @property {string} other link to the page in the other language
 * @property {readonly [string, string, string]} columns of the table of contents
 * @property {string} means
 * @property {string} shows
 * @property {string} does
 * @property {string} hidden
 * @property {string} or stands between two repairs, of which the situation needs one
 * @property {string} separator between the parts of a list
 * @property {string} end of a sentence
 * @property {(text: string) => string} inBrackets
 * @property {Readonly<Record<Severity, string>>} severity
 * @property {Readonly<Record<FindingId, string>>} limits when Holdfast does less, or nothing, and why
 */

const LEFT = "It is left to the VPN client or its supervisor where that one looks after its routes itself.";
const LEFT_ZH = "如果 VPN 客户端或管理它的程序自己会维护路由，就交给它处理。";

/** @type {Words} */
const en = {
  title: "What Holdfast finds",
  introduction: `Everything that Holdfast can find, with the sentences that it says, what shows it, and what it does about it. The page is made from
the catalogue, its rules, its texts and the recorded machines by \`npm run docs\`; do not change it by hand. Addresses and names are those of
the recorded machines. \`holdfast doctor\` says what is found here and now.`,
  other: "[中文](findings.zh-CN.md)",
  columns: ["finding", "id", "systems"],
  means: "What it means",
  shows: "What shows it",
  does: "What Holdfast does",
  hidden: "Not shown while its cause is:",
  or: "or, where that fits:",
  separator: ", ",
  end: ".",
  inBrackets: (text) => ` (${text})`,
  severity: { error: "error", warning: "warning", info: "remark" },
  limits: {
    "gateway-pin-stale": `A client that lives needs its pin, so it is moved there, and deleted only where a second one that works stands beside it. ${LEFT} A server that wg-quick has blocked is only named: what is held back may be held back on purpose.`,
    "gateway-pin-foreign": `Two networks with the same addresses look alike. Without having seen the earlier network, a router that does not answer is no proof, and the repair is only offered. With that proof, and where no client or tunnel can need it, the route is deleted. ${LEFT}`,
    "gateway-pin-missing": `Only where the server's address is known and there is a router to lead to. ${LEFT}`,
    "default-route-stale":
      "The default is led to the router of this network, if it is known for certain. Where all traffic is dropped, it may be held back on purpose, so it is only offered.",
    "default-route-missing":
      "Only where the router is known, from the lease or from what the system has noted; Holdfast never guesses one. Without any network, or on a network that has IPv6 only, there is nothing to repair.",
    "split-default-stale":
      "What a VPN holds back against leaks may be held back on purpose; then the repair is only offered, and never when it would let traffic out that a tunnel carried.",
    "tunnel-route-orphaned":
      "A tunnel whose program still runs is that program's business. What is left of a VPN app's extension goes with a restart.",
    "tunnel-dead":
      "Only where openconnect says itself that its server is silent. Where rules or a way out are missing, the VPN's own program has to put them back: disconnect and connect again.",
    "client-stuck": `A client without its tunnel makes no new one by itself: end it and connect again. ${LEFT}`,
    "captive-network":
      "Nothing: nobody but you can sign in to the network. Holdfast asks no server; it repeats what the system has found.",
    "resolver-stale":
      "Only the file that the VPN script has marked is taken back. Settings that can only be seen through the system's own services, and settings that may be yours, are named and left.",
    "client-residue": "Only files whose process has ended, in the folders of the known scripts.",
    "script-marks-left":
      "Nothing: these files belong to the system and to you. Remove the lines that are shown, or let the next connection replace them.",
    "tunnels-conflict": "Nothing: which of the two you want is yours to say. Disconnect the other one.",
    "gateway-route-unreachable":
      "It may be a route of your own for another network, so its removal is offered and never chosen for you.",
  },
};

/** @type {Words} */
const zhCN = {
  title: "Holdfast 能发现什么",
  introduction: `Holdfast 能发现的全部问题：它会怎么说，依据是什么，又会怎么处理。本页由 \`npm run docs\` 根据问题目录、判断规则、界面文字和
录制的电脑状态生成，请勿手工修改。其中的地址和名称都来自录制的电脑。要看此时此地有什么问题，请运行 \`holdfast doctor\`。`,
  other: "[English](findings.md)",
  columns: ["问题", "代号", "系统"],
  means: "含义",
  shows: "依据",
  does: "Holdfast 的处理",
  hidden: "出现以下根本原因时不再单独显示：",
  or: "或者，视情况：",
  separator: "、",
  end: "。",
  inBrackets: (text) => `（${text}）`,
  severity: { error: "错误", warning: "警告", info: "提示" },
  limits: {
    "gateway-pin-stale": `客户端还在运行时离不开这条路由，因此会让它改走；只有旁边另有一条有效的路由时才会删除。${LEFT_ZH}被 wg-quick 屏蔽的服务器只会指出来：屏蔽也许是有意的。`,
    "gateway-pin-foreign": `网段相同的两个网络看起来一样。如果没有见过之前的网络，路由器没有回应并不能算证据，此时只提供修复，由你决定。有了证据，并且没有客户端或隧道可能需要它时，就删除这条路由。${LEFT_ZH}`,
    "gateway-pin-missing": `只有知道服务器的地址，并且有路由器可走时才会修复。${LEFT_ZH}`,
    "default-route-stale":
      "确知当前网络的路由器时，让默认路由改走它。如果流量全部被丢弃，也许是有意拦截，因此只提供修复，由你决定。",
    "default-route-missing":
      "只有从租约或系统的记录中得知路由器时才会修复，绝不猜测。没有连接任何网络，或者网络只有 IPv6 时，没有什么可以修复。",
    "split-default-stale":
      "VPN 为防泄漏而拦截的流量也许是有意拦截的，此时只提供修复，由你决定；凡是会让隧道里的流量暴露出去的修复，一律不做。",
    "tunnel-route-orphaned": "程序仍在运行的隧道由那个程序处理。VPN 应用的扩展留下的路由，重启电脑后就会消失。",
    "tunnel-dead":
      "只有 openconnect 自己说服务器没有回应时才会修复。缺少规则或出口时，要由 VPN 程序自己补上：断开后重新连接。",
    "client-stuck": `失去隧道的客户端不会自己重建隧道：请退出它，再重新连接。${LEFT_ZH}`,
    "captive-network": "不做改动：登录网络只能由你来做。Holdfast 不询问任何服务器，只转述系统已经发现的情况。",
    "resolver-stale":
      "只还原带有 VPN 脚本标记的文件。只能通过系统服务看到的设置，以及可能是你自己的设置，只指出，不改动。",
    "client-residue": "只删除已知脚本的文件夹里、所属进程已经结束的文件。",
    "script-marks-left": "不做改动：这些文件属于系统，也属于你。可以自己删掉列出的行，或者等下次连接时由它替换。",
    "tunnels-conflict": "不做改动：要用哪一条由你决定，请断开另一条。",
    "gateway-route-unreachable": "它可能是你为别的网络设置的路由，因此只提供删除，由你决定，绝不替你选择。",
  },
};

export const WORDS = { en, "zh-CN": zhCN };
