// Hebrew words of the page that explains bounces, queues and logs.
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('he');

export const explain: Words['explain'] = {
  lead: 'אפשר להדביק או לגרור לכאן הודעת אי-מסירה, שורת תור, אירוע או יומן. הקריאה נעשית כאן בדפדפן; דבר אינו נשלח.',
  input: 'מה שיש',
  placeholder: 'להדביק כאן כמות שהוא; ככל שיותר, כן ייטב',
  dropHere: 'לשחרר כאן',
  choose: 'בחירת קבצים',
  clear: 'ניקוי',
  example: 'לדוגמה',
  pasted: 'הודבק',
  files: 'קבצים',
  remove: (name: string) => `השמטת ${name}`,
  reading: (percent: number) => `קורא: ${percent} %`,
  unreadableFile: (name: string) =>
    `אי אפשר לקרוא את ${name}. ייתכן שהועבר או שהוא בשימוש: יש לבחור אותו שוב.`,
  host: 'צירוף שרת מן הצי',
  hostHint: 'ההגדרות שלו ייחשבו ראיה, והתיקון יהיה שלו.',
  noHost: 'בלי שרת',
  hostSearch: 'חיפוש לפי שם',
  hostNone: 'אין שרת ששמו מכיל זאת.',
  hostNoFacts: 'השרת הזה עדיין לא שלח עובדות, ולכן אין מה לצרף.',
  hostAlone: 'כשלא הודבק דבר, מוסברים התורים, האירועים והיומנים של השרת עצמו.',
  nothingYet: 'עדיין אין מה להסביר',
  nothingYetBody:
    'התשובה תופיע כאן: הסיבה, עד כמה היא סבירה, הראיות ומה לעשות. בחירת שרת תסביר את התורים והיומנים שלו.',
  nothingRecognised: 'אין בזה דבר שאומר מדוע נכשל הדואר',
  nothingRecognisedBody:
    'לא נמצאה שגיאה מוכרת. הודעת אי-מסירה שלמה, שדה LastError של התור או יומן המחבר אומרים יותר.',
  mayBreak: 'מה עלול להישבר',
  whole: 'הצגת הטקסט המלא',
  details: 'פרטים',
  others: (count: number) =>
    plural(count, { one: 'סיבה אחת לא סבירה', two: 'שתי סיבות לא סבירות', other: '# סיבות לא סבירות' }),
  result: (causes: number) =>
    plural(causes, { one: 'נמצאה סיבה אחת', two: 'נמצאו שתי סיבות', other: 'נמצאו # סיבות' }),
};
