// Hebrew words of the errors of servers that insist on TLS.
import type { starttlsErrors as english } from '../../en/errors/starttls.ts';
import type { Translated } from '../../locale.ts';

const clearText = 'השרת המקבל דורש TLS, והשיחה עדיין לא הייתה מוצפנת כשהוצע דואר.';
const whySettles =
  'הטקסט אינו אומר מדוע השיחה נשארה ללא הצפנה. השיחה שלפניו אומרת: לחיצת יד שנכשלה מצביעה על גרסה, חבילת הצפנה או אישור; תשובה ל־`EHLO` בלי `STARTTLS` מצביעה על התקן בדרך או על אישור לא שמיש של המקבל.';
const readThenMend =
  'לקרוא את השיחה שלפניו. לחיצת יד שנכשלה: TLS 1.2, חבילות הצפנה, אישור. אין `STARTTLS` בתשובה: ההתקן שבדרך, או האישור של המקבל. כלל לא נוסה: `IgnoreSTARTTLS` של מחבר השליחה.';

export const starttlsErrors: Translated<typeof english> = {
  'starttls-must-issue': { meaning: clearText, notProven: whySettles, remedy: readThenMend },
  'starttls-required': {
    meaning: `${clearText} כשזה בא מ־Exchange Online: המחבר מחייב TLS, והשרת שבחוץ לא הציע TLS שאפשר להשתמש בו.`,
    notProven: `${whySettles} גם שורש שצד אחד אינו סומך עליו מסתיים כאן.`,
    remedy:
      'לבדוק שהתשובה ל־`EHLO` ביציאה 25 מכילה `STARTTLS`, ש־`TlsCertificateName` של המחבר מתאים לאישור תקף, שהשורשים הדרושים מהימנים, ושדבר בדרך אינו בודק SMTP.',
  },
  'starttls-must-issue-530': {
    meaning: `${clearText} Exchange רואה בסירוב הזה דבר זמני, ולכן הדואר ממתין בתור במקום לחזור.`,
    notProven: whySettles,
    remedy: readThenMend,
  },
  'starttls-not-offered': {
    meaning: 'השולח דורש TLS, והשרת המקבל לא הציע `STARTTLS`.',
    notProven: 'לא נוסתה לחיצת יד, ולכן הדבר אינו אומר דבר על גרסאות TLS.',
    remedy: 'לבדוק את האישור של המקבל עבור SMTP, והאם התקן בדרך מסיר את `STARTTLS`.',
  },
  'tls-not-available': {
    meaning: 'השרת המקבל מציע `STARTTLS` ואינו מצליח להתחיל TLS, לרוב כי אין לו אישור שמיש.',
    notProven: 'התקלה בשרת המקבל; לגרסאות TLS אין חלק בכך.',
    remedy: 'לתקן את האישור ואת המפתח בשרת ההוא; לעתים קרובות זהו שער בין Exchange לבין Office 365.',
  },
  'smtp-auth-old-tls': {
    meaning: 'היישום או ההתקן דיבר TLS 1.0 או 1.1 עם `smtp.office365.com`, שמקבל רק TLS 1.2 ומעלה.',
    notProven: 'זה נוגע לתוכנה שיצרה את החיבור הזה, ולא לכל תוכנה בשרת.',
    remedy:
      'לעדכן את התוכנה כך שתשתמש ב־TLS 1.2; במקום שהדבר אינו אפשרי, `smtp-legacy.office365.com` כל עוד הוא קיים.',
  },
  'smtp-auth-legacy-not-allowed': {
    meaning: 'נעשה שימוש בנקודת הקצה לגרסאות TLS ישנות, והארגון לא הצטרף אליה.',
    notProven: 'זה נוגע לתוכנה שיצרה את החיבור הזה, ולא לכל תוכנה בשרת.',
    remedy:
      'לעדכן את התוכנה כך שתשתמש ב־TLS 1.2, או להצטרף בעזרת `Set-TransportConfig -AllowLegacyTLSClients $true`.',
  },
};
