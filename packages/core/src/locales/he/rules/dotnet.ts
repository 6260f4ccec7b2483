// Hebrew words of the rules about .NET Framework.
import type { dotnetRules as english } from '../../en/rules/dotnet.ts';
import type { Translated } from '../../locale.ts';

export const dotnetRules: Translated<typeof english> = {
  'dotnet/v4-values': {
    title: 'תוכניות ב־.NET Framework 4 פועלות לפי גרסאות ה־TLS של Windows',
    rationale:
      'לקוחות האינטרנט של Exchange בסביבה היברידית (פנוי/עסוק, העברת תיבות דואר, OAuth) פועלים ב־.NET, ובלי הערכים האלה עלולים להישאר ב־TLS 1.0. ה־SMTP אינו משתמש בהם, ולכן הדואר עצמו זורם גם בלעדיהם.',
    messages: {
      set: '`SystemDefaultTlsVersions` ו־`SchUseStrongCrypto` שווים 1 בכל המקומות.',
      setPending:
        '`SystemDefaultTlsVersions` ו־`SchUseStrongCrypto` שווים 1 בכל המקומות; תוכניות שפועלות עוד מלפני שנכתבו טרם קראו אותם.',
      absent: {
        one: 'אחד מערכי ה־TLS של .NET Framework 4 אינו כתוב: תוכניות שנבנו ל־.NET ישן יותר עלולות להישאר ב־TLS 1.0. הדבר נוגע לשירותי האינטרנט ההיברידיים ולא ל־SMTP.',
        two: 'שניים מערכי ה־TLS של .NET Framework 4 אינם כתובים: תוכניות שנבנו ל־.NET ישן יותר עלולות להישאר ב־TLS 1.0. הדבר נוגע לשירותי האינטרנט ההיברידיים ולא ל־SMTP.',
        other:
          '{count} מערכי ה־TLS של .NET Framework 4 אינם כתובים: תוכניות שנבנו ל־.NET ישן יותר עלולות להישאר ב־TLS 1.0. הדבר נוגע לשירותי האינטרנט ההיברידיים ולא ל־SMTP.',
      },
      contrary: {
        one: 'אחד מערכי ה־TLS של .NET Framework 4 אינו 1 כמומלץ: נכתב בו דבר אחר. הדבר נוגע לשירותי האינטרנט ההיברידיים ולא ל־SMTP.',
        two: 'שניים מערכי ה־TLS של .NET Framework 4 אינם 1 כמומלץ, ולפחות באחד מהם נכתב דבר אחר. הדבר נוגע לשירותי האינטרנט ההיברידיים ולא ל־SMTP.',
        other:
          '{count} מערכי ה־TLS של .NET Framework 4 אינם 1 כמומלץ, ולפחות באחד מהם נכתב דבר אחר. הדבר נוגע לשירותי האינטרנט ההיברידיים ולא ל־SMTP.',
      },
      notNeeded: {
        one: 'אחד מערכי ה־TLS של .NET Framework 4 אינו 1. אין במחשב הזה Exchange שזקוק לו; ייתכן שתוכניות אחרות זקוקות.',
        two: 'שניים מערכי ה־TLS של .NET Framework 4 אינם 1. אין במחשב הזה Exchange שזקוק להם; ייתכן שתוכניות אחרות זקוקות.',
        other:
          '{count} מערכי ה־TLS של .NET Framework 4 אינם 1. אין במחשב הזה Exchange שזקוק להם; ייתכן שתוכניות אחרות זקוקות.',
      },
      unreadable: 'לא ניתן היה לקרוא את המפתחות של .NET Framework 4.',
    },
    remedies: {
      write: {
        summary:
          'לקבוע 1 בערכי ה־TLS של .NET Framework 4 בשתי התצוגות של הרישום (64 ו־32 סיביות) ואז להפעיל מחדש את Windows.',
        mayBreak:
          'תוכניות ב־.NET יציעו מעתה את מה ש־Windows מציע. תוכנית שחייבת להגיע לשותף עם TLS 1.0 ממשיכה לפעול כל עוד TLS 1.0 פעיל בחיבורים יוצאים.',
      },
    },
  },
  'dotnet/v2-values': {
    title: 'תוכניות ב־.NET Framework 3.5 פועלות לפי גרסאות ה־TLS של Windows',
    rationale:
      'Exchange 2010 פועל ב־.NET Framework 3.5, ולקוחות האינטרנט שלו זקוקים לערכים האלה עבור TLS 1.2. ב־Exchange חדש יותר הם מומלצים לשם אחידות בלבד. ה־SMTP אינו משתמש בהם.',
    messages: {
      set: '`SystemDefaultTlsVersions` ו־`SchUseStrongCrypto` שווים 1 בכל המקומות.',
      needed: {
        one: 'אחד מערכי ה־TLS של .NET Framework 3.5 אינו 1: שירותי האינטרנט של Exchange 2010 עלולים להישאר ב־TLS 1.0. הדבר אינו נוגע ל־SMTP.',
        two: 'שניים מערכי ה־TLS של .NET Framework 3.5 אינם 1: שירותי האינטרנט של Exchange 2010 עלולים להישאר ב־TLS 1.0. הדבר אינו נוגע ל־SMTP.',
        other:
          '{count} מערכי ה־TLS של .NET Framework 3.5 אינם 1: שירותי האינטרנט של Exchange 2010 עלולים להישאר ב־TLS 1.0. הדבר אינו נוגע ל־SMTP.',
      },
      recommended: {
        one: 'אחד מערכי ה־TLS של .NET Framework 3.5 אינו 1. שום רכיב של Exchange במחשב הזה אינו זקוק לו; Microsoft ממליצה עליו לשם אחידות.',
        two: 'שניים מערכי ה־TLS של .NET Framework 3.5 אינם 1. שום רכיב של Exchange במחשב הזה אינו זקוק להם; Microsoft ממליצה עליהם לשם אחידות.',
        other:
          '{count} מערכי ה־TLS של .NET Framework 3.5 אינם 1. שום רכיב של Exchange במחשב הזה אינו זקוק להם; Microsoft ממליצה עליהם לשם אחידות.',
      },
      exchangeUnknown: {
        one: 'אחד מערכי ה־TLS של .NET Framework 3.5 אינו 1. Exchange 2010 היה זקוק לו; לא ניתן היה לקרוא איזה Exchange מותקן.',
        two: 'שניים מערכי ה־TLS של .NET Framework 3.5 אינם 1. Exchange 2010 היה זקוק להם; לא ניתן היה לקרוא איזה Exchange מותקן.',
        other:
          '{count} מערכי ה־TLS של .NET Framework 3.5 אינם 1. Exchange 2010 היה זקוק להם; לא ניתן היה לקרוא איזה Exchange מותקן.',
      },
      notInstalled: '.NET Framework 3.5 אינו מותקן, וגרסת Exchange הזאת אינה משתמשת בו.',
      unreadable: 'לא ניתן היה לקרוא את המפתחות של .NET Framework 3.5.',
    },
    remedies: {
      write: {
        summary:
          'לקבוע 1 בערכי ה־TLS של .NET Framework 3.5 בשתי התצוגות של הרישום (64 ו־32 סיביות) ואז להפעיל מחדש את Windows.',
        mayBreak:
          'בלי העדכון שמוסיף TLS ל־.NET Framework 3.5 אין לערכים השפעה. איתו, תוכניות שפועלות בו יציעו את מה ש־Windows מציע.',
      },
    },
  },
  'dotnet/release': {
    title: 'גרסת .NET Framework היא המומלצת ל־Exchange הזה',
    rationale:
      'Exchange נתמך בגרסאות מסוימות של .NET Framework, והישנות שבהן מכירות פחות את TLS 1.2. הדואר זורם גם עם אחרות, אך איש אינו ערב לכך.',
    messages: {
      recommended: '.NET Framework {installed} היא הגרסה ש־Microsoft ממליצה עליה ל־{exchange}.',
      older: '.NET Framework {installed} ישנה מ־{wanted}, הגרסה ש־Microsoft ממליצה עליה ל־{exchange}.',
      newer:
        '.NET Framework {installed} חדשה מ־{wanted}, הגרסה ש־Microsoft ממליצה עליה ל־{exchange}: כדאי לעיין בטבלת התמיכה (supportability matrix) לפני שמסתמכים עליה.',
      noExchange: 'אין במחשב הזה שרת Exchange.',
      olderExchange: 'Exchange 2010 וישנים ממנו אינם פועלים ב־.NET Framework 4.',
      exchangeUnknown: 'לא ניתן היה לקרוא את ה־build של Exchange, ולכן .NET Framework לא נבדק עבורו.',
      releaseUnknown: 'לא ניתן היה לקרוא את הגרסה המותקנת של .NET Framework 4.',
      windowsUnknown: 'גרסת .NET Framework המומלצת תלויה ב־Windows, וגרסת Windows הזאת אינה ידועה כאן.',
    },
  },
};
