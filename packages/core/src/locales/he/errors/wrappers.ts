// Hebrew words of the texts that only carry another error.
import type { wrappersErrors as english } from '../../en/errors/wrappers.ts';
import type { Translated } from '../../locale.ts';

const inside = 'הכול תלוי בשגיאה שבפנים. כאן היא חסרה, קטועה, או אינה מוכרת.';
const getInside =
  'להשיג את הטקסט המלא: `Get-Queue | Format-List Identity,LastError` בשרת, הדוח המלא של הודעת ההחזרה, או מעקב ההודעות המורחב של Exchange Online.';

export const wrappersErrors: Translated<typeof english> = {
  'wrapped-queue-braces': {
    meaning: 'הרישום של התור על הניסיון האחרון: שגיאה, שרת, כתובת וזמן.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-primary-target': {
    meaning: 'היעד הראשון ענה בשגיאה, ואף יעד אחר לא קיבל את הדואר.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-communicating-primary-target': {
    meaning: 'השיחה עם היעד הראשון נכשלה, ואף יעד אחר לא קיבל את הדואר.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-target-responded': {
    meaning: 'היעד ענה בשגיאה.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-communicating-target': {
    meaning: 'השיחה עם היעד נכשלה.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-frontend-or-destination': {
    meaning: 'הדואר יוצא דרך שירות ה־Front End, והשיחה איתו או עם היעד נכשלה.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-proxy-session': {
    meaning:
      'הדואר יוצא דרך שירות ה־Front End (`FrontendProxyEnabled`), שלא הצליח לפתוח את השיחה; הפרטים ביומן הפרוטוקול שלו.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-exo-session': {
    meaning: 'Exchange Online הגיע אל השרת שבחוץ, ולא נוצרה שיחה שעומדת בדרישות המחבר.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-expired-cannot-connect': {
    meaning: 'Exchange Online ויתר אחרי יממה: לא נוצרה שיחה עם השרת שבחוץ.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-expired': {
    meaning: 'הדואר נשאר בתור עד שתם זמנו.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-server-returned': {
    meaning: 'שורה של הודעת החזרה: איזה שרת החזיר את השגיאה.',
    notProven: inside,
    remedy: getInside,
  },
  'wrapped-host-said': {
    meaning: 'שרת דואר מצטט את התשובה של השרת הבא.',
    notProven: inside,
    remedy: 'לקרוא את היומן של השרת שכתב זאת.',
  },
};
