import 'reflect-metadata';
import { createApp } from './create-app.js';
import { loadConfig } from './platform/config/config.js';

try {
  const config = loadConfig(process.env);
  const app = await createApp(config);
  await app.listen(config.port, '0.0.0.0');
} catch (error) {
  console.error(error instanceof Error ? error.message : error, error instanceof Error && error.cause ? error.cause : '');
  process.exit(1);
}
