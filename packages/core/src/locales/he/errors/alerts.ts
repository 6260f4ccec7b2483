// Hebrew words of the TLS alerts.
import type { alertsErrors as english } from '../../en/errors/alerts.ts';
import type { Translated } from '../../locale.ts';

const whichSide = 'ההתראה אינה אומרת איזה צד צריך להשתנות, ומאירוע לבדו לא ידוע גם באיזו תוכנה מדובר.';
const noVersion = 'לגרסאות TLS אין חלק בכך.';
const versions =
  'להפעיל TLS 1.2 עבור Client ו־Server ב־Schannel וב־.NET, להפעיל מחדש את Windows, ולהשוות את חבילות ההצפנה של שני הצדדים.';
const checkCertificate = 'לבדוק את האישור של הצד שנדחה: תוקף, ייעוד, שרשרת.';

export const alertsErrors: Translated<typeof english> = {
  'tls-alert-protocol-version': {
    meaning: 'צד אחד דחה את גרסת ה־TLS של האחר (התראה 70).',
    notProven: whichSide,
    remedy: versions,
  },
  'tls-alert-handshake-failure': {
    meaning: 'לא נמצאו גרסה וחבילת הצפנה שמתאימות לשני הצדדים (התראה 40).',
    notProven: `היא אינה מבדילה בין גרסה לחבילת הצפנה, וגם אישור לקוח חסר מסתיים כאן. ${whichSide}`,
    remedy: versions,
  },
  'tls-alert-insufficient-security': {
    meaning: 'צד אחד דורש חבילות הצפנה חזקות ממה שהאחר מציע (התראה 71).',
    notProven: whichSide,
    remedy: versions,
  },
  'tls-alert-certificate': {
    meaning: 'צד אחד לא קיבל את האישור של האחר (התראות 41 עד 43 ו־46).',
    notProven: noVersion,
    remedy: checkCertificate,
  },
  'tls-alert-certificate-revoked': {
    meaning: 'האישור בוטל (התראה 44).',
    notProven: noVersion,
    remedy: 'להחליף את האישור.',
  },
  'tls-alert-certificate-expired': {
    meaning: 'תוקף האישור פג (התראה 45).',
    notProven: noVersion,
    remedy: 'לחדש את האישור.',
  },
  'tls-alert-unknown-ca': {
    meaning: 'צד אחד אינו סומך על השורש של האישור של האחר (התראה 48).',
    notProven: noVersion,
    remedy: 'להתקין את השורש החסר, או לשלוח את כל השרשרת.',
  },
  'tls-alert-access-denied': {
    meaning: 'האישור תקף, ובכל זאת הגישה נדחתה (התראה 49).',
    notProven: noVersion,
    remedy: 'לבדוק אילו אישורים הצד השני מתיר.',
  },
  'tls-alert-malformed': {
    meaning: 'צד אחד לא הבין הודעה של לחיצת היד.',
    notProven: 'גרסה, חבילת הצפנה והתקנים בודקים אפשריים כולם.',
    remedy: `${versions} אחר כך לחפש התקן שבודק TLS.`,
  },
  'tls-alert-broken-record': {
    meaning: 'נתונים מוצפנים הגיעו פגומים, או עם מפתחות שאינם מתאימים.',
    notProven: 'זה אינו מצביע על גרסת TLS.',
    remedy: 'להתקין עדכונים בשני הצדדים ולחפש התקן שמשנה נתונים.',
  },
  'tls-alert-internal-error': {
    meaning: 'צד אחד קטע את השיחה בגלל תקלה משלו (התראה 80).',
    notProven: 'זה אינו מצביע על גרסת TLS.',
    remedy: 'לקרוא את היומן של הצד ששלח את ההתראה.',
  },
  'tls-alert-inappropriate-fallback': {
    meaning: 'הלקוח חזר עם גרסה ישנה ממה שהוא מכיר, והשרת סירב (התראה 86).',
    notProven: whichSide,
    remedy: versions,
  },
  'tls-alert-no-application-protocol': {
    meaning: 'לשני הצדדים אין פרוטוקול יישום משותף (התראה 120).',
    notProven: `${noVersion} דואר אינו משתמש בו.`,
    remedy: 'אין מה לעשות מבחינת הדואר.',
  },
};
