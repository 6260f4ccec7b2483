// Lays out a new rule everywhere it has to appear: `npm run new-rule -- <area>/<name>`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('..', import.meta.url));
const id = process.argv[2] ?? '';
const match = /^([a-z][a-z0-9]*)\/([a-z][a-z0-9-]*[a-z0-9])$/.exec(id);
if (!match) {
  console.error(
    `"${id}" is not a rule's id. Write area and name in lower case, as in: npm run new-rule -- schannel/tls12-client-enabled`,
  );
  process.exit(2);
}
const [, area, name] = match;
const camel = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const ruleFile = join(core, 'src/rules', area, `${name}.ts`);
if (existsSync(ruleFile)) {
  console.error(`The rule ${id} exists already: ${relative(process.cwd(), ruleFile)}`);
  process.exit(2);
}

write(
  ruleFile,
  `// Judges … (one sentence).
import { defineRule } from '../../engine/rule.ts';

export const ${camel} = defineRule({
  id: '${id}',
  affects: 'hygiene',
  needs: ['os'],
  references: [],
  evaluate: ({ os }) => ({ verdict: 'info', message: 'found', params: { build: os.build } }),
});
`,
);
write(
  join(core, 'src/rules', area, `${name}.test.ts`),
  `// ${id} on hosts that pass, fail and cannot be judged.
import { expect, test } from 'vitest';
import { exampleFacts, exampleNow } from '../../../test/example-facts.ts';
import { evaluate } from '../../engine/evaluate.ts';

test('…', () => {
  const [finding] = evaluate(exampleFacts(), { now: exampleNow, only: ['${id}'] }).findings;
  expect(finding?.verdict).toBe('pass');
});
`,
);
for (const language of ['en', 'he']) {
  const file = join(core, 'src/locales', language, 'rules', `${area}.ts`);
  if (!existsSync(file)) newArea(file, language);
  insertBeforeEnd(
    file,
    `  '${id}': {
    title: '…',
    rationale: '…',
    messages: { found: '… {build}' },
  },
`,
  );
}
addExample();
register();

console.log(`Laid out ${id}. Next:
  1. Write the judgement and its test:  packages/core/src/rules/${area}/${name}.ts
  2. Write the words in both languages: packages/core/src/locales/{en,he}/rules/${area}.ts
  3. Give it an example that it objects to: packages/core/test/rule-examples/${area}.ts
  4. Move it to its place in packages/core/src/rules/index.ts (what decides about mail comes first)
  5. npm run generate, npm test, npx changeset`);

/** Creates an area's words and registers them. */
function newArea(file, language) {
  const english = language === 'en';
  write(
    file,
    english
      ? `// English words of the rules about ${area}.
import type { RuleText } from '../../locale.ts';

export const ${area}Rules = {
} as const satisfies Record<string, RuleText>;
`
      : `// Hebrew words of the rules about ${area}.
import type { ${area}Rules as english } from '../../en/rules/${area}.ts';
import type { Translated } from '../../locale.ts';

export const ${area}Rules: Translated<typeof english> = {
};
`,
  );
  const index = join(dirname(file), 'index.ts');
  edit(index, (text) =>
    text
      .replace(
        /\n\nexport const rules/,
        `\nimport { ${area}Rules } from './${area}.ts';\n\nexport const rules`,
      )
      .replace(/\n\}( as const)?;\n$/, (end) => `\n  ...${area}Rules,${end}`),
  );
}

function addExample() {
  const file = join(core, 'test/rule-examples', `${area}.ts`);
  if (!existsSync(file)) {
    write(
      file,
      `// Hosts to which the rules about ${area} object.
import { exampleFacts } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const ${area}Examples: RuleExamples = {
};
`,
    );
    edit(join(core, 'test/rule-examples/index.ts'), (text) =>
      text
        .replace(/\n\nexport const/, `\nimport { ${area}Examples } from './${area}.ts';\n\nexport const`)
        .replace(/\n\};\n$/, `\n  ...${area}Examples,\n};\n`),
    );
  }
  insertBeforeEnd(file, `  '${id}': () => exampleFacts(),\n`);
}

function register() {
  edit(join(core, 'src/rules/index.ts'), (text) =>
    text
      .replace(/\n\nexport const/, `\nimport { ${camel} } from './${area}/${name}.ts';\n\nexport const`)
      .replace(/,?\s*\];\n/, `,\n  ${camel},\n];\n`),
  );
}

function insertBeforeEnd(file, lines) {
  edit(file, (text) => text.replace(/\n\}([^}]*)$/, (_, end) => `\n${lines}}${end}`));
}

function edit(file, change) {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Found no place for ${id} in ${file}: add it by hand.`);
  writeFileSync(file, after);
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
