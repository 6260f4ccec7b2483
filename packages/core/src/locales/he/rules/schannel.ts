// Hebrew words of the rules about Schannel's protocols.
import type { schannelRules as english } from '../../en/rules/schannel.ts';
import type { Translated } from '../../locale.ts';

export const schannelRules: Translated<typeof english> = {
  'schannel/tls12-client-enabled': {
    title: 'TLS 1.2 בתוקף בחיבורים יוצאים',
    rationale:
      'Exchange Online אינו מקבל גרסה ישנה יותר. בלי TLS 1.2 כלקוח השרת הזה אינו יכול למסור דואר מוצפן: הדואר ממתין בתור, או יוצא ללא הצפנה אם המחבר מתיר זאת.',
    messages: {
      on: 'TLS 1.2 פעיל בחיבורים יוצאים.',
      onPending:
        'TLS 1.2 רשום כפעיל בחיבורים יוצאים, אך המפתח נכתב אחרי ההפעלה האחרונה של Windows: עד ההפעלה מחדש הבאה ייתכן שההגדרה הקודמת עדיין בתוקף.',
      off: 'TLS 1.2 כבוי בחיבורים יוצאים (`Enabled` הוא 0): Exchange Online דוחה את הדואר המוצפן של השרת הזה.',
      offPending:
        'TLS 1.2 רשום ככבוי בחיבורים יוצאים. המפתח נכתב אחרי ההפעלה האחרונה של Windows, ולכן ייתכן שהדואר עדיין זורם, אך לא אחרי ההפעלה מחדש הבאה.',
      offByDefault:
        'TLS 1.2 אינו מוצע בחיבורים יוצאים כברירת מחדל (`DisabledByDefault` אינו 0): Exchange פותח TLS בלעדיו.',
      offByDefaultOfSystem:
        'TLS 1.2 כבוי בחיבורים יוצאים כל עוד הרישום אינו מפעיל אותו: זו ברירת המחדל של {windows}.',
      notSupported: 'ל־{windows} אין TLS 1.2 בחיבורים יוצאים.',
      wrongType:
        '{value} שמור כ־{kind} ולא כ־`REG_DWORD`: מה ש־Windows עושה ממנו אינו מתועד, ולכן אי אפשר לסמוך על TLS 1.2.',
      unreadable: 'לא ניתן היה לקרוא את המפתח, ולכן TLS 1.2 בחיבורים יוצאים לא נבדק.',
      unknownSystem:
        'הערכים אינם כתובים וברירות המחדל של Windows זה (build {build}) אינן ידועות כאן, ולכן TLS 1.2 בחיבורים יוצאים לא נבדק.',
    },
    remedies: {
      enable: {
        summary: 'להפעיל TLS 1.2 בחיבורים יוצאים ואז להפעיל מחדש את Windows.',
        mayBreak:
          'שום דבר שפועל היום אינו זקוק ל־TLS 1.2 כבוי. גרסאות ישנות נשארות כפי שהן, ולכן שותפים עם TLS ישן אינם מנותקים.',
      },
      restart: {
        summary: 'להפעיל מחדש את Windows, כדי שהערכים השמורים ייכנסו לתוקף.',
        mayBreak: 'דואר ולקוחות נקטעים בזמן ההפעלה מחדש: יש להעביר את השרת למצב תחזוקה תחילה.',
      },
    },
    steps: {
      maintenance: 'להעביר את השרת למצב תחזוקה, או לבחור זמן שבו הדואר שלו יכול להמתין.',
    },
  },
};
