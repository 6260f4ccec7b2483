// Hebrew words of the rules about cipher suites and curves.
import type { ciphersRules as english } from '../../en/rules/ciphers.ts';
import type { Translated } from '../../locale.ts';

export const ciphersRules: Translated<typeof english> = {
  'ciphers/exchange-online-overlap': {
    title: 'לשרת הזה ול־Exchange Online יש חבילת הצפנה משותפת',
    rationale:
      'גם כש־TLS 1.2 פעיל בשני הצדדים, החיבור נכשל אם אין להם חבילת הצפנה משותפת. רשימות מוקשחות, ובמיוחד כאלה שנקבעו במדיניות, לפעמים אינן מותירות אף אחת.',
    messages: {
      shared: {
        one: 'Exchange Online מקבל אחת מחבילות ההצפנה שהשרת הזה משתמש בהן ב־TLS 1.2.',
        two: 'Exchange Online מקבל שתיים מחבילות ההצפנה שהשרת הזה משתמש בהן ב־TLS 1.2.',
        other: 'Exchange Online מקבל {count} מחבילות ההצפנה שהשרת הזה משתמש בהן ב־TLS 1.2.',
      },
      none: 'Exchange Online אינו מקבל אף אחת מחבילות ההצפנה של השרת הזה, ולכן שום חיבור TLS איתו אינו יכול להצליח.',
      noneInPolicy:
        'מדיניות קובעת את חבילות ההצפנה של השרת הזה, ו־Exchange Online אינו מקבל אף אחת מאלה שגרסת Windows הזאת מכירה בשמות האלה, ולכן שום חיבור TLS איתו אינו יכול להצליח.',
      switchedOff: 'כל חבילת הצפנה שמשותפת לשרת הזה ול־Exchange Online זקוקה לאלגוריתם כבוי: {names}.',
      unknownList: 'לא ניתן היה לקרוא באילו חבילות הצפנה השרת הזה משתמש.',
    },
    remedies: {
      switchOn: {
        summary: 'להפעיל שוב את האלגוריתמים ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר שפועל היום אינו דורש שיהיו כבויים; ייתכן שמדיניות הקשחה תכבה אותם שוב.',
      },
      list: {
        summary:
          'להוסיף לרשימה חבילות ש־Exchange Online מקבל, החזקה ביותר תחילה, ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר: חבילות נוספות לרשימה ואף אחת אינה מוסרת ממנה.',
      },
    },
    steps: {
      list: 'להוסיף לפחות את `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384` ואת `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`; לפני Windows Server 2016 במקומן את `TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P256` ואת `TLS_RSA_WITH_AES_256_GCM_SHA384`.',
      policy:
        'רשימה שמגיעה מ־Group Policy יש לשנות שם: Computer Configuration, Administrative Templates, Network, SSL Configuration Settings, SSL Cipher Suite Order.',
    },
  },
  'ciphers/remaining-suites': {
    title: 'חבילת הצפנה חזקה עם סודיות קדימה משותפת עם Exchange Online',
    rationale:
      'שירותים מוותרים עם השנים על חבילות CBC ועל חבילות ללא סודיות קדימה (forward secrecy). שרת שרק חבילות כאלה משותפות לו יפסיק להחליף דואר ביום שבו יוסרו.',
    messages: {
      strong: 'לפחות חבילה משותפת אחת משתמשת ב־GCM ויש לה סודיות קדימה.',
      either:
        'אין חבילה משותפת שגם משתמשת ב־GCM וגם יש לה סודיות קדימה. הדואר זורם היום; אילו ויתר Exchange Online על שני הסוגים הישנים לא היה נותר דבר, וייתכן של־{windows} אין טובות מהן.',
      onlyCbc: 'כל החבילות שמשותפות לשרת הזה ול־Exchange Online משתמשות ב־CBC: אם יוסרו שם, הדואר ייעצר.',
      onlyStatic:
        'לכל החבילות שמשותפות לשרת הזה ול־Exchange Online אין סודיות קדימה: אם יוסרו שם, הדואר ייעצר.',
      none: 'אין אף חבילה משותפת; כלל אחר שופט זאת.',
      unknownList: 'לא ניתן היה לקרוא באילו חבילות הצפנה השרת הזה משתמש.',
    },
  },
  'ciphers/curves': {
    title: 'לשרת הזה ול־Exchange Online יש עקומה אליפטית משותפת',
    rationale:
      'חבילות עם סודיות קדימה מסכימות על עקומה. בלי עקומה משותפת נותרות רק חבילות עם החלפת מפתחות RSA, אם יש כאלה.',
    messages: {
      shared: 'עקומות אליפטיות משותפות: {names}.',
      onlyStatic:
        'אף עקומה אליפטית של השרת הזה אינה אחת מ־`NistP256`, `NistP384` ו־`curve25519`: לדואר מול Exchange Online נותרו רק חבילות ללא סודיות קדימה.',
      none: 'אף עקומה אליפטית של השרת הזה אינה אחת מ־`NistP256`, `NistP384` ו־`curve25519`, ולא ידועה חבילה שמשותפת עם Exchange Online ואינה זקוקה לעקומה.',
      unknownList: 'לא ניתן היה לקרוא באילו עקומות אליפטיות השרת הזה משתמש.',
    },
    remedies: {
      enable: {
        summary: 'להוסיף את `NistP256` ואת `NistP384` לרשימת העקומות ואז להפעיל מחדש את Windows.',
        mayBreak: 'שום דבר: עקומות נוספות לרשימה ואף אחת אינה מוסרת ממנה.',
      },
    },
    steps: {
      curves:
        'להריץ `Enable-TlsEccCurve NistP384` ו־`Enable-TlsEccCurve NistP256`; אם Group Policy קובעת את סדר העקומות (ECC curve order), יש לשנות זאת שם.',
    },
  },
  'ciphers/list-origin': {
    title: 'שום מדיניות אינה מסתירה את הרשימה המקומית של חבילות ההצפנה',
    rationale:
      'רשימה שנקבעה במדיניות מחליפה את המקומית לחלוטין. במצב זה `Enable-TlsCipherSuite`, `Disable-TlsCipherSuite` וכלים רבים משנים רשימה שאיש אינו קורא.',
    messages: {
      noPolicy: 'שום מדיניות אינה קובעת את רשימת חבילות ההצפנה.',
      same: 'מדיניות קובעת את רשימת חבילות ההצפנה, והרשימה המקומית זהה לה.',
      policy: {
        one: 'מדיניות קובעת את רשימת חבילות ההצפנה, ובה חבילה אחת, במקום הרשימה המקומית: לשינויים מקומיים אין השפעה.',
        two: 'מדיניות קובעת את רשימת חבילות ההצפנה, ובה שתי חבילות, במקום הרשימה המקומית: לשינויים מקומיים אין השפעה.',
        other:
          'מדיניות קובעת את רשימת חבילות ההצפנה, ובה {count} חבילות, במקום הרשימה המקומית: לשינויים מקומיים אין השפעה.',
      },
      unreadable: 'לא ניתן היה לקרוא את רשימת חבילות ההצפנה שנקבעה במדיניות.',
    },
  },
  'ciphers/fips': {
    title: 'Windows אינו במצב FIPS',
    rationale:
      'מצב FIPS מגביל את TLS לאלגוריתמים מאושרים. TLS 1.2 מול Exchange Online משתמש רק בכאלה, ולכן הדואר ממשיך לזרום; תוכניות אחרות עלולות להיפגע.',
    messages: {
      off: 'מצב FIPS כבוי.',
      on: 'מצב FIPS פעיל: TLS משתמש באלגוריתמים מאושרים בלבד. החבילות של Exchange Online הן מהמאושרות, ולכן הדואר מולו אינו נפגע.',
      unreadable: 'לא ניתן היה לקרוא אם מצב FIPS פעיל.',
    },
  },
};
