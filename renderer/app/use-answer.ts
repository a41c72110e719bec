import { useEffect, useState } from "react";
import type { CallName, Request, Response } from "../../shared/contract/ipc.ts";
import type { Result } from "../../shared/contract/result.ts";
import { useClient } from "./services.ts";

/**
 * Main's answer to a question, asked again when the request or `lookedAt` changes, and only while the view is open. The
 * answer before is kept until the next one is there, so that nothing jumps; null before the first.
 */
export function useAnswer<Name extends CallName>(
  name: Name,
  request: Request<Name>,
  lookedAt: string | null,
): Result<Response<Name>> | null {
  const client = useClient();
  const [answer, setAnswer] = useState<Result<Response<Name>> | null>(null);
  // Requests are made anew with each drawing; what they say is what counts. Each look makes it another question.
  const question = JSON.stringify({ request, lookedAt });
  useEffect(() => {
    let isWanted = true;
    const ask = client[name] as (request: unknown) => Promise<Result<Response<Name>>>;
    void ask(JSON.parse(question).request).then((answered) => {
      if (isWanted) setAnswer(answered);
    });
    return () => {
      isWanted = false;
    };
  }, [client, name, question]);
  return answer;
}
