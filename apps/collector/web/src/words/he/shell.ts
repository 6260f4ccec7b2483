// Hebrew words of the frame around the pages.
import type { Words } from '../words.ts';

export const shell: Words['shell'] = {
  product: 'Mailflow TLS',
  skip: 'דילוג אל התוכן',
  navigation: 'דפים',
  openNavigation: 'הצגת הדפים',
  closeNavigation: 'הסתרת הדפים',
  pages: {
    overview: 'סקירה',
    hosts: 'שרתים',
    rules: 'כללים',
    matrix: 'מטריצה',
    mailFlow: 'זרימת דואר',
    explain: 'הסבר',
    settings: 'הגדרות',
  },
  theme: {
    label: 'צבעים',
    system: 'לפי המערכת',
    light: 'בהיר',
    dark: 'כהה',
    contrast: 'ניגודיות גבוהה',
  },
  language: 'שפה',
  loading: 'טוען …',
  offline: {
    title: 'האספן אינו משיב.',
    body: 'מוצג מה שנקרא לאחרונה. הדף מנסה שוב מעצמו.',
    again: 'ניסיון עכשיו',
  },
  notFound: {
    title: 'אין דף כזה',
    body: 'ייתכן שהכתובת נקטעה כשהועתקה.',
    home: 'אל הסקירה',
  },
  crashed: {
    title: 'הדף נכשל',
    body: 'שאר הדפים עדיין פועלים. יש לטעון את הדף מחדש; אם ייכשל שוב, יש לדווח על הטקסט שלמטה.',
    reload: 'טעינה מחדש',
  },
  unfinished: 'הדף הזה עדיין לא קיים.',
  newer: 'הצגת החדש',
};
