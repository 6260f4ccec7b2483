// Hebrew words of the rule about logs.
import type { loggingRules as english } from '../../en/rules/logging.ts';
import type { Translated } from '../../locale.ts';
import { onEdge } from './connectors.ts';

export const loggingRules: Translated<typeof english> = {
  'logging/protocol-logging': {
    title: 'היומנים שמסבירים כשל בדואר נכתבים',
    rationale:
      'איזו גרסת TLS סוכמה, ומדוע נכשלה, כתוב רק ביומני הפרוטוקול. בלעדיהם איש אינו יכול לומר זאת בדיעבד.',
    messages: {
      fine: 'המחברים שפוגשים את Office 365 כותבים יומני פרוטוקול, ויומן הקישוריות פעיל.',
      none: 'אף מחבר של השרת הזה אינו פוגש את Office 365.',
      sendOff: 'מחבר השליחה {connector} אינו כותב יומן פרוטוקול.',
      receiveOff: 'מחבר הקבלה {connector} אינו כותב יומן פרוטוקול.',
      connectivityOff: 'יומן הקישוריות כבוי, לפי {service}.',
    },
    remedies: {
      verbose: {
        summary: 'להפעיל את יומן הפרוטוקול של המחבר.',
        mayBreak: 'היומנים תופסים לכל היותר את המקום שהוקצה להם, 250 MB לתיקייה אם לא שונה.',
      },
      connectivity: {
        summary: 'להפעיל את יומן הקישוריות.',
        mayBreak: 'היומן תופס לכל היותר את המקום שהוקצה לו.',
      },
    },
    steps: { onEdge },
  },
};
