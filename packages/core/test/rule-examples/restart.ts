// A host to which the rule about pending restarts objects.
import { withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const restartExamples: RuleExamples = {
  'restart/pending-restart-other': () =>
    withSection('restart', {
      pending: [
        {
          origin: 'componentBasedServicing',
          source:
            'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
          detail: [],
        },
      ],
    }),
};
