// Hebrew words of the events of Exchange's transport.
import type { transportEventsErrors as english } from '../../en/errors/transport-events.ts';
import type { Translated } from '../../locale.ts';

export const transportEventsErrors: Translated<typeof english> = {
  'transport-tls-required-failed': {
    meaning: 'מחבר שליחה דורש TLS, ולא נוצרה שיחת TLS עם היעד; הדואר שלו ממתין.',
    notProven:
      'זה אינו אומר אם `STARTTLS` היה חסר או שלחיצת היד נכשלה. יומן הפרוטוקול של השליחה אומר מה קרה.',
    remedy: 'לקרוא את השיחה ביומן הפרוטוקול של השליחה: TLS 1.2, חבילות הצפנה ואישור, או `STARTTLS` חסר.',
  },
  'transport-no-starttls-certificate': {
    meaning: 'Exchange לא מצא אישור תקף לשם שמחבר משתמש בו, ולכן אינו יכול להציע שם `STARTTLS`.',
    notProven: 'לגרסאות TLS אין חלק בכך.',
    remedy: 'להפעיל עבור SMTP אישור עם השם הזה, או לתקן את `TlsCertificateName` או את `Fqdn` של המחבר.',
  },
  'transport-inbound-authentication': {
    meaning: 'כניסה במחבר קבלה נכשלה.',
    notProven: 'זה אינו אומר דבר על גרסאות TLS.',
    remedy: 'לבדוק את החשבון של השולח; בין שרתי Exchange גם את השעונים ואת שמות השירות (SPN).',
  },
  'transport-outbound-authentication': {
    meaning: 'הכניסה של מחבר שליחה אצל היעד נכשלה.',
    notProven: 'זה אינו אומר דבר על גרסאות TLS.',
    remedy: 'לבדוק את פרטי הכניסה של המחבר; בין שרתי Exchange גם את השעונים ואת שמות השירות (SPN).',
  },
};
