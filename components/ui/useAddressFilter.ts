"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** Sets parameters of the page's address; an empty one is taken out. */
export const useAddressFilter = (): ((changes: Readonly<Record<string, string>>) => void) => {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  return useCallback(
    (changes) => {
      const next = new URLSearchParams(params.toString());
      for (const [name, value] of Object.entries(changes)) {
        if (value === "") next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      router.replace(query === "" ? path : `${path}?${query}`, { scroll: false });
    },
    [router, path, params],
  );
};
