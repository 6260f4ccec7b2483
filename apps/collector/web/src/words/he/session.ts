// Hebrew words of signing in and out.
import type { Words } from '../words.ts';

export const session: Words['session'] = {
  signIn: 'כניסה',
  signInLead: 'אילו משרתי Exchange שלך יאבדו דואר עם Office 365, ומדוע.',
  name: 'שם',
  password: 'סיסמה',
  passwordAgain: 'הסיסמה שוב',
  showPassword: 'הצגת הסיסמה',
  hidePassword: 'הסתרת הסיסמה',
  withProvider: 'כניסה דרך הארגון',
  or: 'או',
  forgot: 'הסיסמה נשכחה? מנהל יכול להכין קישור שקובע סיסמה חדשה.',
  expired: 'ההתחברות הסתיימה. יש להיכנס שוב; הדף האחרון יחזור.',
  signOut: 'יציאה',
  signedInAs: (name: string) => `מחובר בשם ${name}`,
  roles: { viewer: 'צופה', operator: 'מפעיל', administrator: 'מנהל' },
  first: {
    title: 'המנהל הראשון',
    lead: 'יש לבחור שם וסיסמה לכניסה. הקישור פועל פעם אחת.',
    submit: 'יצירה וכניסה',
    missing: 'חסר הסוד שבקישור. יש להעתיק אותו בשלמותו ממסוף האספן.',
    hint: 'עדיין אין מי שיכול להיכנס. יש לפתוח את הקישור שהאספן כתב למסוף כשהופעל.',
  },
  reset: {
    title: 'קביעת סיסמה חדשה',
    lead: 'היא מסיימת את כל ההתחברויות במקומות אחרים. הקישור פועל פעם אחת.',
    submit: 'קביעת הסיסמה',
    done: 'הסיסמה נקבעה. אפשר להיכנס איתה.',
  },
  passwordRule: 'לפחות 15 תווים. עדיף כמה מילים ממילה אחת עם סימנים.',
  passwordShort: 'קצרה מדי: לפחות 15 תווים.',
  passwordsDiffer: 'השתיים אינן זהות.',
  nameMissing: 'יש להזין שם.',
};
