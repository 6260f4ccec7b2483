// Hebrew words of one rule's page: its hosts and its waivers.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const rule: Words['rule'] = {
  why: 'מדוע זה חשוב',
  references: 'לקריאה נוספת',
  unknown: 'האספן הזה אינו מכיר את הכלל',
  unknownBody: 'ייתכן שהכתובת נקטעה, או שדיווח של גרסה חדשה יותר השתמש בו.',
  overTime: 'לאורך זמן',
  chart: 'שרתים לפי יום ופסיקה',
  noDays: 'עדיין אין ימים מלאים.',
  asTable: 'כטבלה',
  day: 'יום',
  hosts: 'שרתים שהכלל נוגע להם',
  host: 'שרת',
  domain: 'תחום',
  state: 'מצב',
  since: 'מאז',
  lastReport: 'הדיווח האחרון',
  verdict: 'פסיקה',
  search: 'חיפוש שרתים',
  noHosts: 'אין שרת שהכלל נוגע לו',
  noHostsBody: 'עם המסננים האלה אין שרת שיש לו ממצא של הכלל.',
  waive: 'ויתור',
  waiveHosts: (count: number) =>
    plural(count, { one: 'ויתור בשרת אחד', two: 'ויתור בשני שרתים', other: 'ויתור ב־# שרתים' }),
  waiveTag: 'ויתור לתג',
  waivers: 'ויתורים',
  noWaivers: 'אין ויתור על הכלל הזה.',
  waiverFor: 'עבור',
  reason: 'סיבה',
  owner: 'מי אחראי',
  expires: 'מסתיים ביום',
  createdBy: 'נוצר בידי',
  covers: 'מכסה כעת',
  ended: 'הסתיים',
  states: { active: 'בתוקף', expired: 'פג', ended: 'הסתיים' },
  tagged: (tag: string) => `תג ${tag}`,
  tag: 'תג',
  tagHint: 'כל השרתים שנושאים אותו, עכשיו או בעתיד.',
  dialogTitle: 'ויתור על הכלל',
  dialogBody:
    'הממצא נשאר גלוי ואינו נחשב עוד לחובת השרת. ביום האחרון הוא נחשב שוב מעצמו. מי ויתר ומדוע נשמר ביומן הביקורת.',
  reasonHint: 'מה עושה זאת קביל לעת עתה, ומה ייעשה עד אז.',
  save: 'ויתור',
  missing: 'יש למלא.',
  dateHint: 'לכל היותר שנתיים קדימה.',
  dateWrong: 'יש לבחור יום עתידי, לכל היותר שנתיים קדימה.',
  end: 'סיום',
  endTitle: 'לסיים את הוויתור?',
  endBody: (count: number) =>
    plural(count, {
      one: 'ממצא אחד ייחשב שוב מיד לחובת השרת שלו. הסיום נשמר ביומן הביקורת.',
      two: 'שני ממצאים ייחשבו שוב מיד לחובת השרתים שלהם. הסיום נשמר ביומן הביקורת.',
      other: '# ממצאים ייחשבו שוב מיד לחובת השרתים שלהם. הסיום נשמר ביומן הביקורת.',
    }),
  showEnded: 'גם ויתורים שהסתיימו',
  more: 'הרשימה ארוכה ממה שמוצג כאן.',
};
