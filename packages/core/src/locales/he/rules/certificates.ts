// Hebrew words of the rules about certificates.
import type { certificatesRules as english } from '../../en/rules/certificates.ts';
import type { Translated } from '../../locale.ts';

const noTransport = 'שירות התעבורה של Exchange אינו פועל בשרת הזה.';
const getCertificate =
  'להתקין בשרת הזה אישור של רשות ציבורית עם המפתח הפרטי שלו (2048 סיביות או יותר, SHA-256) ועם שם המארח של המחברים, ולהפעיל עבורו SMTP בעזרת `Enable-ExchangeCertificate`. לשאלה אם להחליף את אישור ברירת המחדל יש להשיב בשלילה.';
const findPolicy = 'לאתר את המדיניות הקבוצתית (Group Policy) שקובעת זאת ולשנות אותה שם, אחרת ההגדרה תחזור.';

export const certificatesRules: Translated<typeof english> = {
  'certificates/connector-certificate': {
    title: 'כל מחבר מול Office 365 מציג אישור תקין',
    rationale:
      'Office 365 מזהה ארגון היברידי לפי האישור שהשרתים שלו מציגים. אם Exchange אינו מוצא אותו או אינו יכול להשתמש בו, TLS נכשל, או ש־Office 365 אינו רואה בדואר את דואר הארגון.',
    messages: {
      fine: 'לכל מחבר שמציג אישור ל־Office 365 יש אישור תקין.',
      none: 'אף מחבר של השרת הזה אינו מציג אישור שלפיו Office 365 מזהה אותו.',
      unread: 'לא ניתן היה לקרוא את כל המחברים והאישורים, ולכן לא נבדק במלואו אם לכל מחבר יש אישור תקין.',
      badSyntax:
        'המחבר {connector} נוקב בשם האישור שלו כך: {name}. זו אינה הצורה `<I>issuer<S>subject`, ולכן Exchange אינו יכול למצוא אישור לפיו.',
      notFound:
        'המחבר {connector} נוקב באישור {name}, ולאף אישור בשרת הזה אין המנפיק והנושא האלה: TLS נכשל במחבר הזה.',
      notFoundByFqdn:
        'המחבר {connector} אינו נוקב באישור, ואף אישור בשרת הזה אינו מכסה את ה־FQDN שלו {name}: Exchange מציג אישור אחר, שספק אם Office 365 מכיר.',
      several: '{count} אישורים תקפים מתאימים למחברים {connectors}. Exchange בוחר בחדש ביותר, {thumbprint}.',
      notBound:
        'האישור {thumbprint} של המחברים {connectors} אינו מופעל עבור SMTP. Exchange משתמש בו בכל זאת, כי הוא נבחר לפי השם, אך מחברים אחרים לא ימצאו אותו.',
      expired: 'תוקפו של האישור {thumbprint} של המחברים {connectors} פג ב־{date}.',
      notYetValid: 'האישור {thumbprint} של המחברים {connectors} תקף רק החל מ־{date}.',
      expiresSoon: {
        one: 'תוקפו של האישור {thumbprint} של המחברים {connectors} יפוג ב־{date}, בעוד יום אחד.',
        two: 'תוקפו של האישור {thumbprint} של המחברים {connectors} יפוג ב־{date}, בעוד יומיים.',
        other: 'תוקפו של האישור {thumbprint} של המחברים {connectors} יפוג ב־{date}, בעוד {count} ימים.',
      },
      noPrivateKey:
        'לאישור {thumbprint} של המחברים {connectors} אין מפתח פרטי בשרת הזה: Exchange אינו יכול להציג אותו.',
      keyUnusable:
        'לא ניתן היה לפתוח את המפתח הפרטי של האישור {thumbprint} של המחברים {connectors}, אף שהבדיקה רצה בהרשאות מלאות: מן הסתם גם Exchange אינו יכול להשתמש בו.',
      keyNotOpened:
        'לא נבדק אם ניתן להשתמש במפתח הפרטי של האישור {thumbprint} של המחברים {connectors}, כי הבדיקה רצה ללא הרשאות מנהל.',
      weakSignature: 'האישור {thumbprint} של המחברים {connectors} חתום ב־{algorithm}, ש־Office 365 דוחה.',
      weakKey:
        'לאישור {thumbprint} של המחברים {connectors} יש מפתח באורך {bits} סיביות ({algorithm}), שהוא קצר מדי.',
      selfSigned:
        'האישור {thumbprint} של המחברים {connectors} חתום בחתימה עצמית: Office 365 נותן אמון רק ברשויות ציבוריות ולא יזהה לפיו את הארגון.',
      chainBroken:
        'שרשרת האישור {thumbprint} של המחברים {connectors} אינה תקינה בשרת הזה ({problems}), ולכן ייתכן ש־Office 365 לא יוכל לבדוק אותו.',
      foreignNames:
        'אף אחד מהשמות באישור {thumbprint} של המחברים {connectors} אינו שייך לדומיין של הארגון הזה: ייתכן ש־Office 365 לא יזהה לפיו את הארגון.',
    },
    remedies: {
      use: {
        summary: 'להגדיר שהמחבר {connector} יציג את האישור התקין {thumbprint}, שכבר נמצא בשרת הזה.',
        mayBreak:
          'מחברים ב־Office 365 שמצפים לשם של האישור הישן ידחו את הדואר, וגם שרתי המקור האחרים זקוקים לאישור.',
      },
      renew: {
        summary: 'להשיג אישור חדש ולהגדיר שהמחבר {connector} יציג אותו.',
        mayBreak:
          'אישור עם אותו מנפיק ואותו נושא נבחר מאליו. אם השם שונה, יש לעדכן את המחברים כאן וב־Office 365.',
      },
    },
    steps: {
      getCertificate,
      nameCertificate:
        'אם המנפיק או הנושא השתנו, להריץ שוב את Hybrid Configuration Wizard, או לקבוע את `TlsCertificateName` של המחבר {connector} לערך `<I>issuer<S>subject` של האישור החדש.',
      otherHosts:
        'לעשות זאת גם בכל שרת מקור אחר, ולוודא שמחבר הכניסה ב־Office 365 מצפה לשם שמופיע באישור הזה.',
    },
  },
  'certificates/exchange-online-root': {
    title: 'השרת נותן אמון באישור השורש של Exchange Online',
    rationale:
      'ממרץ 2026 האישור של Exchange Online נשען על DigiCert Global Root G2. שרת שאינו נותן בו אמון מנתק את ה־TLS, עם אותן שגיאות כמו שרת עם TLS ישן.',
    messages: {
      trusted: 'אישור השורש {root} מהימן בשרת הזה.',
      disallowed: 'אישור השורש {root} נמצא ברשימת האישורים האסורים: TLS מול Office 365 נכשל.',
      missing:
        'אישור השורש {root} חסר, ומדיניות אוסרת על Windows להוריד אותו: בדיקת האישור של Office 365 נכשלת.',
      missingMaybe: 'אישור השורש {root} חסר, ולא ניתן היה לקרוא אם Windows רשאי להוריד אותו.',
      fetchedWhenNeeded:
        'אישור השורש {root} עדיין אינו במאגר. Windows מוריד אותו כשהוא נדרש לראשונה, אם השרת יכול להגיע אל Windows Update.',
      unread: 'לא ניתן היה לקרוא את אישורי השורש, ולכן האמון בשורש של Office 365 לא נבדק.',
    },
    remedies: {
      install: {
        summary: 'להתקין את אישור השורש {root}.',
        mayBreak: 'שום דבר: כל Windows עם עדכון שורשים אוטומטי נותן בו אמון.',
      },
      allow: {
        summary: 'להסיר את אישור השורש {root} מרשימת האישורים האסורים.',
        mayBreak: 'מישהו הכניס אותו לשם. יש לברר תחילה מדוע.',
      },
    },
    steps: {
      getRoot:
        'להוריד את אישור השורש {root} מ־DigiCert או מחבילת השורשים של Microsoft 365, ולוודא את טביעת האצבע שלו {thumbprint}.',
      findPolicy,
    },
  },
  'certificates/root-auto-update': {
    title: 'Windows רשאי להוריד אישורי שורש',
    rationale:
      'כש־Office 365 עובר לשורש חדש, Windows מוריד אותו בעצמו, אלא אם מדיניות אוסרת זאת. אז מישהו חייב להתקין כל שורש בזמן.',
    messages: {
      on: 'עדכון שורשים אוטומטי פעיל.',
      offButPresent:
        'מדיניות אוסרת על Windows להוריד אישורי שורש. {root} קיים; את השורש הבא של Office 365 יהיה צריך להתקין ידנית.',
      off: 'מדיניות אוסרת על Windows להוריד אישורי שורש, ו־{root} חסר.',
      unread: 'לא ניתן היה לקרוא את המדיניות של עדכון השורשים האוטומטי.',
    },
    remedies: {
      allow: {
        summary: 'להתיר ל־Windows שוב להוריד אישורי שורש.',
        mayBreak: 'השרת צריך להיות מסוגל להגיע אל Windows Update; בלי זה ההסרה אינה משנה דבר.',
      },
    },
    steps: { findPolicy },
  },
  'certificates/smtp-certificate': {
    title: 'ל־Exchange יש אישור תקף עבור SMTP',
    rationale:
      'Exchange מציע STARTTLS רק עם אישור תקף שמופעל עבור SMTP. בלעדיו Office 365 אינו מוצא TLS ומעכב את הדואר, או שולח אותו ללא הצפנה.',
    messages: {
      present: 'אישור תקף עם מפתח פרטי מופעל עבור SMTP.',
      noneValid: 'אף אישור שמופעל עבור SMTP אינו גם תקף וגם בעל מפתח פרטי: Exchange אינו מציע STARTTLS.',
      none: 'אף אישור אינו מופעל עבור SMTP: Exchange אינו מציע STARTTLS.',
      noTransport,
      unread: 'לא ניתן היה לקרוא אילו אישורים מופעלים עבור SMTP.',
    },
    remedies: {
      make: {
        summary: 'להפעיל אישור תקף עבור SMTP.',
        mayBreak:
          'Office 365 אינו מקבל אישור בחתימה עצמית היכן שהוא בודק את השם. הדואר נעצר לרגע בזמן שהשירות מופעל מחדש.',
      },
    },
    steps: {
      getCertificate,
      stopgap: 'כפתרון ביניים, ליצור אישור בחתימה עצמית בעזרת `New-ExchangeCertificate`.',
    },
  },
  'certificates/internal-transport-certificate': {
    title: 'אישור התעבורה הפנימי תקף',
    rationale:
      'שרתי Exchange מזהים זה את זה לפי האישור הזה. כשהוא חסר או שתוקפו פג, דואר עלול להמתין בדרכו אל השרת שמוסר אותו ל־Office 365.',
    messages: {
      valid: 'אישור התעבורה הפנימי {thumbprint} קיים ותקף.',
      missing: 'אישור התעבורה הפנימי {thumbprint} אינו נמצא בשרת הזה.',
      expired: 'תוקפו של אישור התעבורה הפנימי {thumbprint} פג.',
      noTransport,
      unread: 'לא ניתן היה לקרוא באיזה אישור Exchange משתמש בין שרתיו.',
    },
    remedies: {
      make: {
        summary: 'ליצור אישור חדש בחתימה עצמית שיחליף את אישור ברירת המחדל.',
        mayBreak: 'מינוי Edge (Edge subscription) בטל עם האישור הישן ויש לחדש אותו. הדואר נעצר לרגע.',
      },
    },
    steps: { edge: 'אם שרת Edge מנוי, לחדש את המינוי שלו.' },
  },
};
