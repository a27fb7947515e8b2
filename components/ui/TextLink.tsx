"use client";

import { Anchor, type AnchorProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface TextLinkProps extends AnchorProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link inside the application, for pages that render on the server. */
export function TextLink(props: TextLinkProps) {
  return <Anchor component={Link} {...props} />;
}
