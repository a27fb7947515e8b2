import { describe, expect, it } from "vitest";
import { withinBytes } from "@/lib/http/withinBytes";

const post = (body: string) => new Request("http://127.0.0.1:3000/api/auth/callback/credentials?x=1", { method: "POST", body });
const echo = async (request: Request) => new Response(`${request.method} ${new URL(request.url).search} ${await request.text()}`);

describe("a handler of somebody else's", () => {
  it("gets the request whole when its body is within bounds", async () => {
    expect(await (await withinBytes(post("username=a"), 20, echo)).text()).toBe("POST ?x=1 username=a");
    const get = new Request("http://127.0.0.1:3000/api/auth/csrf?x=1");
    expect(await (await withinBytes(get, 20, echo)).text()).toBe("GET ?x=1 ");
  });

  it("gets nothing of a body that is too long", async () => {
    const response = await withinBytes(post("x".repeat(21)), 20, () => Promise.reject(new Error("called")));
    expect(response.status).toBe(413);
    expect((await response.json()).code).toBe("api.bodyTooLarge");
  });
});
