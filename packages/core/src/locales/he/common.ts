// Hebrew words that do not belong to one rule.
import type { common as english } from '../en/common.ts';
import type { Translated } from '../locale.ts';

export const common: Translated<typeof english> = {
  states: {
    failing: 'כשל',
    restartNeeded: 'נדרשת הפעלה מחדש',
    unknown: 'לא ידוע',
    atRisk: 'בסיכון',
    ready: 'תקין',
  },
  reasons: {
    failing: {
      one: 'הדואר מול Office 365 נכשל או נותר ללא הצפנה בשרת הזה. {because}',
      two: 'הדואר מול Office 365 נכשל או נותר ללא הצפנה בשרת הזה, משתי סיבות. הראשונה: {because}',
      other: 'הדואר מול Office 365 נכשל או נותר ללא הצפנה בשרת הזה, מ־{count} סיבות. הראשונה: {because}',
    },
    restartNeeded: 'יש להפעיל מחדש את Windows לפני שאפשר לסמוך על הדואר מול Office 365. {because}',
    unknown: {
      one: 'אי אפשר לדעת אם השרת הזה שומר על זרימת הדואר: לא ניתן היה לקרוא דבר אחד שקובע זאת. {because}',
      two: 'אי אפשר לדעת אם השרת הזה שומר על זרימת הדואר: לא ניתן היה לקרוא שני דברים שקובעים זאת. הראשון: {because}',
      other:
        'אי אפשר לדעת אם השרת הזה שומר על זרימת הדואר: לא ניתן היה לקרוא {count} דברים שקובעים זאת. הראשון: {because}',
    },
    partUnknown: 'לא נמצאה תקלה, אך לא ידוע אם השרת הזה משתתף בדואר מול Office 365.',
    rulesLeftOut: 'לא נמצאה תקלה, אך כללים שקובעים לגבי הדואר הושמטו לפי בקשה.',
    atRisk: {
      one: 'הדואר מול Office 365 יכול לזרום, ודבר אחד מאיים עליו. {because}',
      two: 'הדואר מול Office 365 יכול לזרום, ושני דברים מאיימים עליו. הראשון: {because}',
      other: 'הדואר מול Office 365 יכול לזרום, ו־{count} דברים מאיימים עליו. הראשון: {because}',
    },
    ready: 'הדואר מול Office 365 יכול לזרום: כל מה שקובע זאת נקרא ונמצא תקין.',
    noPart: 'השרת הזה אינו משתתף בדואר מול Office 365.',
  },
  verdicts: {
    pass: 'תקין',
    info: 'הערה',
    warn: 'אזהרה',
    fail: 'כשל',
    notApplicable: 'לא רלוונטי',
    notChecked: 'לא נבדק',
  },
  parts: {
    sendsDirectly: 'שולח ל־Office 365 ישירות',
    receives: 'מקבל מ־Office 365',
    throughEdgeOrSmartHost: 'שולח דרך שרת Edge או שרת ממסר (smart host)',
    applicationRelay: 'ממסר דואר של יישומים, ללא Exchange',
    none: 'ללא חלק בדואר מול Office 365',
    unknown: 'החלק בדואר אינו ידוע',
  },
  unread: {
    denied: 'הגישה נדחתה',
    timedOut: 'לא התקבלה תשובה בזמן',
    notPresent: 'לא קיים בשרת הזה',
    notSupported: 'המערכת הזאת אינה יכולה למסור זאת',
    failed: 'הקריאה נכשלה',
    skipped: 'הושמט לפי בקשה',
  },
  sections: {
    os: 'Windows',
    schannel: 'Schannel',
    ciphers: 'חבילות הצפנה ועקומות',
    dotnet: '.NET Framework',
    winhttp: 'WinHTTP',
    certificates: 'אישורים',
    exchange: 'Exchange',
    connectors: 'מחברים',
    senders: 'שולחי דואר אחרים',
    updates: 'עדכונים',
    restart: 'הפעלה מחדש ממתינה',
    queues: 'תורים',
    events: 'אירועים של TLS ושל דואר',
    mailLogs: 'יומני דואר',
  },
  protocolStates: {
    on: 'פעיל',
    offByDefault: 'כבוי כברירת מחדל',
    off: 'כבוי',
    notSupported: 'לא נתמך',
    unreadable: 'לא ניתן לקריאה',
    wrongType: 'סוג ערך שגוי',
    unknownSystem: 'לא ידוע בגרסת Windows הזאת',
  },
  findings: {
    notRead: 'לא נבדק, כי לא ניתן היה לקרוא את {section}: {reason} ({code}).',
    noTransport: 'לא רלוונטי: שירות התעבורה של Exchange אינו פועל בשרת הזה.',
    ruleFailed: 'לא נבדק, כי הכלל הזה נכשל על הנתונים של השרת הזה. נא לדווח על כך: {error}',
  },
};
