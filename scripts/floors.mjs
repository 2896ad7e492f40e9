/**
 * Checks the floors of the API (docs/architecture.md) against its imports:
 * kernel knows nothing above it, platform no business noun, a module only the `index.ts`
 * of modules of a lower rank. `floors.json` holds the ranks; nothing else does.
 *
 *   node scripts/floors.mjs          prints each violation, exits 1 when there is one
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const rules = JSON.parse(readFileSync(join(root, 'scripts/floors.json'), 'utf8'));
const source = 'apps/api/src';

/** Each specifier that a file imports or re-exports. */
export function importsOf(text) {
  return [...text.matchAll(/^\s*(?:import|export)\b[^;'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)].map((m) => m[1] ?? m[2]);
}

const floorOf = (path) => rules.floors.indexOf(path.split('/')[0]);
const moduleOf = (path) => /^modules\/([^/]+)\//.exec(path)?.[1];
const rankOf = (module) => rules.modules.findIndex((row) => row.includes(module));

/**
 * The violations of one file.
 * @param {string} file path from the repository's root, such as apps/api/src/kernel/money.ts
 * @param {string} text its source
 * @returns {string[]} one sentence for each import that breaks a floor
 */
export function violations(file, text) {
  const found = [];
  const from = relative(source, file).replaceAll('\\', '/');
  for (const specifier of importsOf(text)) {
    const allowed = rules.only[specifier];
    if (allowed && !allowed.some((pattern) => new RegExp(pattern).test(file)))
      found.push(`${file} imports ${specifier}, which is not for this kind of file`);
    if (!specifier.startsWith('.') || file.endsWith('.test.ts')) continue;
    const to = normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
    const [here, there] = [floorOf(from), floorOf(to)];
    if (here >= 0 && there > here) found.push(`${file} imports ${to}: ${rules.floors[here]} may not know ${rules.floors[there]}`);
    const [mine, other] = [moduleOf(from), moduleOf(to)];
    if (!mine || !other || mine === other) continue;
    if (rankOf(other) < 0 || rankOf(mine) < 0) found.push(`${file} imports ${to}: a module without a rank in floors.json`);
    else if (rankOf(other) >= rankOf(mine))
      found.push(`${file} imports ${to}: ${mine} may not know ${other}, which is not of a lower rank`);
    else if (!to.endsWith('/index.js')) found.push(`${file} imports ${to}: only index.ts of another module`);
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = globSync(`${source}/**/*.ts`, { cwd: root }).flatMap((file) =>
    violations(file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')),
  );
  for (const line of all) console.error(line);
  process.exit(all.length === 0 ? 0 : 1);
}
