// Hebrew words of the rules about the installed Exchange.
import type { exchangeRules as english } from '../../en/rules/exchange.ts';
import type { Translated } from '../../locale.ts';

const build = {
  noServer: 'בשרת הזה לא מותקן שרת Exchange.',
  buildUnread: 'לא ניתן היה לקרוא את מספר הבנייה (build) של Exchange, ולכן הדבר לא נבדק.',
  buildUnknown: '{build} אינו מספר בנייה (build) של Exchange המוכר כאן, ולכן הדבר לא נבדק.',
} as const;

export const exchangeRules: Translated<typeof english> = {
  'exchange/tls12-minimum-build': {
    title: 'גרסת Exchange המותקנת תומכת ב־TLS 1.2',
    rationale:
      'Windows לבדו אינו מספיק: בגרסאות ישנות של Exchange ה־SMTP קשור ל־TLS 1.0, או שחלקים אחרים אינם פועלים עם TLS 1.2.',
    messages: {
      ...build,
      able: '{label} תומך ב־TLS 1.2.',
      never: '{label} אינו תומך ב־TLS 1.2, ושום עדכון לא ישנה זאת.',
      smtpBoundToTls10:
        'ב־{label} ה־SMTP קשור ל־TLS 1.0, ולא משנה מה Windows מתיר: Office 365 דוחה את הדואר המוצפן שלו.',
      belowMinimum:
        'ה־SMTP של {label} יכול להשתמש ב־TLS 1.2, אך המינימום של Microsoft לכל חלקי Exchange הוא {minimum}: חלקים אחרים עלולים להיכשל.',
    },
    remedies: {
      update: {
        summary: 'לעדכן את Exchange לגרסה {minimum} ומעלה.',
        mayBreak: 'עדכון של Exchange משבית את השרת לזמן מה, ועשוי לדרוש תחילה .NET Framework חדש יותר.',
      },
      replace: {
        summary: 'להחליף את הגרסה הזאת של Exchange.',
        mayBreak: 'הגירה היא פרויקט בפני עצמו; עד אז שרת אחר צריך לשאת את הדואר מול Office 365.',
      },
    },
    steps: {
      update:
        'להעביר את השרת למצב תחזוקה, להתקין עדכון שמביא לגרסה {minimum} ומעלה, ולהפעיל מחדש את Windows.',
      replace: 'להעביר את זרימת הדואר ואת תיבות הדואר לגרסה נתמכת.',
    },
  },
  'exchange/throttled-build': {
    title: 'גרסת Exchange המותקנת עדכנית דיה עבור Exchange Online',
    rationale:
      'Exchange Online מאט, ואחר כך דוחה, דואר היברידי משרתי Exchange לא מעודכנים (`450 4.7.230`, `550 5.7.230`). זה אינו TLS, אך זה עוצר את הדואר באותה מידה.',
    messages: {
      ...build,
      recent: '{label} עדכני דיו עבור Exchange Online.',
      unclear:
        'ב־{label} מותקנים העדכונים של אוקטובר 2025, אך Microsoft נוקבת ב־CU15 כמינימום: לא ידוע אם Exchange Online מעכב את הדואר שלו.',
      below:
        '{label} אינו מעודכן דיו עבור Exchange Online, שמאט ואחר כך דוחה דואר ממנו שנכנס דרך מחבר מסוג OnPremises, אלא אם הארגון השהה זאת.',
      belowWithoutConnector:
        '{label} אינו מעודכן דיו עבור Exchange Online. הדבר חשוב רק לדואר שעובר דרך מחבר מסוג OnPremises, ואף מחבר מופעל של השרת הזה אינו מוביל ישירות ל־Office 365.',
    },
    remedies: {
      update: {
        summary: 'לעדכן את Exchange.',
        mayBreak: 'עדכון של Exchange משבית את השרת לזמן מה.',
      },
    },
    steps: {
      look: 'לבדוק אם דואר כבר מעוכב: `4.7.230` או `5.7.230` בתורים, והדוח על שרתים מתחברים לא מעודכנים במרכז הניהול של Exchange.',
      update:
        'להתקין את העדכון החדש ביותר של Exchange 2016 או 2019; מגרסאות ישנות יותר לעבור ל־Exchange Server SE.',
      pause:
        'כדי להרוויח זמן, להשהות את האכיפה ב־PowerShell של Exchange Online: `New-TenantExemptionInfo -BlockingScenario UnpatchedOnPremServer -NumberOfDays 30` (90 ימים בשנה לכל היותר).',
    },
  },
  'exchange/support': {
    title: 'גרסת Exchange המותקנת נתמכת ומעודכנת',
    rationale: 'רק Exchange נתמך ומעודכן מקבל את השינויים שהדואר מול Office 365 יזדקק להם.',
    messages: {
      ...build,
      current: '{label} נתמך ומותקן בו העדכון החדש ביותר המוכר כאן.',
      newerThanKnown: '{label} נתמך, ומספר הבנייה (build) שלו חדש מכל מה שמוכר כאן.',
      updateMissing: '{label} נתמך אך חסרים בו עדכונים: החדש ביותר המוכר כאן הוא {newest}.',
      extendedUpdateMissing:
        'התמיכה ב־{label} הסתיימה ב־{supportEnd}. הוא מקבל עדכונים בתשלום עד {esuEnd}, וחסר בו החדש ביותר המוכר כאן, {newest}.',
      extendedOnly: 'התמיכה ב־{label} הסתיימה ב־{supportEnd}. עד {esuEnd} רק מי שמשלם מקבל עדכונים.',
      ended: 'התמיכה ב־{label} הסתיימה ב־{supportEnd}: אין עוד עדכונים.',
    },
    remedies: {
      update: {
        summary: 'להתקין את העדכון החדש ביותר.',
        mayBreak: 'עדכון של Exchange משבית את השרת לזמן מה ומאפס כמה הגדרות: יש לבדוק את TLS לאחר מכן.',
      },
      migrate: {
        summary: 'לעבור ל־Exchange Server SE.',
        mayBreak: 'הגירה היא פרויקט בפני עצמו.',
      },
    },
    steps: {
      update:
        'להעביר את השרת למצב תחזוקה, להתקין את העדכון החדש ביותר ({newest} ומעלה), ולהפעיל מחדש את Windows.',
      migrate: 'לתכנן את המעבר ל־Exchange Server SE.',
    },
  },
  'exchange/services-running': {
    title: 'השירותים שמעבירים דואר פועלים',
    rationale: 'כל עוד שירות תעבורה אינו פועל, השרת הזה אינו מעביר דואר, ולא משנה במה ה־TLS שלו תומך.',
    messages: {
      running: 'השירותים שמעבירים דואר פועלים.',
      noTransport: 'שירות התעבורה של Exchange אינו פועל בשרת הזה.',
      unread: 'לא ניתן היה לקרוא את כל השירותים של Exchange.',
      stopped: 'השירות {service} אינו פועל ({status}): השרת הזה אינו מעביר דואר.',
      inwardStopped: 'השירות {service} אינו פועל ({status}): דואר ממתין בתוך הארגון.',
      changing: 'השירות {service} אינו פועל ואינו עצור ({status}).',
    },
    remedies: {
      start: {
        summary: 'להפעיל שוב את השירות {service}.',
        mayBreak: 'ייתכן שמישהו עצר אותו בכוונה: יש לשאול קודם.',
      },
    },
    steps: { maintenance: 'לוודא שהשרת אינו במצב תחזוקה.' },
  },
};
