// Hebrew words of the rules about what else sends mail.
import type { sendersRules as english } from '../../en/rules/senders.ts';
import type { Translated } from '../../locale.ts';

export const sendersRules: Translated<typeof english> = {
  'senders/iis-smtp': {
    title: 'שירות ה־SMTP של IIS מצפין את מה שהוא שולח ל־Office 365',
    rationale:
      'שירות ה־SMTP של IIS מצפין תמיד או אף פעם, לפי ההגדרה שלו, ומשתמש ב־TLS של Windows בשרת הזה. בלי הצפנה Office 365 דוחה דואר של שולחים מזוהים, ודואר אחר עובר ללא הצפנה.',
    messages: {
      encrypted:
        'שירות ה־SMTP של IIS מצפין את מה שהוא שולח ל־Office 365. הוא תלוי ב־TLS 1.2 של Windows בשרת הזה.',
      none: 'שירות ה־SMTP של IIS אינו מותקן.',
      idle: 'שירות ה־SMTP של IIS מותקן ואינו שולח ל־Office 365.',
      unread: 'לא ניתן היה לקרוא את ההגדרות של שירות ה־SMTP של IIS.',
      throughSmartHost: 'שרת ה־SMTP הווירטואלי {server} מוסר את כל הדואר ל־{smartHost}, שאינו של Office 365.',
      clearText:
        'שרת ה־SMTP הווירטואלי {server} שולח ל־{smartHost} ללא TLS: הדואר שלו ל־Office 365 אינו מוצפן, ומחברים שם שדורשים TLS דוחים אותו.',
      clearTextByDns:
        'שרת ה־SMTP הווירטואלי {server} מוסר לכל הדומיינים ללא TLS: הדואר שלו, ובכלל זה ל־Office 365, אינו מוצפן.',
      submissionWithoutTls:
        'שרת ה־SMTP הווירטואלי {server} שולח ל־{smartHost} ללא TLS: Office 365 אינו מקבל הזדהות ללא TLS, ולכן הדואר שלו נכשל.',
      legacyEndpoint:
        'שרת ה־SMTP הווירטואלי {server} שולח ל־{smartHost}, שנועד ללקוחות ללא TLS 1.2. הדבר פועל רק כל עוד הארגון בחר בכך.',
    },
    remedies: {
      encrypt: {
        summary: 'להפעיל TLS עבור מה ששרת ה־SMTP הווירטואלי {server} שולח.',
        mayBreak: 'מעתה הוא ישלח רק עם TLS. אם TLS 1.2 אינו בתוקף בשרת הזה, הדואר שלו ימתין.',
      },
    },
    steps: {
      encrypt:
        'ב־Internet Information Services (IIS) 6.0 Manager לפתוח את המאפיינים של שרת ה־SMTP הווירטואלי {server}, משם Delivery ואז Outbound Security, ולסמן TLS encryption.',
    },
  },
  'senders/other-mail-software': {
    title: 'אין בשרת הזה תוכנת דואר אחרת',
    rationale: 'תוכנת דואר אחרת עשויה להביא TLS משלה, שאינו קשור להגדרות שנבדקות כאן.',
    messages: {
      none: 'אין בשרת הזה תוכנת דואר אחרת המוכרת כאן.',
      found: '{product} פועל בשרת הזה. ה־TLS שלו אינו נבדק כאן: יש לברר עם היצרן אם הוא שולח עם TLS 1.2.',
      stopped: '{product} מותקן בשרת הזה ואינו פועל.',
    },
  },
};
