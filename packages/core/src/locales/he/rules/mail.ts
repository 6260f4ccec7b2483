// Hebrew words of the rules about mail that was seen to fail or to go without TLS.
import type { mailRules as english } from '../../en/rules/mail.ts';
import type { Translated } from '../../locale.ts';

export const mailRules: Translated<typeof english> = {
  'mail/waiting-queues': {
    title: 'אין דואר שמחכה מפני ש־TLS נכשל',
    rationale:
      'השגיאה האחרונה של תור היא מה שקורה לדואר ברגע זה, תהיינה ההגדרות אשר תהיינה. `mailflow-tls explain` שוקלת אותה יחד עם ההגדרות.',
    messages: {
      fine: 'אף תור אינו מראה שגיאה של TLS.',
      office365: {
        one: 'הודעה אחת ({count}) אל Office 365 ({target}) מחכה, והשגיאה האחרונה של התור שלה נוקבת ב־TLS.',
        other: '{count} הודעות אל Office 365 ({target}) מחכות, והשגיאה האחרונה של התור שלהן נוקבת ב־TLS.',
      },
      elsewhere: {
        one: 'הודעה אחת ({count}) אל {target} מחכה, והשגיאה האחרונה של התור שלה נוקבת ב־TLS. ייתכן שהצד האחר הוא שאינו מסוגל.',
        other:
          '{count} הודעות אל {target} מחכות, והשגיאה האחרונה של התור שלהן נוקבת ב־TLS. ייתכן שהצד האחר הוא שאינו מסוגל.',
      },
    },
  },
  'mail/logged-traffic': {
    title: 'לפי יומני הדואר TLS עם Office 365 עובד',
    rationale:
      'ביומנים כתוב מה קרה באמת בימים האחרונים. דואר שהלך בטקסט גלוי הגיע ליעדו, ולכן איש לא הרגיש בחסרונו של TLS.',
    messages: {
      fine: 'ביומנים של הימים האחרונים {count} שיחות, ואין בהן כשל של TLS.',
      noSessions: 'ביומנים של הימים האחרונים אין אף שיחת SMTP, כמו כשרישום הפרוטוקול כבוי.',
      failed: {
        one: 'TLS עם Office 365 נכשל פעם אחת ({count}) בימים האחרונים.',
        other: 'TLS עם Office 365 נכשל {count} פעמים בימים האחרונים.',
      },
      clearAfterFailure: {
        one: 'הודעה אחת ({count}) עם Office 365 הלכה בטקסט גלוי אחרי ש־TLS נכשל, ואיש לא קיבל הודעה על כך.',
        other: '{count} הודעות עם Office 365 הלכו בטקסט גלוי אחרי ש־TLS נכשל, ואיש לא קיבל הודעה על כך.',
      },
      clear: {
        one: 'הודעה אחת ({count}) עם Office 365 הלכה בטקסט גלוי.',
        other: '{count} הודעות עם Office 365 הלכו בטקסט גלוי.',
      },
      failedElsewhere: {
        one: 'TLS עם אחרים מ־Office 365 נכשל פעם אחת ({count}) בימים האחרונים. ייתכן שהצד האחר הוא שאינו מסוגל.',
        other:
          'TLS עם אחרים מ־Office 365 נכשל {count} פעמים בימים האחרונים. ייתכן שהצד האחר הוא שאינו מסוגל.',
      },
    },
  },
  'mail/old-tls-peers': {
    title: 'איש אינו תלוי ב־TLS 1.0 או 1.1',
    rationale:
      'לפני שמכבים את TLS 1.0 ו־1.1 צריך למצוא את מי שאינו מכיר דבר חדש מהם: מדפסות, סורקים, יישומים ישנים, שותפים.',
    messages: {
      none: 'כל מי שמופיע ביומנים של הימים האחרונים משתמש ב־TLS 1.2 ומעלה, או אינו משתמש ב־TLS.',
      noSessions: 'ביומנים של הימים האחרונים אין אף שיחת SMTP, כמו כשרישום הפרוטוקול כבוי.',
      found: {
        one: 'צד אחד ({count}) היה מנותק, לפחות בחלקו, אילו כובו TLS 1.0 ו־1.1 היום.',
        other: '{count} צדדים היו מנותקים, לפחות בחלקם, אילו כובו TLS 1.0 ו־1.1 היום.',
      },
    },
  },
  'mail/tls-events': {
    title: 'ביומני האירועים אין כשלים של TLS',
    rationale:
      'Windows רושמת לחיצות יד שנכשלו של כל התוכניות, לא של Exchange לבדה. הן מצביעות על הצד ועל הסיבה, ולבדן אינן מוכיחות דבר על דואר.',
    messages: {
      none: 'לא Schannel ולא התעבורה של Exchange כתבו על כשל של TLS בימים האחרונים.',
      found: {
        one: 'הספק {provider} כתב אירוע אחד ({count}) על כשל של TLS בימים האחרונים.',
        other: 'הספק {provider} כתב {count} אירועים על כשל של TLS בימים האחרונים.',
      },
    },
  },
};
