// Hebrew words of the list of rules.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const rules: Words['rules'] = {
  lead: (open: number, all: string) =>
    plural(open, {
      one: `כלל אחד מתוך ${all} מצא משהו`,
      two: `שני כללים מתוך ${all} מצאו משהו`,
      other: `# כללים מתוך ${all} מצאו משהו`,
    }),
  search: 'חיפוש כללים',
  showAll: 'גם כללים שלא מצאו דבר',
  rule: 'כלל',
  affects: 'נוגע אל',
  affected: { sending: 'שליחה', receiving: 'קבלה', both: 'שני הכיוונים', hygiene: 'לא לדואר ישירות' },
  open: 'פתוחים',
  waived: 'בוויתור',
  none: 'אין כלל מתאים',
  noneBody: 'אין כלל שזה מופיע בכותרת או במזהה שלו.',
  allWell: 'אף כלל לא מצא דבר',
  allWellBody: 'כל כלל עובר או אינו חל בכל שרת שדיווח.',
  noHosts: 'עדיין לא דיווח אף שרת',
  noHostsBody: 'יש לרשום את השרת הראשון בהגדרות; הכללים נשפטים עם הדיווח הראשון שלו.',
};
