/** Loaded into a child before everything else: told to end, it ends in order, and what was compiled is kept. */
process.on('SIGTERM', () => process.exit(0));
