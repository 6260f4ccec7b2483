// Hebrew words of the matrix of rules by hosts.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const matrix: Words['matrix'] = {
  by: 'קבוצות לפי',
  bys: { windows: 'Windows', exchange: 'Exchange', domain: 'תחום', state: 'מצב' },
  showAll: 'גם כללים שלא מצאו דבר',
  group: 'קבוצה',
  host: 'שרת',
  hosts: (count: number) => plural(count, { one: 'שרת אחד', two: 'שני שרתים', other: '# שרתים' }),
  unknown: 'לא ידוע',
  unfold: (group: string) => `הצגת השרתים של ${group}`,
  fold: 'חזרה אל הקבוצות',
  everyHost: 'כל השרתים',
  search: 'חיפוש שרתים',
  loaded: (shown: string) => `נטענו ${shown} שרתים; עוד נטענים תוך כדי גלילה`,
  label: 'כללים לפי שרתים',
  counted: (verdict: string, hosts: number) =>
    plural(hosts, {
      one: `${verdict} בשרת אחד`,
      two: `${verdict} בשני שרתים`,
      other: `${verdict} ב־# שרתים`,
    }),
  waived: (verdict: string) => `${verdict}, בוויתור`,
  empty: 'אין כאן שרתים',
  emptyBody: 'אין שרת מתאים. אפשר לנקות את החיפוש או לחזור אל הקבוצות.',
  clean: 'אף כלל לא מצא דבר בשרתים האלה.',
};
