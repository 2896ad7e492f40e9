import 'reflect-metadata';
import { createApp } from './create-app.js';
import { loadConfig } from './platform/config/config.js';

// The job process: the same application without a door. Start the HTTP processes with WORKER=false beside it.
try {
  await createApp({ ...loadConfig(process.env), worker: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
