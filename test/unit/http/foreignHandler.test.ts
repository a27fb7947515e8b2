import { describe, expect, it } from "vitest";
import { foreignHandler } from "@/lib/http/foreignHandler";

const at = "http://127.0.0.1:3000";
const headers = { host: "127.0.0.1:3000", origin: at };
const post = (body: string, origin = at) =>
  new Request(`${at}/api/auth/callback/credentials?x=1`, { method: "POST", body, headers: { ...headers, origin } });
const echo = async (request: Request) => new Response(`${request.method} ${new URL(request.url).search} ${await request.text()}`);
const unreached = () => Promise.reject(new Error("called"));
const rules = { maxBytes: 20, closed: false };
const told = async (response: Promise<Response>) => {
  const { status, code } = await (await response).json();
  return `${status} ${code}`;
};

describe("a handler of somebody else's", () => {
  it("gets the request whole when its body is within bounds", async () => {
    expect(await (await foreignHandler(post("username=a"), rules, echo)).text()).toBe("POST ?x=1 username=a");
    const get = new Request(`${at}/api/auth/csrf?x=1`);
    expect(await (await foreignHandler(get, rules, echo)).text()).toBe("GET ?x=1 ");
  });

  it("gets nothing of a body that is too long", async () => {
    expect(await told(foreignHandler(post("x".repeat(21)), rules, unreached))).toBe("413 api.bodyTooLarge");
  });

  it("gets no change from another site's page", async () => {
    expect(await told(foreignHandler(post("a=b", "https://evil.example"), rules, unreached))).toBe("403 api.foreignOrigin");
  });

  it("gets nothing through a closed door, by whatever method", async () => {
    const shut = { ...rules, closed: true };
    expect(await told(foreignHandler(post("a=b"), shut, unreached))).toBe("404 api.notFound");
    expect(await told(foreignHandler(new Request(`${at}/api/auth/_log`), shut, unreached))).toBe("404 api.notFound");
  });
});
