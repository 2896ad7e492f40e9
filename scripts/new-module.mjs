/**
 * `pnpm new-module gift-cards [--floor N]`: a new capability of the API as an empty slice whose test passes: contract,
 * migration, module, and its place on a floor (from the lowest, 0; 2, that of the catalog, when nothing is said). Every file is a template in
 * `scripts/new-module/`. What is left to do by hand is printed.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const templates = join(import.meta.dirname, 'new-module');
const pascal = (kebab) => kebab.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const singular = (names) =>
  names
    .replace(/ies$/, 'y')
    .replace(/([sx]|[cs]h)es$/, '$1')
    .replace(/([^s])s$/, '$1');

/** The words of a template in the forms that a name takes: files and addresses, classes, variables, tables. */
function formsOf(names) {
  const name = singular(names);
  return {
    __names_snake__: names.replaceAll('-', '_'),
    __name_snake__: name.replaceAll('-', '_'),
    __names_camel__: pascal(names).replace(/^./, (letter) => letter.toLowerCase()),
    __names__: names,
    __Names__: pascal(names),
    __Name__: pascal(name),
  };
}

/**
 * Writes the slice into the repository at `root`.
 * @returns the files that were made
 * @throws Error when the name is no plural kebab word, or is there already
 */
export function newModule(root, names, floor = 2, now = new Date()) {
  if (!/^[a-z]+(-[a-z]+)*s$/.test(names)) throw new Error('The name is a plural of small letters and dashes, such as gift-cards.');
  const folder = `apps/api/src/modules/${names}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already.`);
  const floors = JSON.parse(readFileSync(join(root, 'scripts/floors.json'), 'utf8'));
  if (!floors.modules[floor]) throw new Error(`--floor is from 0 to ${floors.modules.length - 1}.`);

  const forms = Object.entries(formsOf(names));
  const named = (text) => forms.reduce((all, [place, word]) => all.replaceAll(place, word), text);
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const targets = {
    'contract.ts': `packages/contracts/src/${names}.ts`,
    'migration.ts': `apps/api/src/migrations/${stamp}-create-${names}.ts`,
    ...Object.fromEntries(globSync('module/*', { cwd: templates }).map((file) => [file, named(file.replace('module', folder))])),
  };
  for (const [template, target] of Object.entries(targets)) {
    mkdirSync(dirname(join(root, target)), { recursive: true });
    writeFileSync(join(root, target), named(readFileSync(join(templates, template), 'utf8')));
  }

  const change = (file, edit) => writeFileSync(join(root, file), edit(readFileSync(join(root, file), 'utf8')));
  change('packages/contracts/src/index.ts', (text) => `${text}export * from './${names}.js';\n`);
  change('apps/api/src/app.module.ts', (text) =>
    text
      .replace('import { PlatformModule }', `import { ${pascal(names)}Module } from './modules/${names}/index.js';\n$&`)
      .replace(/( +)(\w+Module,\n)( +\],)/, `$1$2$1${pascal(names)}Module,\n$3`),
  );
  if (!floors.modules.flat().includes(names))
    change('scripts/floors.json', (text) => {
      const line = text.match(/^ {4}\[.*\]/gm)[floor];
      return text.replace(line, line.replace(/\]$/, `, "${names}"]`));
    });
  return Object.values(targets);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { floor: { type: 'string' } } });
  try {
    const made = newModule(join(import.meta.dirname, '..'), positionals[0] ?? '', Number(values.floor ?? 2));
    console.log(`${made.map((file) => `  ${file}`).join('\n')}

Next:
  1. npx --yes pnpm --filter @pailou/api... build, then in apps/api: npx vitest run -u src/modules/${positionals[0]} src/platform/openapi
     (-u writes the new routes into the committed OpenAPI document; look at its diff)
  2. npx --yes pnpm --filter @pailou/client generate
  3. give it permissions of its own in packages/contracts/src/operators.ts, and an id in apps/api/test/world.ts`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
