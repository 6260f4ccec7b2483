// `npm run package`: builds the packages and tells what each is for.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { agentVersion, buildPackage, writeSums } from './build-packages.ts';
import { flavours } from './flavours.ts';
import { writeShare } from './share.ts';
import type { Signer } from './sign.ts';

const { values: options } = parseArgs({
  options: {
    output: { type: 'string', default: join('out', 'packages') },
    certificate: { type: 'string' },
    'password-file': { type: 'string' },
    timestamp: { type: 'string' },
  },
});
const target = resolve(options.output);
const signer: Signer | null =
  options.certificate === undefined
    ? null
    : {
        certificate: options.certificate,
        passwordFile: options['password-file'] ?? null,
        timestamp: options.timestamp ?? null,
      };
// Whatever an earlier version left there would be taken for part of this one.
rmSync(target, { recursive: true, force: true });

const written: string[] = [];
for (const flavour of flavours) {
  const { files, checked } = buildPackage(flavour, target, agentVersion(), signer);
  written.push(...files);
  console.log(`${files[0]}\n  for ${flavour.windows}; ${checked}`);
}
written.push(...writeShare(target, agentVersion()));
writeSums(target, written);
console.log(`All files are in ${target}.`);
console.log(
  signer === null
    ? 'They are not signed: no certificate was given (--certificate FILE.pfx --password-file FILE --timestamp URL).'
    : `Packages and scripts are signed with ${signer.certificate}${signer.timestamp === null ? ', without a time stamp: the signature ends with the certificate' : ''}.`,
);
