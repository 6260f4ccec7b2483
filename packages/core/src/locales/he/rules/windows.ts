// Hebrew words of the rules about Windows and its updates.
import type { windowsRules as english } from '../../en/rules/windows.ts';
import type { Translated } from '../../locale.ts';

const unknownBuild = 'גרסת Windows הזאת (build {build}) אינה מוכרת כאן, ולכן הדבר לא נבדק.';

export const windowsRules: Translated<typeof english> = {
  'windows/support': {
    title: 'גרסת Windows הזאת נתמכת',
    rationale: 'שינויים ב־TLS מגיעים רק ל־Windows שעדיין מקבל עדכונים.',
    messages: {
      supported: '{windows} מקבל עדכונים עד {date}.',
      extendedOnly: 'התמיכה ב־{windows} הסתיימה ב־{date}. עד {esuEnd} רק מי שמשלם מקבל עדכונים.',
      ended: 'התמיכה ב־{windows} הסתיימה ב־{date}: אין עוד עדכונים.',
      servicePackMissing: 'ל־{windows} חסרה חבילת השירות (service pack) שבלעדיה לא ייתכן בו TLS 1.2.',
      newerThanKnown: '{windows} חדש מכל גרסה המוכרת כאן, ולכן התמיכה בו לא הוערכה.',
      notServer: '{windows} אינו גרסה של Windows Server המוכרת כאן, ולכן התמיכה בו לא הוערכה.',
      unknown: '{product} (build {build}) אינו מוכר כאן, ולכן התמיכה בו לא נבדקה.',
    },
    remedies: {
      replace: {
        summary: 'לעבור ל־Windows Server נתמך.',
        mayBreak: 'שדרוג של Windows אינו נושא עמו את Exchange: נדרש שרת חדש.',
      },
      servicePack: {
        summary: 'להתקין את חבילת השירות (service pack) ואחריה את כל העדכונים.',
        mayBreak: 'השרת מושבת לזמן מה ומופעל מחדש.',
      },
    },
    steps: {
      replace: 'להתקין שרת חדש עם Windows נתמך ולהעביר אליו את תפקידי השרת הזה.',
      servicePack: 'להתקין את חבילת השירות האחרונה של גרסת Windows הזאת, ואחריה את כל העדכונים.',
    },
  },
  'windows/update-age': {
    title: 'Windows קיבל עדכון לאחרונה',
    rationale: 'עדכונים מביאים תיקונים ב־TLS ואישורי שורש חדשים; שרת בלעדיהם מפגר אחרי דרישות Office 365.',
    messages: {
      recent: 'העדכון הרשום האחרון של Windows, {id}, הוא מ־{date}.',
      old: 'העדכון הרשום האחרון של Windows, {id}, הוא מ־{date}, לפני {count} ימים.',
      oldAmongDated:
        'העדכון האחרון של Windows עם תאריך שאפשר לסמוך עליו, {id}, הוא מ־{date}; ל־{undated} אחרים אין תאריך כזה, וייתכן שיש ביניהם חדשים יותר.',
      undated: 'Windows אינו מוסר תאריכים שמישים לעדכונים שלו, ולכן גילם לא נבדק.',
      none: 'Windows אינו מונה עדכונים, ולכן גילם לא נבדק.',
    },
    remedies: {
      update: {
        summary: 'להתקין את העדכונים של Windows.',
        mayBreak: 'השרת מופעל מחדש.',
      },
    },
    steps: { update: 'להעביר את השרת למצב תחזוקה, להתקין את כל העדכונים של Windows ולהפעיל מחדש.' },
  },
  'windows/tls12-updates': {
    title: 'בגרסת Windows הזאת מותקנים העדכונים ש־TLS 1.2 זקוק להם',
    rationale:
      'גרסאות ישנות של Windows קיבלו את TLS 1.2, או חלקים ממנו, רק בעדכונים. עדכונים מצטברים מסתירים עדכונים בודדים מהרשימה, ולכן רשומה חסרה אינה מוכיחה דבר כשלעצמה.',
    messages: {
      present: 'ב־{windows} מותקנים העדכונים ש־TLS 1.2 זקוק להם, או מאוחרים יותר שמחליפים אותם.',
      none: '{windows} אינו זקוק לעדכון עבור TLS 1.2.',
      unknown: unknownBuild,
      schannelUnproven:
        'ברשימת העדכונים אין {kb}, שמביא את TLS 1.2 ל־{windows}, ואין עדכון מאוחר שמחליף אותו: ייתכן ש־TLS 1.2 חסר לגמרי.',
      winHttpUnproven:
        'ברשימת העדכונים של {windows} אין {kb} ואין עדכון מאוחר שמחליף אותו. הוא נוגע ל־WinHTTP, כלומר לשירותי רשת היברידיים ולא ל־SMTP.',
      sha512Unproven:
        'ברשימת העדכונים של {windows} אין {kb} ואין עדכון מאוחר שמחליף אותו. הוא נוגע לאישורים שחתומים ב־SHA-512.',
      dotnet35Unproven:
        'ברשימת העדכונים של {windows} אין {kb} ואין עדכון מאוחר שמחליף אותו. הוא נוגע ל־TLS 1.2 ב־.NET 3.5, ש־Exchange 2010 משתמש בו מחוץ ל־SMTP.',
    },
    remedies: {
      install: {
        summary: 'להתקין את {kb} או עדכון מאוחר שמחליף אותו.',
        mayBreak: 'השרת מופעל מחדש.',
      },
    },
    steps: { install: 'להתקין את {kb}, או את כל העדכונים שמוצעים לגרסת Windows הזאת.' },
  },
};
