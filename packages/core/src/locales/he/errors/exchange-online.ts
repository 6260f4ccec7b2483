// Hebrew words of the errors that Exchange Online reports about servers outside.
import type { exchangeOnlineErrors as english } from '../../en/errors/exchange-online.ts';
import type { Translated } from '../../locale.ts';

const noTls = 'TLS כלל לא התחיל, ולכן הדבר אינו אומר דבר על גרסאות TLS.';
const noVersion = 'לגרסאות TLS אין חלק בכך.';

export const exchangeOnlineErrors: Translated<typeof english> = {
  'exo-dns-failed': {
    meaning: 'Exchange Online לא הצליח לתרגם את שם שרת היעד לכתובת.',
    notProven: noTls,
    remedy: 'לתקן את המארח החכם של המחבר היוצא, או את רשומות ה־MX והכתובות של התחום.',
  },
  'exo-connection-timed-out': {
    meaning: 'Exchange Online לא קיבל תשובה מיציאה 25 של שרת היעד.',
    notProven: noTls,
    remedy: 'לפתוח את יציאה 25 לכתובות של Exchange Online, ולבדוק שהשרת פועל.',
  },
  'exo-connection-refused': {
    meaning: 'יציאה 25 של שרת היעד סירבה לחיבור של Exchange Online.',
    notProven: noTls,
    remedy: 'לבדוק את חומת האש, את מאזן העומסים ואת מחבר הקבלה שאמור להאזין שם.',
  },
  'exo-connection-closed': {
    meaning: 'שרת היעד, או חומת אש שלפניו, סגר את החיבור של Exchange Online באמצע.',
    notProven: 'לחיצת יד שנקטעת נראית כמו חומת אש שבודקת SMTP. יומן הפרוטוקול של הקבלה אומר מה קרה.',
    remedy: 'לבדוק אם חומת האש בודקת SMTP; אחר כך לקרוא את השיחה ביומן הפרוטוקול של הקבלה.',
  },
  'dane-starttls-not-supported': {
    meaning: 'התחום מפרסם DANE או MTA-STS, ולכן TLS הוא חובה, והשרת שלו לא הציע TLS או שלחיצת היד נכשלה.',
    notProven: 'זה אינו מבדיל בין `STARTTLS` חסר לבין לחיצת יד שנכשלה.',
    remedy: 'לבדוק בשרת המקבל ש־`STARTTLS` מוצע ושגרסת TLS 1.2 מופעלת.',
  },
  'dane-certificate-expired': {
    meaning: 'תוקף האישור של השרת המקבל פג.',
    notProven: noVersion,
    remedy: 'לחדש את האישור ולעדכן את רשומת ה־`TLSA`.',
  },
  'dane-tlsa-invalid': {
    meaning: 'האישור של השרת המקבל אינו מתאים לרשומת ה־`TLSA` שלו.',
    notProven: noVersion,
    remedy: 'לתקן את רשומת ה־`TLSA`, או להציג את האישור שהיא מתארת.',
  },
  'dane-dnssec-invalid': {
    meaning: 'רשומות ה־DNSSEC של התחום אינן תקפות.',
    notProven: noVersion,
    remedy: 'לתקן את ה־DNSSEC של התחום.',
  },
  'dane-host-mismatch': {
    meaning: 'האישור של השרת המקבל אינו נושא את שם השרת.',
    notProven: noVersion,
    remedy: 'להציג אישור עם השם הזה.',
  },
};
