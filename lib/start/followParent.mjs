// Loaded before Next: when the starting process dies, however it dies, the server must not live on alone and hold the port.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
