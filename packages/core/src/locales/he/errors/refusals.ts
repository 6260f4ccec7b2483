// Hebrew words of refusals that name their reason.
import type { refusalsErrors as english } from '../../en/errors/refusals.ts';
import type { Translated } from '../../locale.ts';

const noTls = 'זה אינו אומר דבר על TLS.';
const internal = 'זה נוגע לדואר פנימי ואינו אומר דבר על TLS מול Office 365.';
const noCertificate =
  'בשיחה ללא הצפנה אין אישור, ולכן לחיצת יד שנכשלה לפני כן יכולה להיות הסיבה האמיתית. יומן הפרוטוקול של השליחה אומר מה קרה.';

export const refusalsErrors: Translated<typeof english> = {
  'tenant-inbound-attribution': {
    meaning:
      'מחבר שותף של Exchange Online מקבל את התחום הזה רק עם אישור מסוים או מכתובות מסוימות, ולשיחה לא היה זה ולא זה.',
    notProven: noCertificate,
    remedy: 'להתאים את `TlsCertificateName` של מחבר השליחה ל־`TlsSenderCertificateName` של המחבר הנכנס.',
  },
  'relay-access-denied': {
    meaning: 'Exchange Online לא ידע לאיזה ארגון השיחה שייכת, והוא אינו מעביר דואר עבור זרים.',
    notProven: noCertificate,
    remedy: 'לתקן את האישור או את הכתובות של המחבר הנכנס, ולבדוק שהשיחה משתמשת ב־TLS.',
  },
  'server-out-of-date': {
    meaning: 'הגרסה של שרת Exchange הזה ישנה מדי: Exchange Online מאט את הדואר שלו ואחר כך חוסם אותו.',
    notProven: `${noTls} ייתכן ש־TLS 1.2 תקין.`,
    remedy: 'להתקין את העדכון הנוכחי של Exchange Server.',
  },
  'client-not-authenticated': {
    meaning: 'היישום שולח בלי שנכנס לפני כן.',
    notProven: noTls,
    remedy: 'להיכנס, או לשלוח אל ה־MX של התחום דרך מחבר.',
  },
  'authentication-unsuccessful': {
    meaning: 'הכניסה של יישום או משתמש נדחתה.',
    notProven: `שיחת ה־TLS עצמה עמדה. ${noTls}`,
    remedy: 'לבדוק שם וסיסמה, והאם SMTP AUTH מותר לתיבה ולארגון.',
  },
  'recipient-blocked': {
    meaning: 'רשימה של הארגון עצמו חוסמת את הנמען.',
    notProven: noTls,
    remedy: 'להסיר את הנמען מרשימת החסימה של הארגון.',
  },
  'secure-domain-disallowed': {
    meaning: 'התחום נמצא ברשימת ה־TLS ההדדי (Domain Security), והשיחה לא עמדה בדרישות שלה.',
    notProven: 'זה אינו מצביע על גרסת TLS.',
    remedy:
      'לבדוק את הרשימות של `Get-TransportConfig` (`TLSSendDomainSecureList`, `TLSReceiveDomainSecureList`) ואת האישורים.',
  },
  'exchange-authentication-failed': {
    meaning: 'שני שרתי Exchange של ארגון אחד לא הצליחו להיכנס זה אל זה.',
    notProven: internal,
    remedy: 'לכבות את בדיקת ה־SMTP בין השרתים: היא מסירה את `X-ANONYMOUSTLS` ואת `X-EXPS`.',
  },
  'temporary-authentication-failure': {
    meaning: 'Kerberos בין שני שרתי Exchange נכשל.',
    notProven: internal,
    remedy: 'לבדוק את השעונים, את שמות השירות (SPN) ואת יחסי האמון של התחומים.',
  },
  'wrong-region': {
    meaning: 'הדואר הלך לאזור של Office 365 שאינו משרת את הארגון הזה.',
    notProven: noTls,
    remedy: 'לתקן את המארח החכם או את רשומות ה־DNS: להשתמש ב־MX של התחום עצמו.',
  },
  'sender-not-authenticated': {
    meaning: 'המקבל לא הצליח לאמת שתחום השולח מתיר את הדואר הזה (SPF, DKIM, DMARC).',
    notProven: noTls,
    remedy: 'לתקן את ה־SPF ואת ה־DKIM של תחום השולח.',
  },
  'sending-address-blocked': {
    meaning: 'המקבל חוסם או מגביל את הכתובת השולחת או את השולח בגלל המוניטין שלהם.',
    notProven: noTls,
    remedy: 'לברר מה נשלח, ואחר כך לבקש הסרה מהרשימה.',
  },
  'relaying-not-allowed': {
    meaning: 'השרת אינו מעביר דואר לנמען הזה עבור השולח הזה.',
    notProven: noTls,
    remedy: 'לבדוק איזה מחבר קיבל את השיחה, ואילו תחומים הוא מקבל.',
  },
  'recipient-not-found': {
    meaning: 'הנמען אינו קיים אצל השרת שענה.',
    notProven: noTls,
    remedy: 'לבדוק את הכתובת, ובארגון היברידי גם את סנכרון הספרייה.',
  },
  'server-busy': {
    meaning: 'השרת אינו מקבל דואר כרגע: עומס, מקום בדיסק, מגבלות או תחזוקה.',
    notProven: noTls,
    remedy: 'לבדוק בשרת ההוא את לחץ המשאבים (back pressure), את המקום בדיסק ואת מצב השירותים.',
  },
  'mailbox-or-size-limit': {
    meaning: 'התיבה לא קיבלה את הדואר: מלאה, מגבלת גודל, או תקלת מסירה אחרת.',
    notProven: noTls,
    remedy: 'לבדוק את התיבה ואת מגבלות הגודל.',
  },
  'routing-loop': {
    meaning: 'הדואר מסתובב במעגל, או שדרכו מובילה חזרה לאותו שרת.',
    notProven: noTls,
    remedy: 'לבדוק תחומים מקובלים, מחברים ורשומות MX.',
  },
};
