/** Says a thing on the terminal, Vietnamese first. */
export const say = (vi, en) => process.stdout.write(`${vi}\n${en}\n`);

/** Says why the start does not go on, and ends with a code that is not 0. */
export function stop(vi, en) {
  process.stderr.write(`\n✗ ${vi}\n  ${en}\n`);
  process.exit(1);
}
