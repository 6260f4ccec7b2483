// Hebrew words of Windows' own events about TLS.
import type { schannelErrors as english } from '../../en/errors/schannel.ts';
import type { Translated } from '../../locale.ts';

const wholeHost = 'האירוע נוגע לכל תוכנה בשרת. רק אותה דקה ביומן הפרוטוקול קושרת אותו לדואר.';
const byAlert =
  'המספר מכריע: 70 גרסה, 40 ו־71 גרסה או חבילת הצפנה, 42 עד 46 ו־48 אישור. המספר הזה אינו אומר דבר ודאי.';
const noVersion = 'לגרסאות TLS אין חלק בכך.';
const findProgram = 'למצוא את התוכנה: אותה דקה ביומן הפרוטוקול, או הקלטת רשת.';

export const schannelErrors: Translated<typeof english> = {
  'schannel-private-key': {
    meaning: 'Windows לא הצליח להשתמש במפתח הפרטי של אישור.',
    notProven: `${noVersion} ${wholeHost}`,
    remedy: 'לתת לחשבון של השירות הרשאה לקרוא את המפתח, או לייבא שוב את האישור עם המפתח שלו.',
  },
  'schannel-credential': {
    meaning:
      'Windows לא הצליח להכין TLS עבור תוכנה: אף גרסה וחבילת הצפנה שהתוכנה מבקשת אינן מופעלות. מצב שגיאה 10013 אופייני.',
    notProven: `בשרתים רבים זה רעש של תוכנות שמבקשות רק גרסאות ישנות. ${wholeHost}`,
    remedy:
      'להפעיל TLS 1.2 עבור Client ו־Server, לקבוע את ערכי .NET, להפעיל מחדש את Windows, ולראות אם זה נמשך.',
  },
  'schannel-no-shared-cipher': {
    meaning: 'לקוח רצה לדבר TLS עם השרת הזה, ודבר ממה שהציע אינו מופעל כאן.',
    notProven: `הגרסה שבטקסט היא מה שהלקוח הציע; לא ידוע אם חסרה גרסה או חסרות חבילות הצפנה. ${wholeHost}`,
    remedy: 'להפעיל TLS 1.2 עבור Server, ולהשוות את חבילות ההצפנה המופעלות לאלה של הלקוחות.',
  },
  'schannel-handshake-succeeded': {
    meaning: 'לחיצת יד של TLS הצליחה; האירוע נוקב בגרסה ובחבילת ההצפנה.',
    notProven: wholeHost,
    remedy: 'אין מה לעשות.',
  },
  'schannel-alert-received': {
    meaning: 'הצד השני סיים שיחת TLS בהתראה.',
    notProven: `${byAlert} ${wholeHost}`,
    remedy: findProgram,
  },
  'schannel-alert-sent': {
    meaning: 'השרת הזה סיים שיחת TLS בהתראה.',
    notProven: `${byAlert} ${wholeHost}`,
    remedy: findProgram,
  },
  'schannel-server-certificate': {
    meaning: 'האישור של שרת שהשרת הזה פנה אליו לא עבר.',
    notProven: `${noVersion} ${wholeHost}`,
    remedy: 'להתקין שורשים חסרים, או שהצד השני יחדש את האישור שלו.',
  },
};
