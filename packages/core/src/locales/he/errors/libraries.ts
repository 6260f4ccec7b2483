// Hebrew words of the errors of the TLS libraries of other servers, devices and applications.
import type { librariesErrors as english } from '../../en/errors/libraries.ts';
import type { Translated } from '../../locale.ts';

const thisProgram = 'זה נוגע לתוכנה שכתבה זאת, ולא ל־Exchange עצמו.';

export const librariesErrors: Translated<typeof english> = {
  'library-no-shared-version': {
    meaning: 'לתוכנה ולצד השני אין גרסת TLS משותפת.',
    notProven: `לא ידוע מי מהשניים ישן מדי. ${thisProgram}`,
    remedy: 'להפעיל TLS 1.2 בצד שחסר אותו; לעדכן את התוכנה במקום שהדבר אינו אפשרי.',
  },
  'library-no-shared-cipher': {
    meaning: 'לתוכנה ולצד השני אין חבילת הצפנה משותפת.',
    notProven: `יש ספריות שאומרות זאת גם כשהגרסה היא שחסרה. ${thisProgram}`,
    remedy: 'להשוות גרסאות וחבילות הצפנה של שני הצדדים.',
  },
  'library-not-tls': {
    meaning: 'מה שהגיע במקום לחיצת יד לא היה TLS בגרסה שהתוכנה מבינה.',
    notProven: `לרוב היציאה מדברת ללא הצפנה לפני \`STARTTLS\`, או שהתקן עונה. ${thisProgram}`,
    remedy: 'לבדוק יציאה ואופן (`STARTTLS` ב־25 וב־587), ואחר כך לחפש התקן בדרך.',
  },
  'library-certificate': {
    meaning: 'התוכנה לא קיבלה את האישור של הצד השני.',
    notProven: `לגרסאות TLS אין חלק בכך. ${thisProgram}`,
    remedy: 'להתקין את השורש החסר, או להציג אישור תקף עם השם הנכון.',
  },
  'library-handshake-cut': {
    meaning: 'החיבור נסגר במהלך לחיצת היד של TLS.',
    notProven: `גרסה שאינה מתקבלת גורמת לכך; גם חומת אש ואישור חסר. ${thisProgram}`,
    remedy: 'לבדוק תחילה את גרסאות ה־TLS של שני הצדדים, ואחר כך את הדרך ביניהם.',
  },
  'library-connection-closed': {
    meaning: 'הצד השני סגר את החיבור, והטקסט אינו אומר באיזה שלב.',
    notProven: `זה אינו אומר דבר על TLS, אלא אם השיחה מראה שלחיצת יד הייתה בעיצומה. ${thisProgram}`,
    remedy: 'למצוא את השלב שבו נסגר. במהלך לחיצת היד: גרסאות TLS. אחרת: חומת אש ושרת.',
  },
  'library-connect-failed': {
    meaning: 'חיבור ה־TCP לא נוצר.',
    notProven: 'TLS כלל לא התחיל, ולכן הדבר אינו אומר דבר על גרסאות TLS.',
    remedy: 'לבדוק כתובת, יציאה, ניתוב וחומת אש.',
  },
};
