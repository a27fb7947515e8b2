import { describe, expect, it } from "vitest";
import { draftSource, type NewTemplate } from "@/components/library/draftSource";
import { readTemplateFile } from "@/components/library/readTemplateFile";
import type { LibraryItem } from "@/lib/service/designTypes";

const nothing: NewTemplate = { source: "blank", code: "", title: "", titleEn: "", document: undefined, origin: undefined };
const origin: LibraryItem = {
  id: "t",
  code: "06-VPCP-KSTT",
  title: { vi: "Tình hình" },
  formNumber: null,
  kind: "figures",
  owner: { id: "u", code: "TTDH", name: "Trung tâm Điều hành" },
  sector: null,
  versionId: "v1",
  version: 1,
  publishedAt: null,
  retired: false,
  draft: null,
  mayDesign: false,
  origin: null,
};

describe("what a new template begins with", () => {
  it("is an empty page once it has a code and a name; English is sent where there is some", () => {
    expect(draftSource(nothing)).toBeUndefined();
    expect(draftSource({ ...nothing, code: "BM-01" })).toBeUndefined();
    expect(draftSource({ ...nothing, code: " BM-01 ", title: " Biểu " })).toEqual({ kind: "blank", code: "BM-01", title: { vi: "Biểu" } });
    expect(draftSource({ ...nothing, code: "BM-01", title: "Biểu", titleEn: "Form" })).toMatchObject({ title: { vi: "Biểu", en: "Form" } });
  });

  it("is composed by Unicode's NFC, as the server keeps it", () => {
    expect(draftSource({ ...nothing, code: "BM-01", title: "Biểu".normalize("NFD") })).toMatchObject({
      title: { vi: "Biểu".normalize("NFC") },
    });
  });

  it("is a file once one was read, under its own code unless another is given", () => {
    const document = { format: 1 };
    expect(draftSource({ ...nothing, source: "document" })).toBeUndefined();
    expect(draftSource({ ...nothing, source: "document", document })).toEqual({ kind: "document", document });
    expect(draftSource({ ...nothing, source: "document", document, code: "BM-02" })).toEqual({ kind: "document", document, code: "BM-02" });
  });

  it("is a version of the library once a published template was chosen; the server makes a code where none is given", () => {
    expect(draftSource({ ...nothing, source: "version" })).toBeUndefined();
    expect(draftSource({ ...nothing, source: "version", origin: { ...origin, versionId: null } })).toBeUndefined();
    expect(draftSource({ ...nothing, source: "version", origin })).toEqual({ kind: "version", versionId: "v1" });
  });
});

describe("a template file", () => {
  const file = (text: string, size = text.length) => ({ size, text: async () => text });

  it("is read with its code", async () => {
    expect(await readTemplateFile(file('{"format":1,"code":"BM-01"}'))).toEqual({
      ok: true,
      value: { document: { format: 1, code: "BM-01" }, code: "BM-01" },
    });
    expect(await readTemplateFile(file('{"code":7}'))).toMatchObject({ ok: true, value: { code: "" } });
  });

  it.each(["", "{", "[1]", "7", "null", "PK\u0003\u0004"])("is refused where it is no object of JSON: %s", async (text) => {
    expect(await readTemplateFile(file(text))).toMatchObject({ ok: false, error: { code: "library.fileNotJson" } });
  });

  it("is refused where it is larger than the server takes, before it is read", async () => {
    const large = { size: 17 * 1024 * 1024, text: () => Promise.reject(new Error("read")) };
    expect(await readTemplateFile(large)).toMatchObject({ ok: false, error: { code: "library.fileTooLarge" } });
  });
});
