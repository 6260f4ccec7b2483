// Hebrew words of the rules about WinHTTP.
import type { winhttpRules as english } from '../../en/rules/winhttp.ts';
import type { Translated } from '../../locale.ts';

export const winhttpRules: Translated<typeof english> = {
  'winhttp/default-secure-protocols': {
    title: 'WinHTTP מציע TLS 1.2',
    rationale:
      'ב־Windows Server 2008 R2 וב־Windows Server 2012 תוכניות שמשתמשות ב־WinHTTP מציעות TLS 1.2 רק כשערך ברישום מורה על כך. ייתכן ששירותי האינטרנט ההיברידיים זקוקים לו; ה־SMTP אינו משתמש ב־WinHTTP, ולכן הדבר אינו נוגע לדואר עצמו.',
    messages: {
      set: 'הערך `DefaultSecureProtocols` מציע TLS 1.2 בכל התצוגות של הרישום.',
      setUpdateUnproven:
        'הערך `DefaultSecureProtocols` מציע TLS 1.2, אך ייכנס לתוקף רק עם העדכון {update}, והעדכון הזה או עדכון מצטבר מאוחר ממנו אינם מופיעים ברשימת העדכונים המותקנים.',
      absent:
        'הערך `DefaultSecureProtocols` אינו כתוב, ולכן תוכניות שמשתמשות ב־WinHTTP אינן מציעות TLS 1.2 ב־{windows}. הדבר אינו נוגע ל־SMTP.',
      withoutTls12:
        'הערך `DefaultSecureProtocols` אינו מציע TLS 1.2 לתוכניות שמשתמשות ב־WinHTTP, אלא רק: {protocols}. הדבר אינו נוגע ל־SMTP.',
      otherSystem: '{windows} מציע TLS 1.2 דרך WinHTTP גם בלי הערך הזה.',
      noUpdate: 'העדכון שבזכותו WinHTTP קורא את הערך הזה אינו קיים עבור {windows}.',
      unreadable: 'לא ניתן היה לקרוא את המפתחות של WinHTTP.',
    },
    remedies: {
      write: {
        summary: 'להתקין את {update} אם הוא חסר, לאפשר ל־WinHTTP להציע TLS 1.2 ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר: TLS 1.2 נוסף, והגרסאות האחרות נשארות.',
      },
    },
    steps: {
      update: 'להתקין את {update} או עדכון חודשי מצטבר מאוחר ממנו, אם אינו מותקן כבר: בלעדיו אין לערך השפעה.',
    },
  },
};
