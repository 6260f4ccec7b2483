// Hebrew words of the page about mail: errors over time, queues, usage by peer.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const mailFlow: Words['mailFlow'] = {
  views: 'במה להתבונן',
  view: {
    errors: 'שגיאות',
    queues: 'תורים כעת',
    peers: 'מי מדבר מה',
    cutOff: 'בלי TLS 1.0 ו־1.1',
  },
  by: 'לפי',
  bys: { cause: 'סיבה', error: 'שגיאה', connector: 'מחבר', peer: 'עמית', direction: 'כיוון' },
  days: (count: number) =>
    plural(count, { one: 'היום האחרון', two: 'היומיים האחרונים', other: '# הימים האחרונים' }),
  period: 'תקופה',
  unknown: 'לא ידוע',
  chart: (by: string, days: string) => `שגיאות לפי יום. ${by}. ${days}`,
  asTable: 'כטבלה',
  day: 'יום',
  count: 'שגיאות',
  example: 'דוגמה',
  showHosts: 'שרתים',
  onlyCause: (cause: string) => `רק עם הסיבה: ${cause}`,
  allCauses: 'כל הסיבות',
  moreSeries: (series: number, errors: string) =>
    plural(series, {
      one: `עוד שורה אחת ובה ${errors} שגיאות`,
      two: `עוד שתי שורות ובהן ${errors} שגיאות`,
      other: `עוד # שורות ובהן ${errors} שגיאות`,
    }),
  countedAt: 'נספר',
  noErrors: 'אין שגיאות בתקופה הזאת',
  noErrorsBody:
    'דבר לא נכשל ביומנים ובאירועים שאפשר היה לקרוא. במקום שמחבר אינו רושם יומן אי אפשר לראות דבר.',
  queuesTotal: (messages: number, queues: string, hosts: string) =>
    plural(messages, {
      one: `הודעה אחת ממתינה, תורים: ${queues}, שרתים: ${hosts}`,
      two: `שתי הודעות ממתינות, תורים: ${queues}, שרתים: ${hosts}`,
      other: `# הודעות ממתינות, תורים: ${queues}, שרתים: ${hosts}`,
    }),
  noQueues: 'אין דואר ממתין',
  noQueuesBody: 'בדיווח האחרון לא היה באף שרת דואר בתור שאינו יכול לצאת.',
  host: 'שרת',
  queue: 'תור',
  nextHop: 'התחנה הבאה',
  status: 'מצב',
  messages: 'הודעות',
  lastError: 'השגיאה האחרונה',
  seenAt: 'נקרא',
  causes: 'סיבות אפשריות',
  peer: 'עמית',
  names: 'מציג את עצמו',
  direction: 'כיוון',
  anyDirection: 'שני הכיוונים',
  directions: { send: 'אל העמית', receive: 'מן העמית' },
  hosts: 'שרתים',
  sessions: 'התקשרויות',
  versions: 'התקשרויות לפי גרסה',
  clear: 'בלי הצפנה',
  onlyClear: 'רק בלי הצפנה',
  office365: 'Office 365',
  firstSeen: 'נראה לראשונה',
  lastSeen: 'נראה לאחרונה',
  cutOff: 'ינותק',
  cutOffAll: (hosts: number) =>
    plural(hosts, { one: 'לגמרי בשרת אחד', two: 'לגמרי בשני שרתים', other: 'לגמרי ב־# שרתים' }),
  cutOffSome: (hosts: number) =>
    plural(hosts, { one: 'חלקית בשרת אחד', two: 'חלקית בשני שרתים', other: 'חלקית ב־# שרתים' }),
  cutOffParts: { all: 'לגמרי', some: 'חלקית' },
  search: 'חיפוש עמיתים',
  cutOffLead:
    'העמיתים האלה עדיין השתמשו ב־TLS 1.0 או 1.1 ביומני השרתים. אילו כובו הגרסאות הישנות היום, ההתקשרויות שלהם היו נכשלות. יש לפנות לבעלים של אלה שנראו לאחרונה, או לתת להם מחבר משלהם.',
  noCutOff: 'איש לא ינותק',
  noCutOffBody: (counted: string, hosts: string) =>
    `ביומנים של ${counted} מתוך ${hosts} שרתים כל התקשרות השתמשה ב־TLS 1.2 או חדש ממנו. שרתים שיומניהם כבויים או לא נקראו אינם נספרים.`,
  noPeers: 'אין מידע על שימוש',
  noPeersBody: 'השימוש נקרא מיומני הפרוטוקול של המחברים. יש להפעיל אותם, והדיווח הבא יביא אותו.',
  counted: (counted: string, hosts: string) => `יומנים של ${counted} מתוך ${hosts} שרתים`,
  hostsOf: (peer: string) => `שרתים שפגשו את ${peer}`,
  connector: 'מחבר',
};
