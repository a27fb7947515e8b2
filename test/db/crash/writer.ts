// Writes numbered rows, each its own transaction, as fast as the server acknowledges them, and says each acknowledged number.
import { writeSync } from "node:fs";
import { connect } from "@/lib/db";

const { sql } = connect(process.argv[2] ?? "", { max: 1 });
for (let number = 1; ; number++) {
  await sql`insert into acknowledged (number) values (${number})`;
  writeSync(1, `${number}\n`);
}
