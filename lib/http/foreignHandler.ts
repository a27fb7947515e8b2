import { NextRequest } from "next/server";
import { type HttpRefusal, httpRefusal } from "./httpRefusal";
import { isFromOurPages } from "./origin";
import { problemResponse } from "./problemResponse";
import { readBytes } from "./readJson";
import { localeOfRequest } from "./requestLocale";

export interface ForeignRules {
  /** Of a body. */
  readonly maxBytes: number;
  /** Whether this door of the handler stays shut. */
  readonly closed: boolean;
}

/**
 * Gives a handler of somebody else's, which reads bodies of any size, only what may reach it: nothing through closed
 * doors (404), changes from our own pages alone (403), bodies within bounds (413).
 */
export async function foreignHandler(
  request: Request,
  { maxBytes, closed }: ForeignRules,
  handle: (bounded: NextRequest) => Promise<Response>,
): Promise<Response> {
  const { url, method, headers } = request;
  const refuse = (refusal: HttpRefusal) => problemResponse(refusal, localeOfRequest(request, undefined));
  if (closed) return refuse(httpRefusal(404, "api.notFound"));
  if (!isFromOurPages(request, process.env.NEXTAUTH_URL)) return refuse(httpRefusal(403, "api.foreignOrigin"));
  if (method === "GET" || method === "HEAD") return handle(new NextRequest(url, { method, headers }));
  const body = await readBytes(request, maxBytes);
  return body.ok ? handle(new NextRequest(url, { method, headers, body: body.value })) : refuse(body.error);
}
