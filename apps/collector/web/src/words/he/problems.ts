// Hebrew words for what the API can refuse: what happened, and what to do.
import type { Words } from '../words.ts';

const hosts = 'זה נוגע למה ששרתים שולחים; היומן של השרת עצמו אומר יותר.';

export const problems: Words['problems'] = {
  unreachable: {
    title: 'האספן אינו משיב.',
    mend: 'יש לבדוק את הרשת ושהאספן פועל. הדף מנסה שוב מעצמו.',
  },
  unreadable: {
    title: 'משהו אחר השיב במקום האספן.',
    mend: 'ייתכן ששרת מתווך נכשל. אפשר לנסות שוב, או לפתוח את הכתובת של האספן עצמו.',
  },
  'not-found': { title: 'זה לא שם.', mend: 'ייתכן שהוסר בינתיים. יש לחזור לרשימה.' },
  'method-not-allowed': {
    title: 'האספן אינו מכיר את הבקשה הזאת.',
    mend: 'ייתכן שהדף ישן מהאספן. יש לטעון אותו מחדש.',
  },
  'not-signed-in': { title: 'לא נכנסת.', mend: 'יש להיכנס שוב.' },
  'sign-in-failed': {
    title: 'השם או הסיסמה שגויים.',
    mend: 'אחרי כמה כשלונות יש להמתין כמה דקות לפני ניסיון נוסף.',
  },
  'not-allowed': {
    title: 'התפקיד שלך אינו מתיר זאת.',
    mend: 'אפשר לבקש ממנהל לעשות זאת או לשנות את התפקיד.',
  },
  'csrf-missing': { title: 'ההתחברות השתנתה בינתיים.', mend: 'יש לטעון את הדף מחדש ולנסות שוב.' },
  'request-invalid': { title: 'האספן אינו מקבל את מה שהוזן.', mend: 'יש לתקן את השדות המסומנים.' },
  'body-too-large': { title: 'זה גדול מדי.', mend: 'יש לשלוח פחות בבת אחת.' },
  'media-type-unsupported': {
    title: 'האספן אינו מקבל תוכן מסוג זה.',
    mend: 'ייתכן שהדף ישן מהאספן. יש לטעון אותו מחדש.',
  },
  'cursor-invalid': { title: 'העמוד הזה ברשימה כבר איננו.', mend: 'יש לעבור לעמוד הראשון של הרשימה.' },
  'link-invalid': {
    title: 'הקישור אינו מוכר, כבר נוצל או ישן מדי.',
    mend: 'אפשר לבקש ממנהל קישור חדש. עבור המנהל הראשון יש להפעיל את האספן מחדש: הוא מציג קישור חדש.',
  },
  'provider-refused': {
    title: 'הכניסה דרך הארגון לא הצליחה.',
    mend: 'אפשר לנסות שוב. אם ייכשל שוב, יש לברר עם מי שמפעיל אותה אם יש לך תפקיד כאן.',
  },
  'provider-unavailable': {
    title: 'הכניסה דרך הארגון אינה משיבה.',
    mend: 'אפשר לנסות מאוחר יותר, או להיכנס בחשבון מקומי.',
  },
  conflict: { title: 'משהו אחר עומד בדרך.', mend: 'מה שהאספן אומר למטה קורא לו בשם.' },
  'changed-meanwhile': {
    title: 'מישהו שינה זאת בינתיים.',
    mend: 'המצב הנוכחי נקרא. יש להסתכל עליו ולחזור על השינוי.',
  },
  'took-too-long': {
    title: 'התשובה ארכה זמן רב מדי.',
    mend: 'אפשר לבקש פחות, בעזרת מסנן, או לנסות מאוחר יותר.',
  },
  'internal-error': { title: 'האספן נכשל.', mend: 'היומן שלו אומר מדוע, תחת מספר הבקשה שלמטה.' },
  'report-too-large': { title: 'דוח גדול מדי.', mend: hosts },
  'report-not-gzip': { title: 'דוח אינו דחוס ב־gzip.', mend: hosts },
  'report-malformed': { title: 'דוח אינו בנוי כנדרש.', mend: hosts },
  'report-version-unsupported': { title: 'גרסת הדוח אינה מוכרת כאן.', mend: hosts },
  'report-schema-invalid': { title: 'דוח אינו מתאים לסכמה שלו.', mend: hosts },
  'report-limits-exceeded': { title: 'דוח גדול מבפנים מהמותר.', mend: hosts },
  'report-digest-mismatch': { title: 'חלק מדוח אינו מה שהכותרת שלו אומרת.', mend: hosts },
  'signature-invalid': { title: 'חתימה אינה מתאימה למפתח של השרת.', mend: hosts },
  'host-unknown': { title: 'אין שרת רשום עם המפתח הזה.', mend: hosts },
  'host-waiting': { title: 'השרת ממתין לאישור.', mend: hosts },
  'host-revoked': { title: 'המפתח של השרת נשלל.', mend: hosts },
  'report-id-taken': { title: 'המזהה הזה שייך לדוח של שרת אחר.', mend: hosts },
  'enrolment-malformed': { title: 'בקשת רישום אינה בנויה כנדרש.', mend: hosts },
  'enrolment-token-invalid': { title: 'אסימון הרישום אינו תקף.', mend: hosts },
  'enrolment-not-allowed': { title: 'אסימון הרישום אינו מתיר את השרת הזה.', mend: hosts },
  'rate-limited': { title: 'יותר מדי בקשות.', mend: 'יש להמתין רגע ולנסות שוב.' },
  overloaded: { title: 'לאספן יש יותר מדי עבודה.', mend: 'יש לנסות שוב עוד רגע.' },
  'store-unavailable': {
    title: 'מסד הנתונים של האספן אינו משיב.',
    mend: 'הדף מנסה שוב מעצמו. אם זה נמשך, יש לבדוק את מסד הנתונים ואת יומן האספן.',
  },
};
