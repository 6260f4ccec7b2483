// Hebrew words of the rules about what else is written below SCHANNEL.
import type { schannelRegistryRules as english } from '../../en/rules/schannel-registry.ts';
import type { Translated } from '../../locale.ts';

export const schannelRegistryRules: Translated<typeof english> = {
  'schannel/ghost-keys': {
    title: 'כל מפתח תחת Protocols הוא מפתח ש־Windows קורא',
    rationale:
      'תרגומי מכונה של המאמר של Microsoft מדפיסים את המפתחות עם פסיקים, רווחים ומילים מתורגמות. מי שפעל לפיהם סבור ש־TLS 1.2 פעיל, אך Windows לעולם אינו קורא את מה שנכתב.',
    messages: {
      none: 'כל מפתח תחת `Protocols` הוא מפתח ש־Windows קורא.',
      unreadable: 'לא ניתן היה לקרוא את כל המפתחות תחת `Protocols`.',
      meant:
        'Windows אינו קורא את המפתח {path}: הכוונה הייתה אל {meant}, ומה שהיה צריך להיקבע שם אינו כתוב במקום הקובע.',
      meantInForce:
        'Windows אינו קורא את המפתח {path}: הכוונה הייתה אל {meant}. הערכים הנכונים נמצאים במקומם, ולכן הוא אינו מזיק.',
      meantOther: 'Windows אינו קורא את המפתח {path}: הכוונה הייתה אל {meant}, ולכן אין לתוכנו השפעה.',
      container:
        'Windows אינו קורא את המפתח {path}: הכוונה הייתה אל {meant}. אין בו ערכים משלו, אלא רק מפתחות נוספים שאינם נקראים.',
      unknownBelow: 'Windows אינו קורא את המפתח {path}: תחת פרוטוקול הוא מכיר רק את `Client` ואת `Server`.',
      unknownName: 'אף גרסה מוכרת של Windows אינה קוראת את המפתח {path}.',
    },
    remedies: {
      replace: {
        summary:
          'לכתוב את שני הערכים במקום שאליו הייתה הכוונה, {meant}, למחוק את {path} ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר: המפתח מעולם לא נקרא, ו־TLS 1.2 אינו מנתק איש.',
      },
      delete: {
        summary: 'למחוק את {path} עם כל מה שתחתיו.',
        mayBreak: 'שום דבר: Windows מעולם לא קרא אותו.',
      },
    },
  },
  'schannel/ghost-values': {
    title: 'כל ערך תחת Protocols הוא ערך ש־Windows קורא',
    rationale:
      'Windows קורא את `Enabled` ואת `DisabledByDefault`, ורק במפתחות `Client` ו־`Server`. שם משובש או מתורגם, או ערך שנכתב מפתח אחד גבוה מדי, אינם משנים דבר.',
    messages: {
      none: 'כל ערך תחת `Protocols` הוא ערך ש־Windows קורא.',
      unreadable: 'לא ניתן היה לקרוא את כל המפתחות תחת `Protocols`.',
      meant: 'Windows אינו קורא את הערך {name} ב־{path}: הכוונה הייתה אל {meant}.',
      unknown: 'Windows אינו קורא את הערך {name} ב־{path}.',
      parent:
        'לערך {name} ב־{path} אין השפעה: Windows קורא אותו רק במפתחות `Client` ו־`Server` שתחתיו. הוא אינו מזיק.',
      parentOther: 'לערך {name} ב־{path} אין השפעה: Windows אינו קורא שם ערכים.',
    },
    remedies: {
      replace: {
        summary: 'לכתוב את שני הערכים ב־{path}, למחוק את {name} ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר: הערך מעולם לא נקרא, ו־TLS 1.2 אינו מנתק איש.',
      },
      delete: {
        summary: 'למחוק את הערך {name} ב־{path}.',
        mayBreak: 'שום דבר: Windows מעולם לא קרא אותו.',
      },
    },
  },
  'schannel/value-kinds': {
    title: 'הערכים של כל הפרוטוקולים הם מספרים כמתועד',
    rationale:
      'Windows מתעד את הערכים האלה כ־`REG_DWORD` בלבד. לא מתועד כיצד הוא מפרש טקסט או סוג אחר, ולכן ייתכן שערך כזה אינו עושה את מה שהוא אומר.',
    messages: {
      right: 'כל הערכים הם מסוג `REG_DWORD` ושווים ל־0 או ל־1.',
      unreadable: 'לא ניתן היה לקרוא את כל המפתחות תחת `Protocols`.',
      wrongKind:
        'הערך {value} של {protocol} בתפקיד {role} שמור כ־{kind} ולא כ־`REG_DWORD`: לא מתועד כיצד Windows מפרש אותו.',
      unusual: {
        one: 'ערך אחד אינו 0 ואינו 1, כפי שכלים מסוימים כותבים; Windows מתייחס לכל מספר שאינו 0 כאל 1.',
        two: 'שני ערכים אינם 0 ואינם 1, כפי שכלים מסוימים כותבים; Windows מתייחס לכל מספר שאינו 0 כאל 1.',
        other:
          '{count} ערכים אינם 0 ואינם 1, כפי שכלים מסוימים כותבים; Windows מתייחס לכל מספר שאינו 0 כאל 1.',
      },
    },
    remedies: {
      rewrite: {
        summary: 'לכתוב את הערך מחדש כ־`REG_DWORD` ואז להפעיל מחדש את Windows.',
        mayBreak: 'מה שהערך אומר נכנס לתוקף, אולי בפעם הראשונה. גרסה שהוא מכבה תהיה אז כבויה באמת.',
      },
    },
  },
  'schannel/healthchecker-label': {
    title: 'המילה של HealthChecker לכל גרסת TLS תואמת את מצבה',
    rationale:
      'מנהלי מערכת רבים מריצים גם את HealthChecker של Microsoft. היכן שהמילה שלו והדוח הזה נבדלים, הכלל הזה מסביר מדוע, כדי שאיש לא יצטרך לנחש על מי לסמוך.',
    messages: {
      same: 'המילים של HealthChecker תואמות את המצב של כל הגרסאות.',
      open: 'המצב של גרסה אחת לפחות אינו ידוע, ולכן המילה של HealthChecker עבורה לא הושוותה.',
      systemDefault:
        'HealthChecker מציג את {protocol} כ־{label}: הוא מתייחס לערך חסר כאל פעיל, וב־TLS 1.3 כאל כבוי, ואינו יודע מה {windows} עושה באמת כברירת מחדל.',
      offAnyway:
        'HealthChecker מציג את {protocol} כ־{label}, אך הוא כבוי: `Enabled` שווה 0 מכבה אותו בשני הכיוונים, ולא משנה מה אומר `DisabledByDefault`.',
      notSupported:
        'HealthChecker מציג את {protocol} כ־{label}, אך {windows} אינו כולל אותו, ולא משנה מה כתוב ברישום.',
      wrongKind:
        'HealthChecker מציג את {protocol} כ־{label} משום שהוא מקבל ערכים מכל סוג; Windows מתעד `REG_DWORD` בלבד.',
    },
  },
  'schannel/renegotiation': {
    title: 'משא ומתן חוזר לא מאובטח נדחה',
    rationale:
      'שותפים שלא עודכנו מאז 2010 מנהלים משא ומתן חוזר (renegotiation) באופן שמאפשר לאחרים להשתיל טקסט בתוך חיבור. Microsoft ממליצה לדחות זאת; הדואר מול Office 365 אינו זקוק לכך.',
    messages: {
      refused: 'משא ומתן חוזר לא מאובטח נדחה בשני הכיוונים.',
      notSet:
        'משא ומתן חוזר לא מאובטח נתון לברירת המחדל של Windows; Microsoft ממליצה על 0 בשני הערכים. יש לבדוק תחילה מאזני עומסים, כי חלקם עדיין זקוקים לו.',
      allowed: 'משא ומתן חוזר לא מאובטח מותר.',
      unreadable: 'לא ניתן היה לקרוא את המפתח SCHANNEL.',
    },
    remedies: {
      refuse: {
        summary: 'לדחות משא ומתן חוזר לא מאובטח בשני הכיוונים ואז להפעיל מחדש את Windows.',
        mayBreak: 'מאזני עומסים ושותפים שאינם תומכים ב־RFC 5746 לא יוכלו עוד להתחבר: יש לבדוק אותם תחילה.',
      },
    },
  },
  'schannel/needed-algorithms': {
    title: 'שום אלגוריתם ש־TLS 1.2 מול Exchange Online משתמש בו אינו כבוי',
    rationale:
      'אפשר לכבות צפנים, פונקציות גיבוב ושיטות להחלפת מפתחות בכל Windows. כל אחד שכבוי מבטל את חבילות ההצפנה שנשענות עליו, וכשנעלמת החבילה המשותפת האחרונה הדואר נעצר.',
    messages: {
      allOn: 'שום אלגוריתם ש־TLS 1.2 מול Exchange Online משתמש בו אינו כבוי.',
      cipherOff: 'הצופן {name} כבוי, ולכן אי אפשר להשתמש במחצית מחבילות ההצפנה ש־Exchange Online מקבל.',
      hashOff:
        'פונקציית הגיבוב {name} כבויה, ולכן אי אפשר להשתמש בחבילות ההצפנה שנשענות עליה; ייתכן שגם אישורים שנחתמו בה יידחו.',
      ecdhOff:
        'החלפת המפתחות {name} כבויה, ולכן אי אפשר להשתמש מול Exchange Online באף חבילת הצפנה עם סודיות קדימה (forward secrecy).',
      pkcsOff:
        'החלפת המפתחות {name} כבויה: אי אפשר להשתמש בחבילות הצפנה עם החלפת מפתחות RSA, ולפי התיעוד גרסאות ישנות של Windows מאבדות את כל החבילות המיועדות לאישורי RSA.',
      unusedOff: 'האלגוריתם {name} כבוי; Exchange Online מקבל חבילות אחרות, ולכן הדואר אינו זקוק לו.',
      unreadable: 'לא כל המפתחות של הצפנים, פונקציות הגיבוב והחלפת המפתחות ניתנו לקריאה.',
    },
    remedies: {
      enable: {
        summary: 'להפעיל שוב את {name} ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר שפועל היום אינו דורש שיהיה כבוי; ייתכן שמדיניות הקשחה תכבה אותו שוב.',
      },
    },
  },
  'schannel/weak-algorithms': {
    title: 'צפנים ופונקציות גיבוב חלשים כבויים',
    rationale:
      'המדריך של Microsoft ל־Exchange ממליץ לכבות אותם, כצעד נפרד אחרי TLS 1.0 ו־TLS 1.1. Exchange Online אינו משתמש באף אחד מהם, ולכן הדואר אינו תלוי בכך.',
    messages: {
      off: 'כל הצפנים ופונקציות הגיבוב שהמדריך של Microsoft מגדיר כחלשים כבויים.',
      untouched:
        'אף אחד מהצפנים ומפונקציות הגיבוב שהמדריך של Microsoft מגדיר כחלשים אינו כבוי ברישום; הדואר מול Office 365 אינו תלוי בכך.',
      some: {
        one: 'אלגוריתם אחד שהמדריך של Microsoft מגדיר כחלש אינו כבוי ברישום: {names}.',
        two: 'שני אלגוריתמים שהמדריך של Microsoft מגדיר כחלשים אינם כבויים ברישום: {names}.',
        other: '{count} אלגוריתמים שהמדריך של Microsoft מגדיר כחלשים אינם כבויים ברישום: {names}.',
      },
      unreadable: 'לא כל המפתחות של הצפנים, פונקציות הגיבוב והחלפת המפתחות ניתנו לקריאה.',
    },
  },
  'schannel/event-logging': {
    title: 'Schannel כותב את שגיאותיו ליומן האירועים',
    rationale:
      'כשלחיצת יד של TLS נכשלת, האירועים של Schannel הם לעתים קרובות העקבות היחידים שמסבירים מדוע. כשהם כבויים, אי אפשר להסביר בדיעבד תקלת דואר.',
    messages: {
      on: 'Schannel כותב את שגיאותיו ליומן האירועים System.',
      byDefault: 'Schannel כותב את שגיאותיו ליומן האירועים System, כפי שהוא עושה כברירת מחדל.',
      off: 'Schannel אינו כותב את שגיאותיו ליומן האירועים System, ולכן לחיצות יד כושלות של TLS אינן מותירות בו עקבות.',
      wrongKind:
        'הערך `EventLogging` שמור כ־{kind} ולא כ־`REG_DWORD`, ולכן לא ודאי ש־Schannel כותב את שגיאותיו ליומן האירועים.',
      unreadable: 'לא ניתן היה לקרוא את המפתח SCHANNEL.',
    },
    remedies: {
      enable: {
        summary: 'לאפשר ל־Schannel לכתוב את שגיאותיו ליומן האירועים ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר; בשרת הפתוח לאינטרנט היומן System מתמלא מהר יותר.',
      },
    },
  },
};
