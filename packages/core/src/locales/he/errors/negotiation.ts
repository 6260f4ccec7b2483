// Hebrew words of the handshakes that ended with a security status.
import type { negotiationErrors as english } from '../../en/errors/negotiation.ts';
import type { Translated } from '../../locale.ts';

const versions =
  'להפעיל TLS 1.2 עבור Client ו־Server ב־Schannel וב־.NET, להפעיל מחדש את Windows, ולהשוות את חבילות ההצפנה לאלה ש־Office 365 מקבל.';
const noVersion = 'לגרסאות TLS אין חלק בכך.';
const openSsl = 'ניסיון מאותו שרת עם לקוח TLS אחר מבדיל בין גרסה לבין תקלה בדרך.';

export const negotiationErrors: Translated<typeof english> = {
  'tls-negotiation-socket-error': {
    meaning:
      'חיבור ה־TCP אופס במהלך לחיצת היד של TLS. כך Office 365 נוהג בלקוחות שאינם מציעים דבר חדש מ־TLS 1.1.',
    notProven: 'מול שרתים אחרים, חבילת הצפנה חסרה, אישור או חומת אש בודקת מסיימים את לחיצת היד באותה צורה.',
    remedy: versions,
  },
  'tls-negotiation-no-credentials': {
    meaning: 'לאישור של המחבר אין מפתח פרטי שמיש, או שלשירות התעבורה אסור לקרוא את המפתח.',
    notProven: noVersion,
    remedy: 'לייבא שוב את האישור עם המפתח הפרטי שלו ולהפעיל אותו עבור SMTP.',
  },
  'tls-negotiation-unknown-credentials': {
    meaning: 'האישור אינו מופעל עבור SMTP, לא נמצא, או שלא ניתן לקרוא את המפתח שלו.',
    notProven: noVersion,
    remedy: 'להריץ `Enable-ExchangeCertificate -Services SMTP` עבור האישור ולהפעיל מחדש את שירות התעבורה.',
  },
  'tls-negotiation-connection-aborted': {
    meaning: 'לחיצת היד בוטלה, בצד הזה או בידי התקן שבודק אותה.',
    notProven: `אותו טקסט נראה גם במקום ש־TLS 1.2 פעל בו. ${openSsl}`,
    remedy: 'לבדוק תחילה אם חומת האש או תרגום הכתובות בודקים SMTP, ורק אחר כך את גרסאות TLS.',
  },
  'tls-negotiation-connection-reset': {
    meaning: 'הצד השני איפס את החיבור במהלך לחיצת היד.',
    notProven: 'חבילת הצפנה חסרה או חומת אש בודקת עושות אותו דבר.',
    remedy: versions,
  },
  'tls-negotiation-timed-out': {
    meaning: 'לחיצת היד נעצרה באמצע: מנות אבדו.',
    notProven: 'זה מעיד על הדרך יותר מאשר על גרסאות TLS.',
    remedy: 'לבדוק גודל מנות (MTU), חומת אש ובדיקת SMTP.',
  },
  'tls-negotiation-bad-bindings': {
    meaning: 'הכניסה בתוך שיחת ה־TLS לא נקשרה לאותה שיחה; נראה אצל התקנים מסוימים.',
    notProven: `על TLS עצמו הוסכם. ${noVersion}`,
    remedy: 'לעדכן את ההתקן, או להתיר לו להיכנס בלי קשירת ערוץ.',
  },
  'tls-negotiation-algorithm-mismatch': {
    meaning: 'לשני הצדדים אין גרסת TLS משותפת או אין חבילת הצפנה משותפת.',
    notProven: 'לא ידוע מה מהשתיים חסר.',
    remedy: versions,
  },
  'tls-negotiation-unsupported-function': {
    meaning: 'גרסת ה־TLS נדחתה.',
    notProven: 'לא ידוע איזה צד ישן מדי.',
    remedy: versions,
  },
  'tls-negotiation-illegal-message': {
    meaning: 'הצד השני ענה ללחיצת היד בהתראה שאינה נוקבת בגרסה ולא באישור.',
    notProven: 'גרסה, חבילת הצפנה והתקנים בודקים מסתיימים כולם במצב הזה.',
    remedy: `${versions} אחר כך לחפש התקן שבודק TLS.`,
  },
  'tls-negotiation-invalid-token': {
    meaning: 'מה שהגיע במהלך לחיצת היד לא היה TLS.',
    notProven: 'לרוב התקן בדרך או שרת שעונה ללא הצפנה; רק לעתים נדירות גרסה.',
    remedy: 'לחפש בדיקת SMTP בין שני השרתים, ולנסות את היעד עם לקוח TLS אחר.',
  },
  'tls-negotiation-cert-unknown': {
    meaning: 'צד אחד לא קיבל את האישור של האחר.',
    notProven: noVersion,
    remedy: 'לבדוק את האישור שמוצג: ייעוד, מפתח, שרשרת.',
  },
  'tls-negotiation-cert-expired': {
    meaning: 'תוקף האישור פג.',
    notProven: noVersion,
    remedy: 'לחדש את האישור, להפעיל אותו עבור SMTP, ולעדכן את המחברים שנוקבים בו.',
  },
  'tls-negotiation-untrusted-root': {
    meaning: 'השורש של האישור של הצד השני אינו מהימן כאן.',
    notProven: noVersion,
    remedy: 'להתקין את השורש החסר; עבור Office 365 זהו `DigiCert Global Root G2` מאז אפריל 2026.',
  },
  'tls-negotiation-decrypt-failure': {
    meaning: 'לא ניתן היה לפענח נתונים של לחיצת היד.',
    notProven: 'גרסאות ישנות של Windows נכשלות כך באלגוריתמי גיבוב חדשים; נתונים פגומים נראים אותו דבר.',
    remedy: 'להתקין עדכוני Windows, ואחר כך להשוות חבילות הצפנה ואלגוריתמי חתימה.',
  },
  'tls-negotiation-message-altered': {
    meaning: 'נתונים של לחיצת היד שונו בדרך.',
    notProven: 'זה אינו מצביע על גרסת TLS.',
    remedy: 'לחפש התקן בדרך או מנהל התקן רשת שמשנה נתונים.',
  },
  'tls-negotiation-internal-error': {
    meaning: 'Windows או הצד השני קטעו את לחיצת היד בגלל תקלה משלהם.',
    notProven: 'זה אינו מצביע על גרסת TLS.',
    remedy: 'להתקין עדכוני Windows ולבדוק את ספק המפתח של האישור.',
  },
  'tls-negotiation-other': {
    meaning: 'לחיצת היד של TLS נכשלה; המצב חסר או אינו מוכר.',
    notProven: `גרסה, חבילת הצפנה, אישור ורשת אפשריים כולם. ${openSsl}`,
    remedy: 'למצוא את השיחה ביומן הפרוטוקול ואת אירועי Schannel של אותה דקה.',
  },
};
