// `npm run package`: builds the packages and tells what each is for.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { agentVersion, buildPackage, writeSums } from './build-packages.ts';
import { flavours } from './flavours.ts';
import { writeShare } from './share.ts';

const target = resolve(process.argv[2] ?? join('out', 'packages'));
// Whatever an earlier version left there would be taken for part of this one.
rmSync(target, { recursive: true, force: true });

const written: string[] = [];
for (const flavour of flavours) {
  const { files, checked } = buildPackage(flavour, target);
  written.push(...files);
  console.log(`${files[0]}\n  for ${flavour.windows}; ${checked}`);
}
written.push(...writeShare(target, agentVersion()));
writeSums(target, written);
console.log(`All files are in ${target}.`);
