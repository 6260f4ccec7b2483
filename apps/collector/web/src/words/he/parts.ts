// Hebrew words of the parts that pages share.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const parts: Words['parts'] = {
  copy: 'העתקה',
  copied: 'הועתק',
  copyFailed: 'הדפדפן לא הרשה; יש לסמן את הטקסט ולהעתיק אותו.',
  cancel: 'ביטול',
  close: 'סגירה',
  again: 'ניסיון נוסף',
  never: 'מעולם לא',
  none: 'אין',
  asTable: 'הצגה כטבלה',
  asChart: 'הצגה כתרשים',
  utc: (time: string) => `${time} UTC`,
  table: {
    columns: 'עמודות',
    selectAll: 'בחירת כל המוצגים',
    select: (name: string) => `בחירת ${name}`,
    sortedBy: (name: string) => `מיון לפי ${name}`,
    scrolls: (name: string) => `${name}, נגלל לצדדים`,
    selected: (count: number) => plural(count, { one: 'אחד נבחר', two: 'שניים נבחרו', other: '# נבחרו' }),
  },
  pager: { first: 'העמוד הראשון', next: 'העמוד הבא', label: 'עמודי הרשימה' },
  filter: {
    label: 'מסננים',
    search: 'חיפוש',
    clear: 'ניקוי המסננים',
    any: 'הכול',
    chosen: (count: number) => plural(count, { one: 'אחד נבחר', two: 'שניים נבחרו', other: '# נבחרו' }),
  },
  problem: {
    code: 'קוד',
    request: 'בקשה',
    detail: 'האספן אומר',
  },
  secretOnce: 'יש להעתיק עכשיו: זה מוצג פעם אחת בלבד ואי אפשר לקרוא אותו שוב.',
};
