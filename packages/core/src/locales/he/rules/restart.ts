// Hebrew words of the rule about pending restarts.
import type { restartRules as english } from '../../en/rules/restart.ts';
import type { Translated } from '../../locale.ts';

export const restartRules: Translated<typeof english> = {
  'restart/pending-restart-other': {
    title: 'שום דבר אחר אינו ממתין להפעלה מחדש של Windows',
    rationale:
      'שרת שממתין להפעלה מחדש עלול עדיין להריץ קבצים ישנים, ותוכנית ההתקנה של Exchange מסרבת לפעול. להפעלה מחדש בגלל מפתחות TLS שהשתנו יש כלל משלה.',
    messages: {
      none: 'שום דבר אינו ממתין להפעלה מחדש של Windows.',
      unread: 'לא ניתן היה לקרוא את כל מה שעשוי לבקש הפעלה מחדש.',
      components: 'Windows התקין רכיבים וממתין להפעלה מחדש.',
      updates: 'Windows Update ממתין להפעלה מחדש.',
      files: 'קבצים אמורים להיות מוחלפים בהפעלה הבאה של Windows.',
      temporaryFiles:
        'רק קבצים זמניים וכדומה אמורים להתנקות בהפעלה הבאה של Windows: אין בכך סיבה להפעיל מחדש.',
      installer: 'תוכנית התקנה של עדכונים ממתינה להפעלה מחדש.',
      newName: 'המחשב מקבל שם חדש בהפעלה מחדש הבאה.',
      managed: 'Configuration Manager מבקש הפעלה מחדש.',
    },
    remedies: {
      restart: {
        summary: 'להפעיל מחדש את Windows.',
        mayBreak: 'דואר ולקוחות נקטעים בזמן ההפעלה מחדש: יש להעביר את השרת למצב תחזוקה תחילה.',
      },
    },
    steps: { maintenance: 'להעביר את השרת למצב תחזוקה, או לבחור זמן שבו הדואר שלו יכול להמתין.' },
  },
};
