/** Header by which `proxy.ts` tells pages their own address (path and query). */
export const addressHeader = "x-bieumau-address";
