/** Loaded into a child before everything else: answers what it has used, whenever it is asked. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() });
});
// A listener alone would keep the child alive.
process.channel?.unref();
