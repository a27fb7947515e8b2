import { NextRequest } from "next/server";
import { problemResponse } from "./problemResponse";
import { readBytes } from "./readJson";
import { localeOfRequest } from "./requestLocale";

/** Gives a handler of somebody else's, which reads bodies of any size, a request with a body within bounds; else 413. */
export async function withinBytes(
  request: Request,
  maxBytes: number,
  handle: (bounded: NextRequest) => Promise<Response>,
): Promise<Response> {
  const { url, method, headers } = request;
  if (method === "GET" || method === "HEAD") return handle(new NextRequest(url, { method, headers }));
  const body = await readBytes(request, maxBytes);
  if (!body.ok) return problemResponse(body.error, localeOfRequest(request, undefined));
  return handle(new NextRequest(url, { method, headers, body: body.value }));
}
