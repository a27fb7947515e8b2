import { notFound } from "next/navigation";

/** Any other address: not found, inside the frame of the work rooms. */
export default function Missing() {
  notFound();
}
