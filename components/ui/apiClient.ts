import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";

/** Why a call of the API gave nothing. `status` 0: no answer came (offline, server restarting). */
export interface ApiFailure {
  readonly status: number;
  readonly problems: readonly [Problem, ...Problem[]];
  /** Seconds that the server asks to wait (429, 503). */
  readonly retryAfter: number | undefined;
}

export type ApiMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Asks the person to sign in again over the page as it stands; true when they did. */
export type AskSignIn = () => Promise<boolean>;

let askSignIn: AskSignIn = async () => false;

/** Registers who asks to sign in again; returns its removal. */
export const onSignedOut = (ask: AskSignIn): (() => void) => {
  askSignIn = ask;
  return () => {
    if (askSignIn === ask) askSignIn = async () => false;
  };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const readProblem = (value: unknown): Problem | undefined => {
  if (!isRecord(value) || typeof value.code !== "string") return undefined;
  const params: Record<string, string | number> = {};
  if (isRecord(value.params)) {
    for (const [key, param] of Object.entries(value.params)) {
      if (typeof param === "string" || typeof param === "number") params[key] = param;
    }
  }
  return {
    code: value.code,
    params,
    at: typeof value.at === "string" ? value.at : "",
    severity: value.severity === "warning" ? "warning" : "error",
  };
};

const problem = (code: string, params: Problem["params"] = {}): Problem => ({ code, params, at: "", severity: "error" });

/** Problems of a problem+json body (RFC 9457, member `problems`); a general one by status where it names none. */
export const problemsOf = (status: number, body: unknown): readonly [Problem, ...Problem[]] => {
  const listed = isRecord(body) && Array.isArray(body.problems) ? body.problems : [];
  const [first, ...rest] = listed.map(readProblem).filter((p): p is Problem => p !== undefined);
  if (first) return [first, ...rest];
  const own = readProblem(body);
  if (own) return [own];
  return [problem(status === 0 ? "shell.noAnswer" : "shell.failed", { status })];
};

const once = async (method: ApiMethod, path: string, body: unknown, signal?: AbortSignal): Promise<Response | undefined> => {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers: body === undefined ? { accept: "application/json" } : { accept: "application/json", "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      signal,
    });
  } catch {
    return undefined;
  }
};

/**
 * Calls `/api/v1`. A session that ended asks the person to sign in again and repeats the call once; errors come
 * back as values with their problems.
 */
export const callApi = async <T>(method: ApiMethod, path: string, body?: unknown, signal?: AbortSignal): Promise<Result<T, ApiFailure>> => {
  let response = await once(method, path, body, signal);
  if (response?.status === 401 && (await askSignIn())) response = await once(method, path, body, signal);
  if (!response) return fail({ status: 0, problems: problemsOf(0, undefined), retryAfter: undefined });
  const text = await response.text().catch(() => "");
  let parsed: unknown;
  try {
    parsed = text === "" ? undefined : JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  if (response.ok) return ok(parsed as T);
  const wait = Number(response.headers.get("retry-after"));
  return fail({
    status: response.status,
    problems: problemsOf(response.status, parsed),
    retryAfter: Number.isFinite(wait) && wait > 0 ? wait : undefined,
  });
};
