// Hebrew words for facts that could not be used.
import type { problems as english } from '../en/problems.ts';
import type { Translated } from '../locale.ts';

export const problems: Translated<typeof english> = {
  empty: {
    problem: 'אין בו טקסט.',
    remedy: 'יש לאסוף את העובדות שוב באמצעות `mailflow-tls check --save-facts` ולהעתיק את הקובץ כולו.',
  },
  tooLarge: {
    problem: 'הוא גדול ({size}) מהמותר לעובדות ({limit}).',
    remedy: 'עובדות של שרת אחד תופסות פחות ממגה־בייט. יש לוודא שזה הקובץ הנכון, או לפצל את רשימת השרתים.',
  },
  tooDeep: {
    problem: 'רשימות ואובייקטים מקוננים בו ליותר מ־{limit} רמות, ובעובדות זה לא קורה.',
    remedy: 'יש לוודא שזה קובץ שנכתב על ידי `mailflow-tls check --save-facts`.',
  },
  truncated: {
    problem: 'הוא נקטע לפני הסוף, בשורה {line}, עמודה {column}.',
    remedy: 'ההעתקה אינה שלמה: יש להעתיק את הקובץ שוב, או לאסוף את העובדות שוב.',
  },
  notJson: {
    problem: 'הוא אינו JSON: שורה {line}, עמודה {column} אינה מתאימה ({found}).',
    remedy: 'יש לוודא שזה קובץ שנכתב על ידי `mailflow-tls check --save-facts` ושאיש לא ערך אותו.',
  },
  notText: {
    problem: 'הוא אינו טקסט ב־UTF-8 או ב־UTF-16.',
    remedy: 'יש לוודא שזה קובץ שנכתב על ידי `mailflow-tls check --save-facts`, לא דחוס ולא מומר.',
  },
  newerVersion: {
    problem: 'לעובדות שבו ({path}) גרסה {found}; התוכנה הזאת מבינה את גרסה {known}.',
    remedy: 'הוא נכתב על ידי mailflow-tls חדש יותר: יש לבחון אותו בגרסה ההיא או בחדשה ממנה.',
  },
  olderVersion: {
    problem: 'לעובדות שבו ({path}) גרסה {found}; התוכנה הזאת מבינה את גרסה {known}.',
    remedy: 'יש לאסוף את העובדות בשרת שוב בגרסה הזאת של mailflow-tls.',
  },
  notFacts: {
    problem: 'הוא JSON, אך אינו עובדות ואינו דוח: {path} הוא {found}.',
    remedy: 'יש לציין קובץ שנכתב על ידי `mailflow-tls check --save-facts` או `--format json`.',
  },
  noHosts: {
    problem: 'הוא רשימה ללא אף שרת.',
    remedy: 'יש לציין קובץ עם עובדות של שרת אחד לפחות.',
  },
  wrongShape: {
    problem: 'השדה {path} אמור להיות {expected} והוא {found}.',
    remedy: 'הקובץ נערך או נכתב על ידי תוכנה אחרת: יש לאסוף את העובדות שוב, או לתקן את השדה הזה.',
  },
};
