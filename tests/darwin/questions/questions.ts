import type { Language } from "../../../shared/contract/settings.ts";

/** One thing that the user of the report asked, and what answers it. */
export interface Question {
  readonly asked: Readonly<Record<Language, string>>;
  /** Words behind `holdfast`. */
  readonly command: readonly string[];
  /** The tab of the popover that answers it, a key of `app:view`. */
  readonly place: string;
  /** Of that answer, in docs/pictures/answers, taken by tests/e2e/nine-questions.spec.ts; without language and ending. */
  readonly picture: string;
  /** What the answer has to say in each language. */
  readonly says: Readonly<Record<Language, readonly string[]>>;
}

/** Files that the commands below read. */
const LOGS = "tests/captures/logs";

/** The questions of the report (01-product), in its order. `LOG` stands for the log in the language of the answer. */
export const QUESTIONS: readonly Question[] = [
  {
    asked: {
      en: "What is this error? What does each line mean?",
      "zh-CN": "这是什么错误？每一行是什么意思？",
    },
    command: ["explain", `${LOGS}/macos-wifi-switch.LANGUAGE.txt`],
    place: "log",
    picture: "1-error",
    says: {
      en: ["A stale route keeps the client from its server", "Can't assign requested address"],
      "zh-CN": ["一条失效的路由让客户端连不上服务器"],
    },
  },
  {
    asked: { en: "What is a routing socket? What is utun?", "zh-CN": "什么是路由套接字？什么是 utun？" },
    command: ["explain", "--term", "utun"],
    place: "glossary",
    picture: "2-utun",
    says: { en: ["tunnel"], "zh-CN": ["隧道"] },
  },
  {
    asked: { en: "Explain this routing table", "zh-CN": "解释一下这张路由表" },
    command: ["routes"],
    place: "routes",
    picture: "3-routes",
    says: { en: ["222.66.117.109/32", "gateway pin"], "zh-CN": ["222.66.117.109/32", "网关固定路由"] },
  },
  {
    asked: { en: "What changed when I switched Wi-Fi?", "zh-CN": "我换 Wi-Fi 之后，什么变了？" },
    command: ["timeline", "1"],
    place: "timeline",
    picture: "4-changes",
    says: {
      en: ["Changed to another network on en0", "172.20.10.2/28"],
      "zh-CN": ["en0 换了网络", "172.20.10.2/28"],
    },
  },
  {
    asked: {
      en: "Do those clean-up lines (rules cleared, nat cleared, …) delete routes?",
      "zh-CN": "这些清理行（rules cleared、nat cleared……）会删除路由吗？",
    },
    command: ["explain", `${LOGS}/macos-packet-filter-anchor.txt`],
    place: "log",
    picture: "5-clean-up-lines",
    says: { en: ["no route is touched"], "zh-CN": ["不会改动任何路由"] },
  },
  {
    asked: {
      en: "Why are stale routes left, so that I cannot connect next time?",
      "zh-CN": "为什么会留下失效的路由，导致下次连不上？",
    },
    command: ["doctor"],
    place: "status",
    picture: "6-why",
    says: {
      en: ["222.66.117.109/32 → 10.51.0.1 (en0)", "10.51.0.1"],
      "zh-CN": ["222.66.117.109/32 → 10.51.0.1（en0）"],
    },
  },
  {
    asked: {
      en: "Is an old VPN process left? Which of these utun interfaces are leftovers?",
      "zh-CN": "还有旧的 VPN 进程吗？这些 utun 接口里哪些是残留？",
    },
    command: ["interfaces"],
    place: "interfaces",
    picture: "7-leftovers",
    says: { en: ["utun0", "system"], "zh-CN": ["utun0", "系统"] },
  },
  {
    asked: { en: "How do I set the gateway of en0?", "zh-CN": "怎么设置 en0 的网关？" },
    command: ["clean", "--dry-run", "--only", "default-route-missing"],
    place: "status",
    picture: "8-default-route",
    says: {
      en: ["/sbin/route -n add", "172.20.10.1"],
      "zh-CN": ["/sbin/route -n add", "172.20.10.1"],
    },
  },
  {
    asked: { en: "Clean it up for me", "zh-CN": "帮我清理干净" },
    command: ["clean", "--yes"],
    place: "status",
    picture: "9-cleaned",
    says: { en: ["nothing of it is left"], "zh-CN": ["问题已全部消除"] },
  },
];
