// Hebrew names of the states of hosts: the core's, here because the first page needs no more of the core's words.
import type { Words } from '../words.ts';

export const states: Words['states'] = {
  failing: 'כשל',
  restartNeeded: 'נדרשת הפעלה מחדש',
  unknown: 'לא ידוע',
  atRisk: 'בסיכון',
  ready: 'תקין',
  none: 'טרם דיווח',
};
