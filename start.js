// Plain JavaScript, so that an older Node.js can read it and say what is wrong.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';

if (!process.features.typescript) {
  console.error(`Stack Advisor needs Node.js 24.12 or newer; this is ${process.version}.
Run it as "npm ci && npm start": that brings its own Node.js. Or install a newer one from https://nodejs.org.`);
  process.exit(1);
}
// Halves the time to load; where its folder cannot be written, nothing is lost but that.
nodeModule.enableCompileCache?.();
if (existsSync('.env')) process.loadEnvFile();
try {
  await import('./src/main.ts');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || existsSync(new URL('node_modules', import.meta.url)))
    throw error;
  console.error('The packages Stack Advisor needs are not installed. Run "npm ci" in its folder first.');
  process.exit(1);
}
