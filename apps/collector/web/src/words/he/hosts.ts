// Hebrew words of the list of hosts.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const hosts: Words['hosts'] = {
  search: 'חיפוש לפי שם, תחום או תווית',
  count: (count: number) => plural(count, { one: 'שרת אחד', two: 'שני שרתים', other: '# שרתים' }),
  columns: {
    name: 'שרת',
    state: 'מצב',
    stateSince: 'במצב זה מאז',
    problems: 'בעיות פתוחות',
    waived: 'מוחרגות',
    windows: 'Windows',
    exchange: 'Exchange',
    domain: 'תחום',
    tags: 'תוויות',
    agent: 'סוכן',
    lastReport: 'דוח אחרון',
  },
  filters: {
    state: 'מצב',
    windows: 'Windows',
    exchange: 'Exchange',
    domain: 'תחום',
    tag: 'תווית',
    rule: 'כלל',
    cause: 'סיבה',
    silent: 'שותקים',
    status: 'קבלה',
    more: (name: string, value: string) => `${name}: ${value}`,
    drop: (name: string) => `הסרת הסינון ${name}`,
  },
  statuses: { waiting: 'ממתין לאישור', active: 'התקבל', revoked: 'נשלל' },
  silentSince: 'שותק',
  notRead: 'לא נקרא',
  yes: 'כן',
  no: 'לא',
  export: 'ייצוא',
  exportAll: 'כל המוצג',
  exportChosen: (count: number) =>
    plural(count, { one: 'השרת שנבחר', two: 'שני השרתים שנבחרו', other: '# השרתים שנבחרו' }),
  formats: { csv: 'CSV', xlsx: 'חוברת Excel', jsonl: 'שורות JSON' },
  plan: 'תוכנית פעולה (חוברת Excel)',
  empty: 'אין שרת שמתאים לסינון',
  emptyHint: 'אפשר להסיר סינון או לקצר את החיפוש.',
};
