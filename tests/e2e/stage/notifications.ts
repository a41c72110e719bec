import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import * as v from "valibot";

/** A notification as the application sent it. */
export type Notification = {
  readonly id: number;
  readonly application: string;
  readonly summary: string;
  readonly body: string;
  readonly urgency: "low" | "normal" | "critical";
  /** Key and label of what it offers; a click on the notification itself is `default`. */
  readonly actions: Readonly<Record<string, string>>;
  /** Whether it is still on the screen. */
  readonly open: boolean;
};

const NotifyCall = v.object({
  type: v.literal("method_call"),
  member: v.literal("Notify"),
  cookie: v.number(),
  sender: v.string(),
  payload: v.object({
    data: v.tuple([
      v.string(),
      v.number(),
      v.string(),
      v.string(),
      v.string(),
      v.array(v.string()),
      v.object({ urgency: v.optional(v.object({ data: v.picklist([0, 1, 2]) })) }),
      v.number(),
    ]),
  }),
});
const IdReply = v.object({
  type: v.literal("method_return"),
  reply_cookie: v.number(),
  destination: v.string(),
  payload: v.object({ type: v.literal("u"), data: v.tuple([v.number()]) }),
});
const Closed = v.object({
  type: v.literal("signal"),
  member: v.literal("NotificationClosed"),
  payload: v.object({ data: v.tuple([v.number(), v.number()]) }),
});
const Message = v.union([NotifyCall, IdReply, Closed]);

const URGENCIES = ["low", "normal", "critical"] as const;

/**
 * Follows the talk with the notification daemon.
 * @param messages one JSON object per line, from `busctl monitor org.freedesktop.Notifications`
 * @returns asks for all notifications since then, oldest first; one that was replaced is listed as what replaced it
 */
export function followNotifications(messages: Readable): () => Notification[] {
  const unanswered = new Map<string, Omit<Notification, "id" | "open">>();
  const shown = new Map<number, Notification>();
  createInterface({ input: messages }).on("line", (line) => {
    const parsed = v.safeParse(Message, JSON.parse(line));
    if (!parsed.success) return;
    const message = parsed.output;
    if (message.type === "method_call") {
      unanswered.set(`${message.sender} ${message.cookie}`, content(message));
    } else if (message.type === "method_return") {
      const [id] = message.payload.data;
      const call = `${message.destination} ${message.reply_cookie}`;
      const answered = unanswered.get(call);
      if (answered) shown.set(id, { id, ...answered, open: true });
      unanswered.delete(call);
    } else {
      const [id] = message.payload.data;
      const closed = shown.get(id);
      if (closed) shown.set(id, { ...closed, open: false });
    }
  });
  return () => [...shown.values()];
}

function content({ payload }: v.InferOutput<typeof NotifyCall>): Omit<Notification, "id" | "open"> {
  const [application, , , summary, body, pairs, hints] = payload.data;
  const keys = pairs.filter((_, index) => index % 2 === 0);
  return {
    application,
    summary,
    body,
    urgency: URGENCIES[hints.urgency?.data ?? 1],
    actions: Object.fromEntries(keys.map((key, index) => [key, pairs[2 * index + 1] ?? ""])),
  };
}
