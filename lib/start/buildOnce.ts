import { build, isBuildStale } from "./build";

// For `npm test`: the same build, and the same stamp, that `npm start` makes and looks at.
const failure = isBuildStale() ? await build() : undefined;
if (failure !== undefined) {
  process.stderr.write(failure);
  process.exitCode = 1;
}
