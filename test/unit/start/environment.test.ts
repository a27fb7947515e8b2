import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptSecret, readEnvironment } from "@/lib/start/environment";

describe("the environment of a start", () => {
  it("is the port 3000, the folder data and a server of our own where nothing is said", () => {
    expect(readEnvironment([], {})).toEqual({
      dev: false,
      port: 3000,
      givenDatabase: undefined,
      dataFolder: "data",
      givenSecret: undefined,
      createAdmin: undefined,
      firstAdmin: undefined,
    });
  });

  it("takes empty variables for unset ones", () => {
    expect(readEnvironment(["--dev"], { PORT: "", DATABASE_URL: "", NEXTAUTH_SECRET: "", BIEUMAU_DATA: "", BIEUMAU_ADMIN: "" })).toEqual(
      readEnvironment(["--dev"], {}),
    );
  });

  it("keeps one secret in the data folder, readable by its owner alone", () => {
    const folder = mkdtempSync(join(tmpdir(), "bieumau-secret-"));
    try {
      const secret = keptSecret(folder);
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(keptSecret(folder)).toBe(secret);
      expect(readFileSync(join(folder, "secret"), "utf8")).toBe(secret);
      expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
