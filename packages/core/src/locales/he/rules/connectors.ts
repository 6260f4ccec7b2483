// Hebrew words of the rules about connectors.
import type { connectorsRules as english } from '../../en/rules/connectors.ts';
import type { Translated } from '../../locale.ts';

const none = 'אף מחבר שליחה פעיל של השרת הזה אינו מוביל ל־Office 365 באופן שהכלל הזה עוסק בו.';
export const onEdge =
  'אם שרת ה־Edge הזה מנוי, יש להריץ את הפקודה בשרת Mailbox: EdgeSync מביא את השינוי לכאן.';
const unread = 'לא ניתן היה לקרוא את רשימת מחברי השליחה במלואה, ולכן הדבר לא נבדק.';
const unreadReceive = 'לא ניתן היה לקרוא את מחברי הקבלה במלואם, ולכן הדבר לא נבדק.';

export const connectorsRules: Translated<typeof english> = {
  'connectors/require-tls': {
    title: 'מחברי השליחה ל־Office 365 דורשים TLS',
    rationale:
      'בלי `RequireTLS` שרת Exchange מנסה TLS, וכשהניסיון נכשל הוא שולח את הדואר ללא הצפנה. איש אינו מבחין בכך: אין שגיאה, אין תור ואין הודעת החזרה.',
    messages: {
      fine: 'כל מחבר שליחה ל־Office 365 דורש TLS.',
      none,
      unread,
      notRequired:
        'מחבר השליחה {connector} אינו דורש TLS: כש־TLS נכשל הוא שולח ל־Office 365 ללא הצפנה ואינו מודיע על כך.',
    },
    remedies: {
      require: {
        summary: 'להגדיר שהמחבר {connector} ידרוש TLS.',
        mayBreak:
          'אם TLS מול Office 365 אינו פועל בשרת הזה, הדואר שלו ימתין מעתה בתור, במקום לצאת ללא הצפנה כבעבר.',
      },
    },
    steps: {
      onEdge,
      tlsFirst: 'לוודא תחילה ש־TLS 1.2 פועל בכל שרתי המקור של המחבר.',
    },
  },
  'connectors/ignore-starttls': {
    title: 'אף מחבר שליחה שמגיע ל־Office 365 אינו מתעלם מ־STARTTLS',
    rationale:
      'עם `IgnoreSTARTTLS` המחבר לעולם אינו מצפין, ולא משנה מה הצד השני מציע. דואר ל־Office 365 יוצא ללא הצפנה, ומחברים שם שדורשים TLS או אישור דוחים אותו.',
    messages: {
      fine: 'אף מחבר שליחה שמגיע ל־Office 365 אינו מתעלם מ־STARTTLS.',
      none,
      unread,
      ignored: 'מחבר השליחה {connector} מתעלם מ־STARTTLS, ולכן כל הדואר שלו ל־Office 365 יוצא ללא הצפנה.',
      ignoredForAll:
        'מחבר השליחה {connector} מתעלם מ־STARTTLS, ולכן כל הדואר שלו לאינטרנט, ובכלל זה ל־Office 365, יוצא ללא הצפנה.',
    },
    remedies: {
      require: {
        summary: 'להגדיר שהמחבר {connector} ישתמש ב־STARTTLS וידרוש TLS.',
        mayBreak: 'אם TLS מול Office 365 אינו פועל בשרת הזה, הדואר שלו ימתין מעתה בתור.',
      },
      offer: {
        summary: 'להגדיר שהמחבר {connector} ישתמש ב־STARTTLS כאשר הצד השני מציע אותו.',
        mayBreak: 'ייתכן שהדבר הוגדר כך בגלל יעד אחד שה־TLS שלו תקול. ליעד כזה יש להקצות מחבר משלו.',
      },
    },
    steps: { onEdge },
  },
  'connectors/cleartext': {
    title: 'שום דואר ל־Office 365 אינו יוצא ללא הצפנה בגלל היעדר TLS 1.2',
    rationale:
      'Office 365 מקבל דואר ללא TLS ממחברים שאינם עומדים על כך. בשרת ללא TLS 1.2 דואר כזה זורם לא מוצפן ונראה תקין.',
    messages: {
      fine: 'TLS 1.2 פועל בחיבורים יוצאים, או שהמחברים עומדים על TLS: שום דואר אינו יוצא ללא הצפנה מחוסר TLS 1.2.',
      none,
      unread,
      inTheClear:
        'TLS 1.2 אינו בתוקף בחיבורים יוצאים, ומחבר השליחה {connector} אינו דורש TLS: הדואר שלו ל־Office 365 יוצא ללא הצפנה וללא כל שגיאה.',
      tlsUnknown:
        'מחבר השליחה {connector} אינו דורש TLS, ולא ידוע אם TLS 1.2 בתוקף בחיבורים יוצאים: לא נבדק אם הדואר שלו יוצא ללא הצפנה.',
    },
    remedies: {
      require: {
        summary: 'להפעיל TLS 1.2 ואז להגדיר שהמחבר {connector} ידרוש TLS.',
        mayBreak: 'היכן ש־TLS עדיין נכשל לאחר מכן, הדואר של המחבר הזה ימתין בתור.',
      },
      offer: {
        summary: 'להפעיל TLS 1.2, כדי ש־TLS מול Office 365 יצליח.',
        mayBreak: 'שום דבר שפועל היום אינו זקוק ל־TLS 1.2 כבוי.',
      },
    },
    steps: {
      onEdge,
      tls12First: 'להפעיל TLS 1.2 בחיבורים יוצאים ולהפעיל מחדש את Windows, כפי שאומר הכלל על TLS 1.2.',
    },
  },
  'connectors/tls-auth-level': {
    title: 'מחברי השליחה ל־Office 365 בודקים את האישור של הצד השני',
    rationale:
      'עם `EncryptionOnly`, או בלי רמה כלל, המחבר מצפין מול כל מי שעונה. רק אישור שנבדק מוכיח שזהו Office 365.',
    messages: {
      fine: 'כל מחבר שליחה ל־Office 365 שדורש TLS גם בודק את האישור של הצד השני.',
      none,
      unread,
      notSet:
        'מחבר השליחה {connector} דורש TLS אך אין לו `TlsAuthLevel`: הוא אינו בודק אם הצד השני הוא Office 365.',
      encryptionOnly:
        'ל־`TlsAuthLevel` של מחבר השליחה {connector} נקבע הערך {level}: הוא אינו בודק אם הצד השני הוא Office 365.',
    },
    remedies: {
      validate: {
        summary: 'להגדיר שהמחבר {connector} יבדוק את האישור של Office 365.',
        mayBreak:
          'אם השרת הזה אינו נותן אמון באישור השורש של Office 365 (DigiCert Global Root G2), הדואר שלו ימתין מעתה בתור.',
      },
    },
    steps: { onEdge },
  },
  'connectors/tls-domain': {
    title: 'מחברי השליחה מצפים לאישור של הענן הנכון',
    rationale:
      'עם `DomainValidation` דואר יוצא רק אם באישור של הצד השני מופיע הדומיין שב־`TlsDomain`. לכל ענן של Office 365 דומיין משלו.',
    messages: {
      fine: 'כל מחבר שליחה עם `DomainValidation` מצפה לדומיין של הענן שלו.',
      none,
      unread,
      notSet:
        'למחבר השליחה {connector} מוגדר `DomainValidation` בלי `TlsDomain`: הוא מחפש באישור את הדומיין של הנמענים, שאינו חייב להופיע באישור של Office 365. הערך הצפוי הוא {expected}.',
      otherCloud:
        'מחבר השליחה {connector} מצפה למצוא באישור את {domain}, ששייך לענן אחר מזה שהוא שולח אליו: הדואר ממתין בתור. הערך הצפוי הוא {expected}.',
      unexpected:
        'מחבר השליחה {connector} מצפה למצוא באישור את {domain}. הערך הצפוי הוא {expected}; אם {domain} אינו מופיע באישור, הדואר ממתין בתור.',
    },
    remedies: {
      set: {
        summary: 'לקבוע את `TlsDomain` של המחבר {connector} לדומיין של הענן שלו.',
        mayBreak: 'שום דבר, אם המחבר שולח רק לענן הזה.',
      },
      choose: {
        summary:
          'לקבוע את `TlsDomain` של המחבר {connector} לדומיין של הענן שבו נמצא הדייר (tenant): {expected}.',
        mayBreak: 'עם דומיין של הענן הלא נכון, הדואר ממתין בתור.',
      },
    },
    steps: {
      onEdge,
      chooseCloud:
        'לברר באיזה ענן נמצא הדייר (tenant), ולקבוע את `TlsDomain` בעזרת `Set-SendConnector` לערך הראשון (הענן העולמי) או השני (ממשלת ארה״ב) מתוך: {expected}.',
    },
  },
  'connectors/cloud-services-mail': {
    title: 'המחברים ל־Office 365 שומרים על הכותרות של הארגון ההיברידי',
    rationale:
      'עם `CloudServicesMailEnabled` שני הצדדים מזהים דואר ביניהם כדואר של ארגון אחד. בלעדיו הודעות של עמיתים מגיעות כדואר מבחוץ, וכך מתייחסים אליהן גם סינון דואר הזבל, ההצפנה והמענה האוטומטי.',
    messages: {
      fine: 'כל מחבר שליחה ל־Office 365 שומר על הכותרות של הארגון ההיברידי.',
      none,
      unread,
      off: '`CloudServicesMailEnabled` כבוי במחבר השליחה {connector}: Office 365 רואה בדואר של הארגון דואר מבחוץ.',
      offWithoutHybrid:
        '`CloudServicesMailEnabled` כבוי במחבר השליחה {connector}. הדבר חשוב רק בארגון היברידי, וארגון כזה לא מוגדר כאן.',
    },
    remedies: {
      enable: {
        summary: 'להפעיל את `CloudServicesMailEnabled` במחבר {connector}.',
        mayBreak: 'שום דבר, אם המחבר מוביל רק לדייר (tenant) של הארגון הזה.',
      },
    },
    steps: { onEdge },
  },
  'connectors/certificate-name': {
    title: 'מחברי השליחה ל־Office 365 קובעים איזה אישור הם מציגים',
    rationale:
      'מחבר כניסה של Office 365 שפועל לפי אישור מזהה את הארגון הזה לפי האישור שהשרת מציג. בלי `TlsCertificateName` ובלי `Fqdn` שרת Exchange בוחר לפי שם השרת, ולרוב זהו אישור בחתימה עצמית.',
    messages: {
      fine: 'לכל מחבר שליחה ל־Office 365 יש שם אישור, או FQDN שלפיו הוא נבחר.',
      none,
      unread,
      notSet:
        'למחבר השליחה {connector} אין `TlsCertificateName` וגם לא `Fqdn`: שם השרת לבדו קובע איזה אישור הוא מציג.',
    },
    remedies: {
      name: {
        summary: 'לקבוע את האישור של המחבר {connector} בשמו.',
        mayBreak: 'הדואר ימתין בתור אם האישור שנקבע אינו נמצא בכל שרתי המקור.',
      },
    },
    steps: {
      hybridWizard:
        'להריץ שוב את Hybrid Configuration Wizard, או לקבוע את `TlsCertificateName` של המחבר {connector} בעזרת `Set-SendConnector` לערך `<I>issuer<S>subject` של אישור שנמצא בכל שרתי המקור.',
    },
  },
  'connectors/disabled-connector': {
    title: 'מחברי השליחה ל־Office 365 מופעלים',
    rationale:
      'מחבר מושבת אינו נושא דואר, ולכן ההגדרות שלו אינן נבדקות. הוא מוזכר כאן כדי שאיש לא יסמוך עליו.',
    messages: {
      fine: 'כל מחברי השליחה של השרת הזה ל־Office 365 מופעלים.',
      none: 'לשרת הזה אין מחבר שליחה ל־Office 365.',
      unread,
      disabled: 'מחבר השליחה {connector} מוביל ל־Office 365 והוא מושבת: ההגדרות שלו אינן נבדקות.',
    },
  },
  'connectors/starttls-offered': {
    title: 'מחברי הקבלה ש־Office 365 פוגש מציעים STARTTLS',
    rationale:
      'Office 365 מצפין רק כאשר הצד השני מציע הצפנה. מחברים שלו שדורשים TLS מעכבים את הדואר למשך יממה ואז מחזירים אותו לשולח; האחרים שולחים ללא הצפנה.',
    messages: {
      fine: 'כל מחבר קבלה ש־Office 365 יכול לפגוש מציע STARTTLS.',
      none: 'אף מחבר קבלה של השרת הזה אינו פתוח ל־Office 365.',
      unread: unreadReceive,
      missing:
        'מחבר הקבלה {connector} מקבל דואר מ־Office 365 אך אינו מציע STARTTLS (`Tls` חסר ב־`AuthMechanism`).',
      missingOnOpen:
        'מחבר הקבלה {connector} פתוח לכול אך אינו מציע STARTTLS (`Tls` חסר ב־`AuthMechanism`): דואר מ־Office 365 שמגיע לכאן אינו מוצפן, והיכן שנדרש TLS הוא נדחה.',
    },
    remedies: {
      offer: {
        summary: 'להגדיר שהמחבר {connector} יציע STARTTLS.',
        mayBreak: 'שולחים שה־TLS שלהם תקול עלולים להיכשל היכן ששלחו קודם ללא הצפנה.',
      },
    },
  },
  'connectors/tls-domain-capabilities': {
    title: 'מחבר קבלה נותן אמון ב־Office 365 בדואר של הארגון ההיברידי',
    rationale:
      'הארגון ההיברידי מונה את השרת הזה כמקבל. רק מחבר שב־`TlsDomainCapabilities` שלו מופיע Office 365 שומר על דואר מעמיתים בענן כדואר פנימי.',
    messages: {
      fine: 'מחבר קבלה מקבל דואר של שירותי הענן של הארגון.',
      none: 'התצורה ההיברידית אינה מונה את השרת הזה כמקבל, או שאין תצורה כזאת.',
      hybridUnread:
        'לא ניתן היה לקרוא את התצורה ההיברידית, ולכן לא נבדק אם השרת הזה צריך לתת אמון ב־Office 365.',
      unread: unreadReceive,
      missing:
        'התצורה ההיברידית מונה את השרת הזה כמקבל, אך באף אחד ממחברי הקבלה המופעלים שלו ביציאה 25 אין {capability}: דואר מעמיתים ב־Office 365 מגיע כדואר מבחוץ.',
    },
    remedies: {
      trust: {
        summary: 'להגדיר שמחבר הקבלה ש־Office 365 פוגש יקבל דואר של שירותי הענן.',
        mayBreak: 'שום דבר, אם האישור של המחבר הוא זה ש־Hybrid Configuration Wizard בחר.',
      },
    },
    steps: {
      hybridWizard: 'להריץ שוב את Hybrid Configuration Wizard: הוא קובע זאת במחבר הנכון.',
    },
  },
};
