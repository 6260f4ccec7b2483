// Hebrew words of the errors about connections that were cut or never made.
import type { connectionErrors as english } from '../../en/errors/connection.ts';
import type { Translated } from '../../locale.ts';

const readSession =
  'הטקסט אינו אומר מדוע. רק השיחה ביומן הפרוטוקול של מחבר השליחה אומרת זאת: האם הניתוק בא אחרי `STARTTLS`, ומול איזה שרת.';
const enableThen =
  'לקרוא תחילה את השיחה. אם Office 365 ניתק אחרי `STARTTLS`: להפעיל TLS 1.2 עבור Client ו־Server ב־Schannel וב־.NET, להפעיל מחדש את Windows ולהשוות את חבילות ההצפנה. אם הניתוק בא במקום אחר: לבדוק את חומת האש.';
const network = 'לבדוק שיציאה 25 של היעד עונה מהשרת הזה: תרגום שמות, ניתוב, חומת אש, והיעד עצמו.';
const path =
  'לבדוק את הדרך: גודל מנות (MTU), חומת אש, בדיקת SMTP בהתקן שבדרך. אחר כך לקרוא את השיחה ביומן הפרוטוקול.';
const certificateOrNetwork =
  'לחפש `TLS negotiation failed` ביומן הפרוטוקול של מחבר השליחה. אם הוא שם, לתקן את האישור; אם לא, לבדוק את יציאה 25, את הניתוב ואת חומת האש.';

export const connectionErrors: Translated<typeof english> = {
  'connection-dropped-socket-error': {
    meaning:
      'הצד השני סיים את חיבור ה־TCP באמצע השיחה. כך נראה גם שרת שדוחה את גרסת ה־TLS או את חבילות ההצפנה.',
    notProven:
      'לבדו הוא אינו מוכיח דבר על TLS: חומות אש, מסנני מוניטין ושרתים עמוסים מנתקים באותה צורה. השיחה ביומן הפרוטוקול של מחבר השליחה מכריעה.',
    remedy: enableThen,
  },
  'connection-dropped-connection-reset': {
    meaning: 'החיבור אופס באמצע השיחה, בידי הצד השני או בידי התקן שבדרך.',
    notProven: readSession,
    remedy: enableThen,
  },
  'connection-dropped-connection-aborted': {
    meaning: 'החיבור בוטל בצד הזה, בדרך כלל כי הצד השני חדל לענות.',
    notProven: readSession,
    remedy: enableThen,
  },
  'connection-dropped-timed-out': {
    meaning: 'הצד השני חדל לענות, והחיבור ננטש.',
    notProven: readSession,
    remedy: path,
  },
  'connection-dropped-timeout': {
    meaning: 'דבר לא הגיע מהצד השני בזמן ששיחה רשאית להיות בלא פעילות.',
    notProven: readSession,
    remedy: path,
  },
  'connection-dropped-other': {
    meaning: 'החיבור הסתיים באמצע השיחה.',
    notProven: readSession,
    remedy: enableThen,
  },
  'suspicious-remote-server': {
    meaning: 'השרת השני סיים את החיבור לפני תום השיחה, ו־Exchange ימתין זמן רב יותר לפני הניסיון הבא.',
    notProven:
      'שרת שמכיר רק TLS 1.0 גורם לטקסט הזה, וכך גם כל חומת אש שמנתקת SMTP. יומן הפרוטוקול של הצד השולח מראה היכן הסתיימה השיחה.',
    remedy:
      'לברר אילו גרסאות TLS השרת המקבל מכיר והאם התקן בדרך בודק SMTP; אחר כך להפעיל שם TLS 1.2 או להוציא את ההתקן מהדרך.',
  },
  'connection-timed-out': {
    meaning: 'Exchange לא הצליח לפתוח שיחה עם היעד.',
    notProven:
      'זה נראה כמו תקלת רשת, ולעתים קרובות אינו כזה: אותו טקסט עומד בתור כשלאישור של מחבר השליחה אין מפתח פרטי (`NoCredentials`) או כשהוא אינו קשור ל־SMTP (`UnknownCredentials`). יומן הפרוטוקול של מחבר השליחה אומר מה קרה.',
    remedy: certificateOrNetwork,
  },
  'unable-to-connect': {
    meaning: 'Exchange ויתר על היעד, והטקסט אינו אומר באיזה שלב.',
    notProven:
      'בלי קוד שגיאה של socket הוא עשוי להסתיר תקלת אישור (`NoCredentials`, `UnknownCredentials`): ייתכן שחיבור ה־TCP היה תקין.',
    remedy: certificateOrNetwork,
  },
  'unable-to-connect-socket': {
    meaning: 'חיבור ה־TCP לא נוצר. שגיאת socket 10060: אין תשובה; 10061: סירוב; 10051 או 10065: אין נתיב.',
    notProven: 'TLS כלל לא התחיל, ולכן הדבר אינו אומר דבר על גרסאות TLS.',
    remedy: network,
  },
  'dns-query-failed': {
    meaning: 'לא ניתן היה לתרגם את שם השרת הבא לכתובת.',
    notProven: 'לא נוצר חיבור, ולכן הדבר אינו אומר דבר על TLS.',
    remedy: 'לבדוק את שרתי ה־DNS ש־Exchange משתמש בהם, ואת רשומות ה־MX והכתובות של היעד.',
  },
};
