import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/auth/clientAddress";

describe("the address of a client", () => {
  it.each([
    ["203.0.113.7", 1, "203.0.113.7"],
    ["1.2.3.4, 203.0.113.7", 1, "203.0.113.7"],
    ["1.2.3.4, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"],
    ["203.0.113.7", 2, "203.0.113.7"],
    ["1.2.3.4,2001:db8::1", 1, "2001:db8::1"],
    ["1.2.3.4", 0, "local"],
    ["", 1, "unknown"],
    ["1.2.3.4, device 7b1c", 1, "unknown"],
  ])("of %j behind %i proxies is %s, counted from the right", (forwardedFor, proxies, address) => {
    expect(clientAddress(forwardedFor, proxies)).toBe(address);
  });
});
