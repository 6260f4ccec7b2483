// Judges whether Windows may fetch the root certificates that it lacks.
import { defineRule } from '../../engine/rule.ts';
import { rootAutoUpdatePath } from '../../facts/certificates.ts';
import { requiredRoot } from '../../reference/roots.ts';
import { healthChecker } from '../references.ts';
import { rootAutoUpdate as autoUpdate, rootAutoUpdateEvidence, rootAutoUpdateReason } from './root-update.ts';

export const rootAutoUpdate = defineRule({
  id: 'certificates/root-auto-update',
  affects: 'hygiene',
  needs: ['certificates'],
  references: [
    'https://learn.microsoft.com/windows-server/identity/ad-cs/configure-trusted-roots-disallowed-certificates',
    healthChecker,
  ],
  evaluate: ({ certificates }, host) => {
    const state = autoUpdate(certificates, host);
    const evidence = [rootAutoUpdateEvidence(certificates)];
    if (state === 'on') return { verdict: 'pass', message: 'on', evidence };
    if (state === 'unreadable') {
      return {
        verdict: 'notChecked',
        message: 'unread',
        because: rootAutoUpdateReason(host),
      };
    }
    const present = certificates.roots.some(
      ({ store, thumbprint }) =>
        thumbprint.toUpperCase() === requiredRoot.thumbprint && !store.endsWith('Disallowed'),
    );
    const params = { root: requiredRoot.name };
    // With the root in place the policy does no harm today; many keep it on purpose, without access to the Internet.
    if (present) return { verdict: 'info', message: 'offButPresent', params, evidence };
    return {
      verdict: 'warn',
      message: 'off',
      params,
      evidence,
      remedy: {
        id: 'certificates/root-auto-update#allow',
        steps: [
          { do: 'manual', step: 'findPolicy' },
          { do: 'deleteValue', path: rootAutoUpdatePath, name: 'DisableRootAutoUpdate' },
        ],
      },
    };
  },
});
