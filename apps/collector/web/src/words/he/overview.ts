// Hebrew words of the overview.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');
const number = (count: number): string => plural(count, { one: '#', other: '#' });

export const overview: Words['overview'] = {
  loses: (bad: number, all: number) =>
    plural(bad, {
      one: `שרת אחד מתוך ${number(all)} יאבד דואר אל Office 365`,
      two: `שני שרתים מתוך ${number(all)} יאבדו דואר אל Office 365`,
      other: `# מתוך ${number(all)} שרתים יאבדו דואר אל Office 365`,
    }),
  losesNone: (all: number) =>
    plural(all, {
      one: 'לא ידוע שהשרת היחיד יאבד דואר אל Office 365',
      two: 'לא ידוע על אף אחד משני השרתים שיאבד דואר אל Office 365',
      other: 'לא ידוע על אף אחד מ־# השרתים שיאבד דואר אל Office 365',
    }),
  onlyRestart: (count: number) =>
    plural(count, {
      one: 'שרת אחד זקוק רק להפעלה מחדש',
      two: 'שני שרתים זקוקים רק להפעלה מחדש',
      other: '# זקוקים רק להפעלה מחדש',
    }),
  notJudged: (count: number) =>
    plural(count, {
      one: 'שרת אחד לא ניתן היה לבדוק',
      two: 'שני שרתים לא ניתן היה לבדוק',
      other: '# לא ניתן היה לבדוק',
    }),
  byState: 'שרתים לפי מצב',
  waived: (count: number) => plural(count, { one: 'אחד מוחרג', two: 'שניים מוחרגים', other: '# מוחרגים' }),
  silent: 'שותקים',
  silentHint: 'לא שלחו דוח זמן רב מהצפוי.',
  waiting: 'ממתינים לאישור',
  next: 'מה לעשות עכשיו',
  nextLead: 'לפי כמות הדואר שזה מציל, ככל שיומני השרתים מעידים.',
  restart: 'הפעלה מחדש של Windows, ותו לא',
  mend: (rule: string) => `לתקן: ${rule}`,
  touches: (count: number) => plural(count, { one: 'שרת אחד', two: 'שני שרתים', other: '# שרתים' }),
  mends: (count: number) =>
    plural(count, {
      one: 'לאחד אין שום כשל אחר',
      two: 'לשניים אין שום כשל אחר',
      other: 'ל־# אין שום כשל אחר',
    }),
  messages: (count: number) =>
    plural(count, { one: 'הודעה אחת ביומנים', two: 'שתי הודעות ביומנים', other: '# הודעות ביומנים' }),
  nothingNext: 'אין מה לעשות כעת.',
  since: 'מאז הביקור האחרון',
  sinceAt: 'מאז',
  firstVisit: 'זה הביקור הראשון מהדפדפן הזה. מעתה יוצג כאן מה השתנה בינתיים.',
  fresh: 'חדשים',
  worsened: 'הורעו',
  improved: 'השתפרו',
  overTime: 'שרתים לאורך זמן',
  overTimeTable: 'שרתים לפי מצב ויום',
  day: 'יום',
  noDays: 'היום הראשון עדיין לא הסתיים.',
  age: 'עד כמה זה עדכני',
  newest: 'הדוח החדש ביותר',
  oldest: 'הישן מבין הדוחות האחרונים',
  oldestHint: 'של שרתים שאינם שותקים.',
};
