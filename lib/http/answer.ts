import type { Schema } from "./schema";

/** What a route answers when it succeeds, for the handler and for the OpenAPI document. */
export interface Answer<A> {
  readonly status: 200 | 201 | 204;
  /** null: no body. */
  readonly mediaType: string | null;
  /** null: a body that is no JSON, or none. */
  readonly schema: Schema<A> | null;
  readonly encode: (value: A) => Response;
}

/** A document to download. */
export interface FileBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** With its extension, any language. */
  readonly name: string;
}

const noStore = { "cache-control": "no-store" };

/** A JSON body. Its schema is for the document and the types: our own answers are not checked at run time. */
export const json = <A>(schema: Schema<A>, status: 200 | 201 = 200): Answer<A> => ({
  status,
  mediaType: "application/json",
  schema,
  encode: (value) => Response.json(value, { status, headers: noStore }),
});

/** Done, and nothing to say. */
export const noContent = (): Answer<undefined> => ({
  status: 204,
  mediaType: null,
  schema: null,
  encode: () => new Response(null, { status: 204, headers: noStore }),
});

/** A document to download, named for every browser (RFC 6266, RFC 8187). */
export const file = (mediaType: string): Answer<FileBody> => ({
  status: 200,
  mediaType,
  schema: null,
  encode: ({ bytes, name }) => {
    const ascii = name
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll("đ", "d")
      .replaceAll("Đ", "D")
      .replaceAll(/[^\w .()-]/g, "_");
    const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    return new Response(bytes, {
      status: 200,
      headers: {
        ...noStore,
        "content-type": mediaType,
        "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      },
    });
  },
});
