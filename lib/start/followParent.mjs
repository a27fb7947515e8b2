// Loaded before Next: when the starting process dies, however it dies, the server must not live on alone and hold the port.
// An orphan is given another parent. (A channel of Node's own would tell at once, but `next dev` ends when it finds one.)
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 250).unref();
